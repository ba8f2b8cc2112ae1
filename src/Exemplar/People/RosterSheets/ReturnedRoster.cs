using Exemplar.People.RosterImport;

namespace Exemplar.People.RosterSheets;

/// <summary>Somebody whom a roster sheet went out with.</summary>
/// <param name="IssuedRow">The row in which they stood then.</param>
/// <param name="Row">The row in which they stand now; null when they are no longer on it.</param>
/// <param name="Line">What their row said then.</param>
/// <param name="HasLeft">Their row says 调离.</param>
public sealed record IssuedPerson(Guid Id, int IssuedRow, int? Row, RosterLine Line, bool HasLeft);

/// <summary>What a reading of a file that came back knows beyond its rows: whose sheet it is, or why it is none.</summary>
public sealed record ReturnedRoster(string File)
{
    /// <summary>Null where the file bears no mark of ours, or could not be read.</summary>
    public Guid? UnitId { get; init; }
    public string Unit { get; init; } = "";
    public DateOnly IssuedOn { get; init; }

    /// <summary>From which day the changes hold.</summary>
    public DateOnly AsOf { get; init; }
    public IReadOnlyList<IssuedPerson> Issued { get; init; } = [];

    /// <summary>Another file of the same bytes; empty without one.</summary>
    public string SameAs { get; init; } = "";

    /// <summary>Why nothing was read, in a sentence; empty when something was.</summary>
    public string Refused { get; init; } = "";

    /// <summary>A file of the same unit that waited and that this one replaces; empty without one.</summary>
    public string Replaces { get; init; } = "";

    public bool HasRows => SameAs.Length == 0 && Refused.Length == 0;

    /// <summary>Whom the sheet has in this row since it went out; null for a row that was added.</summary>
    public IssuedPerson? At(int row) => Issued.FirstOrDefault(p => p.Row == row);
}

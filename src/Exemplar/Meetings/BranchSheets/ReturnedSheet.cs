using Exemplar.Meetings.Past;

namespace Exemplar.Meetings.BranchSheets;

/// <summary>What a row of a branch sheet says beyond what a row of a register can.</summary>
/// <param name="File">Of several that were handed in together; each bears another name.</param>
/// <param name="UnitId">The branch that the sheet is of, or the Party group that was chosen with the kind.</param>
/// <param name="Column">Its column on the roll, counted from 0.</param>
/// <param name="OthersCame">Whoever of those due bears no mark was there: the row says so in words.</param>
public sealed record FilledRow(string File, Guid UnitId, int Column, IReadOnlyList<Guid> Present, IReadOnlyList<Guid> Excused, IReadOnlyList<Guid> Absent, bool OthersCame)
{
    public TimeOnly? From { get; init; }
    public TimeOnly? To { get; init; }
}

/// <summary>Somebody whom the sheet lists, and in which row of its roll.</summary>
public sealed record ListedPerson(Guid Id, string Name, int Row);

/// <summary>One file of those that were handed in together, as it was read. With an error nothing of it is taken.</summary>
public sealed record ReturnedSheet(string File)
{
    /// <summary>Null where the file bears no mark of ours, or could not be read.</summary>
    public Guid? UnitId { get; init; }
    public string Unit { get; init; } = "";

    /// <summary>As <see cref="Documents.Templates.FormPeriods"/> writes it.</summary>
    public string Period { get; init; } = "";
    public Guid? Issue { get; init; }
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The name of the sheet on which the roll is.</summary>
    public string RollName { get; init; } = "";
    public IReadOnlyList<ListedPerson> People { get; init; } = [];
    public IReadOnlyList<PastRemark> Errors { get; init; } = [];
    public IReadOnlyList<PastRemark> Remarks { get; init; } = [];

    /// <summary>Another file of the same bytes; empty without one.</summary>
    public string SameAs { get; init; } = "";

    /// <summary>Handed in as an ordinary register instead, since its mark was lost.</summary>
    public Guid? RegisterId { get; init; }
}

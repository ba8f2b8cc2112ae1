using Exemplar.Documents.Sheets;
using Exemplar.Documents.Sheets.Entry;
using Exemplar.Documents.Templates;

namespace Exemplar.Meetings.BranchSheets;

/// <summary>Somebody of the roster as the sheet names them: namesakes are told apart.</summary>
public sealed record SheetPerson(Guid Id, string Label);

/// <summary>A choice of the kind of meeting: 支委会, 党小组会（第一党小组）.</summary>
/// <param name="Key">A key of the kinds of meetings.</param>
/// <param name="UnitId">Whose meeting it is: the branch's or a Party group's.</param>
public sealed record SheetKind(string Label, string Key, Guid UnitId);

/// <summary>
/// What a branch sheet knows of itself (<see cref="EntryMark"/>); the lists to choose from stand on it too.
/// </summary>
public sealed record SheetMark(Guid Issue, DateOnly IssuedOn, Guid UnitId, Period Period, IReadOnlyList<SheetPerson> People, IReadOnlyList<SheetKind> Kinds)
{
    public const string Name = "填报表标记";
    private const string Format = "exemplar-branch-sheet-1";
    private const int RowsAhead = 5;

    /// <summary>The choices of kinds as a range that other sheets may refer to.</summary>
    public string KindRange => $"'{Name}'!$B${RowsAhead + 1}:$B${RowsAhead + Kinds.Count}";

    public EntrySheet Write() => new(Name, [12, 40, 40, 20],
    [
        EntryMark.Row(Format), EntryMark.Row("issue", $"{Issue}"), EntryMark.Row("issued", IssuedOn.Iso()), EntryMark.Row("unit", $"{UnitId}"), EntryMark.Row("period", FormPeriods.KeyOf(Period)),
        .. Kinds.Select(k => EntryMark.Row("kind", k.Label, $"{k.UnitId}", k.Key)), .. People.Select(p => EntryMark.Row("person", p.Label, $"{p.Id}")),
    ])
    { IsHidden = true };

    /// <summary>Null when it is no mark of ours, or is not whole.</summary>
    public static SheetMark? Read(Sheet? sheet)
    {
        if (EntryMark.Read(sheet, Format) is not { } rows) return null;
        if (!Guid.TryParse(rows.One("issue"), out var issue) || !Guid.TryParse(rows.One("unit"), out var unit) || !DateOnly.TryParseExact(rows.One("issued"), "yyyy-MM-dd", out var issuedOn)) return null;
        if (FormPeriods.Read(rows.One("period")) is not { } period) return null;
        return new(issue, issuedOn, unit, period,
            [.. rows["person"].Where(r => Guid.TryParse(r[2].Text, out _)).Select(r => new SheetPerson(Guid.Parse(r[2].Text), r[1].Text)).DistinctBy(p => p.Id)],
            [.. rows["kind"].Where(r => Guid.TryParse(r[2].Text, out _)).Select(r => new SheetKind(r[1].Text, r[3].Text, Guid.Parse(r[2].Text)))]);
    }
}

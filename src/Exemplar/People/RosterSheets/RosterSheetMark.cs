using System.Globalization;
using Exemplar.Documents.Sheets;
using Exemplar.Documents.Sheets.Entry;

namespace Exemplar.People.RosterSheets;

/// <summary>One row as the sheet went out: what stands in it when it comes back is held against this.</summary>
/// <param name="Number">What the row bears in its first column.</param>
/// <param name="Cells">In the order of <see cref="RosterSheetWords.Headings"/>, without the number.</param>
public sealed record IssuedRow(Guid PersonId, int Number, IReadOnlyList<string> Cells);

/// <summary>What a roster sheet knows of itself (<see cref="EntryMark"/>); the lists to choose units from stand on it too.</summary>
public sealed record RosterSheetMark(DateOnly IssuedOn, Guid UnitId, IReadOnlyList<IssuedRow> Rows, IReadOnlyList<string> Branches, IReadOnlyList<string> Departments)
{
    public const string Name = "名册表标记";
    private const string Format = "exemplar-roster-sheet-1";
    private const int RowsAhead = 3;

    /// <summary>The choices as ranges that other sheets may refer to.</summary>
    public string BranchRange => Range(RowsAhead + 1, Branches.Count);
    public string DepartmentRange => Range(RowsAhead + Branches.Count + 1, Departments.Count);

    public EntrySheet Write() => new(Name, [12, 40, 8, 12],
    [
        EntryMark.Row(Format), EntryMark.Row("issued", IssuedOn.Iso()), EntryMark.Row("unit", $"{UnitId}"),
        .. Branches.Select(b => EntryMark.Row("branch", b)), .. Departments.Select(d => EntryMark.Row("department", d)),
        .. Rows.Select(r => EntryMark.Row(["person", $"{r.PersonId}", r.Number.ToString(CultureInfo.InvariantCulture), .. r.Cells])),
    ])
    { IsHidden = true };

    /// <summary>Null when it is no mark of ours, or is not whole.</summary>
    public static RosterSheetMark? Read(Sheet? sheet)
    {
        if (EntryMark.Read(sheet, Format) is not { } rows) return null;
        if (!Guid.TryParse(rows.One("unit"), out var unit) || !DateOnly.TryParseExact(rows.One("issued"), "yyyy-MM-dd", out var issuedOn)) return null;
        List<IssuedRow> people = [];
        foreach (var row in rows["person"])
        {
            if (!Guid.TryParse(row[1].Text, out var person) || !int.TryParse(row[2].Text, CultureInfo.InvariantCulture, out var number)) return null;
            people.Add(new(person, number, [.. Enumerable.Range(3, RosterSheetWords.Headings.Count - 1).Select(i => row[i].Text)]));
        }
        return people.DistinctBy(p => p.PersonId).Count() == people.Count && people.DistinctBy(p => p.Number).Count() == people.Count
            ? new(issuedOn, unit, people, [.. rows["branch"].Select(r => r[1].Text)], [.. rows["department"].Select(r => r[1].Text)]) : null;
    }

    private static string Range(int first, int count) => $"'{Name}'!$B${first}:$B${first + Math.Max(count, 1) - 1}";
}

using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>A column whose cells are days of one branch or Party group, whose name is its heading.</summary>
internal sealed record UnitColumn(int Index, string Heading)
{
    private const int Fewest = 2;
    private const int AnyMonth = 1, AnyYear = 2000;

    /// <summary>Beside a column of months or of kinds: those that nobody knows and in whose cells mostly days stand. None where it is a single one.</summary>
    public static List<UnitColumn> In(Sheet sheet, PastHeader header)
    {
        if (header.Columns.ContainsKey(PastColumn.Date) || header.Columns.ContainsKey(PastColumn.Day) || !(header.Columns.ContainsKey(PastColumn.Month) || header.Columns.ContainsKey(PastColumn.Kind))) return [];
        var found = header.Headings.Select((heading, i) => new UnitColumn(i, RosterHeadings.Plain(heading)))
            .Where(c => c.Heading.Length > 0 && PastHeadings.Exact(c.Heading) is null && PastHeadings.Recognise(c.Heading) is null or PastColumn.Unit && PastHeadings.KindOf(c.Heading) is null && PastHeadings.MonthOf(c.Heading) is null && !IsOfPeople(c.Heading))
            .Where(c => HoldsDays([.. sheet.Rows.Where(r => r.Number > header.Last).Select(r => r[c.Index]).Where(cell => cell.Text.Trim().Length > 0)])).ToList();
        return found.Count >= Fewest ? found : [];
    }

    /// <summary>入党时间, 出生年月: such a sheet is a roster.</summary>
    private static bool IsOfPeople(string heading) => heading[^1] is '间' or '期' or '月' or '日';

    private static bool HoldsDays(List<Cell> cells) =>
        cells.Count > 0 && 2 * cells.Count(cell => HeldInCell.Read(cell, AnyMonth, _ => AnyYear).Exists(said => said.When.Days.Count > 0)) >= cells.Count;

    /// <summary>The line as one of this unit: 一组 is a group of the branch that the sheet is about.</summary>
    public PastLine Of(PastLine line) => GroupWords.IsAlone(Heading) && line.Unit.Length > 0 && !GroupWords.IsAlone(line.Unit)
        ? line with { Group = Heading, UnitColumn = Index } : line with { Unit = Heading, UnitColumn = Index };
}

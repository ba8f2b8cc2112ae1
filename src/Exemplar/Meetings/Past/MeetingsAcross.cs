using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>A meeting in each column, with 时间, 会议名称, 主题 at the left edge, for one branch or for several below each other: as a table for each column.</summary>
internal static class MeetingsAcross
{
    private const int LastLabelColumn = 3;
    private const int FewestMeetings = 2;

    /// <param name="dated">How many rows of the sheet would be meetings if it were a table.</param>
    public static IReadOnlyList<Sheet> In(Sheet sheet, int dated)
    {
        for (var at = 0; at <= LastLabelColumn; at++)
        {
            var groups = Groups(sheet, at);
            var held = groups.Where(g => g.ContainsKey(PastColumn.Date)).ToList();
            var days = held.ConvertAll(g => DaysIn(g[PastColumn.Date], at));
            if (held.Count == 0 || days.Max() < FewestMeetings || days.Sum() <= dated) continue;

            var first = held.Min(g => g.Values.Min(r => r.Number));
            var above = sheet.Rows.Where(r => r.Number < first).ToList();
            var last = held.Max(g => g.Values.Max(r => r.Cells.Length));
            return [.. Enumerable.Range(at + 1, Math.Max(0, last - at - 1)).Select(column => Table(sheet.Name, above, held, at, column)).OfType<Sheet>()];
        }
        return [];
    }

    private static List<Dictionary<PastColumn, SheetRow>> Groups(Sheet sheet, int at)
    {
        List<Dictionary<PastColumn, SheetRow>> groups = [];
        foreach (var row in sheet.Rows)
        {
            if (row[at].Kind is not CellKind.Text || PlainTable.RoleOf(row[at].Text) is not { } role || row.Cells.Take(at).Concat(row.Cells.Skip(at).SkipWhile(c => c.Text == row[at].Text)).Any(c => PlainTable.RoleOf(c.Text) is not null)) continue;   // a label beside a label: forms or a heading
            if (groups.Count == 0 || !groups[^1].TryAdd(role, row)) groups.Add(new() { [role] = row });
        }
        groups.RemoveAll(g => g.Count < 2);
        return groups;
    }

    private static int DaysIn(SheetRow row, int at) => row.Cells.Skip(at + 1).Where(c => c.Kind is not CellKind.Empty).Count(PlainTable.IsDay);

    private static Sheet? Table(string name, List<SheetRow> above, List<Dictionary<PastColumn, SheetRow>> groups, int at, int column)
    {
        var here = groups.Where(g => g[PastColumn.Date][column].Kind is not CellKind.Empty).ToList();
        if (here.Count == 0) return null;

        var titles = above.FindAll(r => r.Cells.Where(c => c.Kind is not CellKind.Empty).Select(c => c.Text).Distinct().Count() == 1);
        var year = above.Select(r => r[column].Text).Select(SheetContext.YearIn).LastOrDefault(y => y is not null);
        List<(PastColumn Role, string Heading)> columns = [.. here.SelectMany(g => g).DistinctBy(r => r.Key).Select(r => (r.Key, r.Value[at].Text.Trim()))];
        var kind = above.Select(r => r[column].Text).LastOrDefault(t => KindWords.In(t).Count > 0 && titles.All(r => r[column].Text != t));
        if (kind is not null && columns.TrueForAll(c => c.Role is not PastColumn.Kind)) columns.Add((PastColumn.Kind, "类型"));
        var units = at == 0 ? null : above.Select(r => r[at - 1].Text).LastOrDefault(t => PastHeadings.Exact(t) is PastColumn.Unit);   // 党小组｜项目｜1月
        var isOfUnits = here.Exists(g => UnitOf(g, at, units is not null).Length > 0) && columns.TrueForAll(c => c.Role is not PastColumn.Unit);
        if (isOfUnits) columns.Add((PastColumn.Unit, units ?? "支部"));
        if (year is not null) columns.Add((PastColumn.Year, "年份"));
        return PlainTable.Build(name, titles, columns, here.Select(g => (g[PastColumn.Date].Number, (Func<PastColumn, Cell>)(role => role switch
        {
            PastColumn.Unit when isOfUnits => new(CellKind.Text, UnitOf(g, at, units is not null)),
            PastColumn.Year => new(CellKind.Text, $"{year}年"),
            _ => g.TryGetValue(role, out var row) ? row[column] : role is PastColumn.Kind ? new(CellKind.Text, kind ?? "") : Cell.Empty,
        }))));
    }

    /// <summary>The branch or Party group to the left of the labels.</summary>
    /// <param name="isHeaded">Whether a heading above says that they are such.</param>
    private static string UnitOf(Dictionary<PastColumn, SheetRow> group, int at, bool isHeaded) =>
        at > 0 && group.Values.First()[at - 1] is { Kind: CellKind.Text, Text: var text } && (isHeaded || NamedUnits.In(text) is not null) ? RosterHeadings.Plain(text) : "";
}

using Exemplar.Documents.Sheets;

namespace Exemplar.Meetings.Past;

/// <summary>A heading, and a meeting in each row below it: what a sheet is, or comes to, however it is laid out.</summary>
/// <param name="IsRearranged">Its columns are not those of the sheet, so that a place in it is told by its row alone.</param>
internal sealed record PlainTable(Sheet Sheet, bool IsRearranged)
{
    private const int LongestLabel = 14;
    private const int Looked = 200;   // rows tell what a sheet is long before its end
    private const int AnyMonth = 1, AnyYear = 2000;   // whether it is a day hangs on neither

    /// <summary>Mostly the sheet itself. A sheet most of whose rows have a day below their heading is not looked at twice.</summary>
    public static IReadOnlyList<PlainTable> Of(Sheet sheet)
    {
        var header = PastHeader.Find(sheet);
        var below = header is null ? [] : sheet.Rows.Where(r => r.Number > header.Last).Take(Looked).ToList();
        var dated = header?.Columns.TryGetValue(PastColumn.Date, out var at) == true ? below.Count(r => IsDay(r[at])) : 0;
        var inCells = header is null || dated > 0 ? 0 : below.Sum(r => header.DayColumns.Count(i => HoldsDays(r[i])));
        var isTable = 2 * dated > below.Count;
        return !isTable && MeetingsAcross.In(sheet, dated) is { Count: > 0 } across ? [.. across.Select(t => new PlainTable(t, true))]
            : TablesBeside.In(sheet, isOfKinds: header is { IsMatrix: true } or { IsOfMonths: true }) is { Count: > 1 } beside ? [.. beside.Select(t => new PlainTable(t, false))]
            : !isTable && MeetingCards.In(sheet, dated + inCells) is { Count: > 0 } cards ? [.. cards.Select(t => new PlainTable(t, true))]
            : [new(sheet, false)];
    }

    public static bool IsDay(Cell cell) => WhenHeld.Read(cell, null, _ => AnyYear).Days.Count > 0;

    /// <summary>Whether it may tell of meetings of a month that stands elsewhere.</summary>
    private static bool HoldsDays(Cell cell) => cell.Kind is not CellKind.Empty && HeldInCell.Read(cell, AnyMonth, _ => AnyYear).Exists(said => said.When.Days.Count > 0);

    /// <summary>What its heading would say in a table of meetings; null when it is no such word.</summary>
    public static PastColumn? RoleOf(string text)
    {
        if (text.Length is 0 or > LongestLabel) return null;
        var role = PastHeadings.Exact(text.Trim().TrimEnd(':', '：')) ?? (text.Any(char.IsDigit) ? null : PastHeadings.Recognise(text) is (PastColumn.Due or PastColumn.Present) and var count ? count : null);   // 应到党员, and not 应到4人
        return role is PastColumn.Serial or PastColumn.Year or PastColumn.Month or PastColumn.Day ? null : role;
    }

    /// <summary>From titles, headings and rows of cells by what they say. A heading that stands between two rows of the sheet gets the number before the first meeting.</summary>
    public static Sheet Build(string name, IEnumerable<SheetRow> titles, IReadOnlyList<(PastColumn Role, string Heading)> columns, IEnumerable<(int Row, Func<PastColumn, Cell> Said)> meetings)
    {
        var said = meetings.ToList();
        var first = said.Count > 0 ? said[0].Row : 1;
        return new(name,
        [
            .. titles.Where(t => t.Number < first).Select(t => t with { Number = t.Number - 1 }),
            new SheetRow(first - 1, [.. columns.Select(c => new Cell(CellKind.Text, c.Heading))]),
            .. said.Select(m => new SheetRow(m.Row, [.. columns.Select(c => m.Said(c.Role))])),
        ]);
    }

    /// <summary>Where in a row of headings one table ends and the next begins: the columns of their first headings.</summary>
    /// <param name="headings">In the order of their columns; each role as often as it stands there.</param>
    public static List<int> Starts(IReadOnlyList<(int Column, PastColumn Role)> headings)
    {
        var first = headings[0].Role;
        List<int> starts = [];
        foreach (var (column, _) in headings.Where(h => h.Role is PastColumn.Date))
        {
            var from = headings.Where(h => h.Role == first && h.Column <= column && (starts.Count == 0 || h.Column > starts[^1])).Select(h => (int?)h.Column).LastOrDefault();
            starts.Add(starts.Count == 0 ? headings[0].Column : from ?? column);
        }
        return [.. starts.Distinct()];
    }
}

using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;

namespace Exemplar.Meetings.Past;

/// <summary>Tables that stand beside each other in one sheet: each for itself, in its own columns, with the titles that stand over it.</summary>
internal static partial class TablesBeside
{
    private const int FarthestDown = 30;

    /// <param name="isOfKinds">Taken as one table, the column of a day says of which kind or month it is: then only an empty column parts it.</param>
    public static IReadOnlyList<Sheet> In(Sheet sheet, bool isOfKinds)
    {
        foreach (var row in sheet.Rows.Take(FarthestDown))
        {
            var headings = row.Cells.Select((c, i) => (Column: i, Role: i > 0 && row[i - 1].Text == c.Text ? null : HeadingOf(c.Text))).Where(h => h.Role is not null).Select(h => (h.Column, h.Role!.Value)).ToList();
            if (headings.Count(h => h.Value is PastColumn.Date) < 2) continue;
            var starts = StartsOf(row, headings);
            var parts = starts.Select((start, n) => (From: start, To: n + 1 < starts.Count ? starts[n + 1] : int.MaxValue)).ToList();
            if (parts.Count < 2 || (isOfKinds && parts.Skip(1).Any(p => row[p.From - 1].Kind is not CellKind.Empty)) || !parts.TrueForAll(p => IsTable(sheet, row, headings, p))) continue;

            return [.. parts.Select(p => sheet with { Rows = [.. sheet.Rows.Select(r => Within(r, p, Shared(headings, parts, p))).Where(r => r.Cells.Any(c => c.Kind is not CellKind.Empty))] })];
        }
        return [];
    }

    /// <summary>2025年召开时间 beside 2026年召开时间: each is the date of its own year.</summary>
    private static PastColumn? HeadingOf(string text) => PastHeadings.Exact(Year().Replace(text, ""));

    /// <summary>An empty column between two dates parts them better than the headings do.</summary>
    private static List<int> StartsOf(SheetRow row, List<(int Column, PastColumn Role)> headings)
    {
        var starts = PlainTable.Starts(headings);
        for (var n = 1; n < starts.Count; n++)
            for (var i = starts[n]; i > starts[n - 1]; i--)
                if (row[i].Kind is CellKind.Empty) { starts[n] = i + 1; break; }
        return starts;
    }

    /// <summary>A date with days below it, and something else: 日期 beside 时间 (14:30) is one table.</summary>
    private static bool IsTable(Sheet sheet, SheetRow heading, List<(int Column, PastColumn Role)> headings, (int From, int To) part)
    {
        var own = headings.Where(h => h.Column >= part.From && h.Column < part.To).ToList();
        var at = own.FindIndex(h => h.Role is PastColumn.Date);
        return at >= 0 && own.Count > 1 && sheet.Rows.Any(r => r.Number > heading.Number && PlainTable.IsDay(r[own[at].Column]));
    }

    /// <summary>What stands left of the first table's date and in no other is the heading of the rows of all: 支部｜时间｜人数｜时间｜人数.</summary>
    private static int[] Shared(List<(int Column, PastColumn Role)> headings, List<(int From, int To)> parts, (int From, int To) part)
    {
        if (part == parts[0]) return [];
        var own = headings.Where(h => h.Column >= part.From && h.Column < part.To).Select(h => h.Role).ToHashSet();
        return [.. headings.TakeWhile(h => h.Role is not PastColumn.Date).Where(h => h.Role is not PastColumn.Serial && !own.Contains(h.Role)).Select(h => h.Column)];
    }

    private static SheetRow Within(SheetRow row, (int From, int To) part, int[] shared) =>
        row with { Cells = [.. row.Cells.Select((c, i) => (i >= part.From && i < part.To) || Array.IndexOf(shared, i) >= 0 ? c : Cell.Empty)] };

    [GeneratedRegex(@"20\d\d\s*年度?")]
    private static partial Regex Year();
}

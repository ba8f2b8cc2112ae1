using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;

namespace Exemplar.People.RosterImport;

/// <summary>The table of people in a workbook: of one sheet, or of several that have the same columns (a sheet for each branch).</summary>
internal static partial class RosterBook
{
    /// <summary>So many people of another sheet may stand on the first: then it is an extract of it.</summary>
    private const double MostRepeated = 0.8;

    /// <summary>Refused when no sheet is a roster.</summary>
    public static Result<(RosterTable Table, IReadOnlyList<Finding> Told)> Find(IReadOnlyList<Sheet> sheets)
    {
        var tables = sheets.Select((sheet, i) => (Sheet: sheet, Index: i, Found: RosterTable.Find(sheet))).ToList();
        if (tables.Find(t => t.Found.Value is not null) is not { Sheet: not null } first) return tables[0].Found.Refusal!;
        if (sheets.Count == 1) return (first.Found.Value!, []);

        List<(Sheet Sheet, int Index)> read = [(first.Sheet, first.Index)];
        List<string> unread = [];
        var all = first.Found.Value!;
        var people = Names(all).ToHashSet();
        foreach (var (sheet, index, found) in tables.Where(t => t.Index != first.Index))
        {
            var name = $"“{PrivateText.Quote(sheet.Name)}”";
            if (found.Value is not { } table) unread.Add($"{name}不像名册");
            else if (OfAnotherTime().IsMatch(sheet.Name)) unread.Add($"{name}按表名不是现在的名册");
            else if (Joined(all.Headings, table.Headings) is null) unread.Add($"{name}的列与“{PrivateText.Quote(first.Sheet.Name)}”不一样，请另存成一份再导入");
            else if (Names(table).ToList() is { Count: > 0 } names && names.Count(people.Contains) >= MostRepeated * names.Count) unread.Add($"{name}里的人前面的表里都有");
            else read.Add((sheet, index));
        }
        if (read.Count == 1) return (all, [Told($"只读“{PrivateText.Quote(first.Sheet.Name)}”", unread)]);

        // A sheet for each branch or department: its name says where its people belong, where their row does not.
        var parts = read.ConvertAll(r => (r.Index, Table: RosterTable.Find(r.Sheet, r.Sheet.Name).Value!));
        return (parts.Skip(1).Aggregate(Numbered(parts[0].Table, parts[0].Index), (whole, part) => With(whole, Numbered(part.Table, part.Index))),
            [Told($"一起读了 {read.Count} 张（{string.Join('、', read.Select(r => PrivateText.Quote(r.Sheet.Name)))}）", unread)]);
    }

    private static Finding Told(string what, List<string> unread) =>
        new(0, null, $"{RosterReading.SeveralSheets}，{what}{(unread.Count > 0 ? $"；没有读：{string.Join('；', unread)}" : "")}", IsError: false);

    private static RosterTable With(RosterTable all, RosterTable more) => all with
    {
        Headings = Joined(all.Headings, more.Headings)!,
        Rows = [.. all.Rows, .. more.Rows],
        Private = [.. all.Private.Union(more.Private)],
    };

    private static RosterTable Numbered(RosterTable table, int sheet) => sheet == 0 ? table : table with { Rows = [.. table.Rows.Select(r => r with { Row = r.Row with { Number = RowPlace.Of(sheet, r.Row.Number) } })] };

    /// <summary>Column by column the same; one may lack a heading, or have more of them at its end. Null when they differ.</summary>
    private static List<string>? Joined(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        List<string> joined = [];
        for (var i = 0; i < Math.Max(one.Count, other.Count); i++)
        {
            var (a, b) = (i < one.Count ? one[i] : "", i < other.Count ? other[i] : "");
            if (a.Length > 0 && b.Length > 0 && RosterHeadings.Plain(a) != RosterHeadings.Plain(b)) return null;
            joined.Add(a.Length > 0 ? a : b);
        }
        return joined;
    }

    private static IEnumerable<string> Names(RosterTable table)
    {
        var at = table.Headings.ToList().FindIndex(h => RosterHeadings.Recognise(h) is RosterColumn.Name);
        return table.Rows.Select(r => RosterLineReader.PersonName(r.Row[at].Text)).Where(n => n.Length > 0);
    }

    [GeneratedRegex(@"20\d\d|旧|原|历史|以前|备份|转出|调出|调离|离开|去世|已故|减少|模板|示例|样表|参考|作废|副本|\(\d\)")]
    private static partial Regex OfAnotherTime();
}

using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>
/// Meetings written as forms, a label and what it says beside it (会议时间｜1月8日, or 会议时间：1月8日 in one cell), one below the other,
/// beside each other, or one to a sheet: as a table of its own for each column of forms.
/// </summary>
internal static partial class MeetingCards
{
    private const int LongestSection = 40;
    private const int LongestLabel = 14;
    private const string Counts = "到会情况";

    private sealed record Said(int Row, int Column, PastColumn Role, string Label, Cell Value);

    /// <param name="dated">How many rows of the sheet would be meetings if it were a table.</param>
    public static IReadOnlyList<Sheet> In(Sheet sheet, int dated)
    {
        var said = sheet.Rows.SelectMany(SaidIn).ToList();
        if (said.Count(s => s.Role is PastColumn.Date && PlainTable.IsDay(s.Value)) <= dated || said.DistinctBy(s => s.Role).Count() < 3) return [];

        var widest = said.Where(s => s.Role is PastColumn.Date).GroupBy(s => s.Row).MaxBy(g => g.Count())!.Key;
        var starts = PlainTable.Starts([.. said.Where(s => s.Row == widest).Select(s => (s.Column, s.Role))]);
        var titles = sheet.Rows.Where(r => r.Number < said[0].Row).ToList();
        var sections = sheet.Rows.Where(r => r.Number > said[0].Row && said.TrueForAll(s => s.Row != r.Number) && IsSection(r)).ToList();
        return [.. starts.Select((start, n) => said.Where(s => (n == 0 || s.Column >= start) && (n + 1 == starts.Count || s.Column < starts[n + 1])))
            .Select(block => Table(sheet.Name, titles, sections, [.. block])).OfType<Sheet>()];
    }

    private static Sheet? Table(string name, List<SheetRow> titles, List<SheetRow> sections, List<Said> block)
    {
        List<Dictionary<PastColumn, Said>> cards = [];
        foreach (var said in block)
        {
            if (cards.Count == 0 || (cards[^1].ContainsKey(said.Role) && (cards[^1].ContainsKey(PastColumn.Date) || said.Role == cards[^1].First().Key))) cards.Add([]);
            if (said.Role is PastColumn.Notes && said.Row > cards[^1].Values.Select(s => s.Row).DefaultIfEmpty(said.Row).Max() + 1) continue;   // 说明：… below all of them is of none
            cards[^1].TryAdd(said.Role, said);
        }
        cards.RemoveAll(c => c.Values.All(s => s.Value.Kind is CellKind.Empty));   // a form that nobody filled in
        if (cards.Count == 0) return null;

        List<(PastColumn Role, string Heading)> columns = [.. cards.SelectMany(c => c.Values).DistinctBy(s => s.Role).Select(s => (s.Role, s.Label))];
        var title = titles.SelectMany(r => r.Cells).Select(c => c.Text).Append(name).FirstOrDefault(t => KindWords.In(t).Count > 0) ?? "";
        var told = cards.Where(c => c.ContainsKey(PastColumn.Kind)).SelectMany(c => KindWords.In(c[PastColumn.Kind].Value.Text)).ToHashSet();
        var kinds = KindWords.In(title).Count < 2 ? "" : told.Contains(MeetingKind.Appraisal) ? Appraisal().Replace(title, "") : title;   // 组织生活会和民主评议党员情况报告单
        var group = titles.SelectMany(r => r.Cells).Select(c => c.Text).Append(name).Select(GroupWords.In).FirstOrDefault(g => g is not null) is { } named && columns.TrueForAll(c => c.Role is not PastColumn.Unit) ? named : "";
        if (kinds.Length > 0 && told.Count == 0) columns.Add((PastColumn.Kind, "会议类型"));
        if (group.Length > 0) columns.Add((PastColumn.Unit, "党小组"));
        var table = PlainTable.Build(name, titles, columns, cards.Select(c => (c.Values.Min(s => s.Row), (Func<PastColumn, Cell>)Of(c))));
        var from = table.Rows.First(r => r.Number >= cards[0].Values.Min(s => s.Row)).Number;
        return table with { Rows = [.. table.Rows.Concat(sections.Where(s => s.Number > from).Select(s => s with { Cells = [.. columns.Select(_ => s.Cells.First(c => c.Kind is not CellKind.Empty))] })).OrderBy(r => r.Number)] };

        Func<PastColumn, Cell> Of(Dictionary<PastColumn, Said> card) => role =>
            card.TryGetValue(role, out var said) ? said.Value : role switch
            {
                PastColumn.Kind when kinds.Length > 0 => new(CellKind.Text, kinds),
                PastColumn.Unit when group.Length > 0 => new(CellKind.Text, group),
                _ => Cell.Empty,
            };
    }

    /// <summary>第二党支部, 支委会 or 2026年 between two forms holds for those below it.</summary>
    private static bool IsSection(SheetRow row) => row.Cells.Where(c => c.Kind is not CellKind.Empty).Select(c => c.Text).Distinct().ToList() is [{ Length: <= LongestSection } only]
        && (NamedUnits.In(only) is not null || KindWords.OfSection(only) is not null || SheetContext.YearIn(only) is not null);

    private static IEnumerable<Said> SaidIn(SheetRow row)
    {
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var text = row[i].Text;
            if (row[i].Kind is not CellKind.Text || (i > 0 && row[i - 1].Text == text)) continue;
            var within = Within(row.Number, i, text).ToList();
            foreach (var said in within) yield return said;
            if (within.Count > 0) continue;
            var (label, column, value) = (text.Trim(), i, Beside(row, ref i));   // what a label says is no label itself, whatever words it holds
            if (PlainTable.RoleOf(label) is { } role) yield return new(row.Number, column, role, label, value);
            else if (IsTimeOfKind(label) && PlainTable.IsDay(value))   // 民主评议时间 within the form of a 组织生活会
            {
                yield return new(row.Number, column, PastColumn.Date, "时间", value);
                yield return new(row.Number, column, PastColumn.Kind, "会议类型", new(CellKind.Text, label[..^2]));
            }
            else i = column;
        }
    }

    /// <summary>What stands to the right of a label; empty where that is a label again.</summary>
    /// <param name="at">The column of the label, and then that of what it says.</param>
    private static Cell Beside(SheetRow row, ref int at)
    {
        var label = row[at].Text;
        var beside = at + 1;
        while (beside < row.Cells.Length && row[beside].Text == label) beside++;
        if (row[beside] is not { Kind: not CellKind.Empty } value || (value.Kind is CellKind.Text && (PlainTable.RoleOf(value.Text) is not null || Within(row.Number, beside, value.Text).Any(w => w.Label != Counts)))) return Cell.Empty;
        at = beside;
        return value;
    }

    /// <summary>时间：1月8日　地点：三楼 in one cell. 组织生活会时间：… says the kind as well; 应到4人，实到3人 needs no label.</summary>
    private static IEnumerable<Said> Within(int row, int column, string text)
    {
        var labels = Labels().Matches(text).Select(m => (m.Index, End: m.Index + m.Length, Label: m.Groups["label"].Value)).Where(l => l.Label.Length <= LongestLabel && (PlainTable.RoleOf(l.Label) is not null || IsTimeOfKind(l.Label))).ToList();
        foreach (var (n, (_, end, label)) in labels.Index())
        {
            var value = text[end..(n + 1 < labels.Count ? labels[n + 1].Index : text.Length)].Trim();
            var cell = value.Length > 0 ? new Cell(CellKind.Text, value) : Cell.Empty;
            var (own, counted) = value.Split("  ", 2, StringSplitOptions.TrimEntries) is [var day, var more] && Counted().IsMatch(more) ? (new Cell(CellKind.Text, day), more) : (cell, "");   // 时间：2月13日    应到8人  实到8人
            if (counted.Length > 0) yield return new(row, column, PastColumn.Who, Counts, new(CellKind.Text, counted));
            if (PlainTable.RoleOf(label) is { } role)
            {
                yield return new(row, column, role, label, own);
                continue;
            }
            yield return new(row, column, PastColumn.Kind, "会议类型", new(CellKind.Text, label[..^2]));
            yield return new(row, column, PastColumn.Date, "时间", own);
        }
        if (labels.Count == 0 && Counted().IsMatch(text)) yield return new(row, column, PastColumn.Who, Counts, new(CellKind.Text, text.Trim()));
    }

    private static bool IsTimeOfKind(string label) => label.Length <= LongestLabel && label.EndsWith("时间", StringComparison.Ordinal) && KindWords.In(label[..^2]).Count > 0;

    [GeneratedRegex(@"(?<![\u4e00-\u9fff（(])(?<label>[\u4e00-\u9fff、/]{2,16})\s*[:：]")]
    private static partial Regex Labels();

    [GeneratedRegex("[和暨、及]?民主评议(?:党员)?")]
    private static partial Regex Appraisal();

    [GeneratedRegex(@"^\s*应到\s*\d+\s*[人名]")]
    private static partial Regex Counted();
}

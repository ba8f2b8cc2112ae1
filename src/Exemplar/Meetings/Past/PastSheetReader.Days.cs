using Exemplar.Documents.Sheets;

namespace Exemplar.Meetings.Past;

/// <summary>Cells that tell of one meeting or of several, with how many came.</summary>
internal sealed partial class PastSheetReader
{
    private void ReadDays(RowWords row, KindColumn column, PastLine line, int? month)
    {
        var cell = row.Cell(column.Index);
        line = line with { DateColumn = column.Index, Cell = RowWords.Clean(cell).Replace('\n', ' ') };
        if (RowWords.Clean(cell).Length == 0 || HeldOrNot.HasNoneOfThem(cell.Text))
        {
            if (column.With.Keys.Any(k => k is PastColumn.Present or PastColumn.Who or PastColumn.Numbers && RowWords.Clean(row.Cell(column.With[k])) is { Length: > 0 } and not "0"))
                Remarks.Add(new(sheet, row.Number, column.Index, $"{column.Heading}写了人数，没有日期，没有读"));
            return;
        }
        var plan = PlanIn(cell.Text, month);
        if (plan is (true, var ahead))
        {
            lines.Add(line with { Ordinal = lines.Count - firstOfRow, LeftOut = ahead });
            return;
        }
        var said = HeldInCell.Read(cell, month, m => context.YearOf(m) + Later(month, m));
        var held = said.Count(s => !s.IsNotHeld);
        foreach (var (i, one) in said.Index())
        {
            var of = one.With(line, row, column, said.Take(i).Count(s => !s.IsNotHeld), held) with { Ordinal = lines.Count - firstOfRow };
            if (one.IsNotHeld) lines.Add(of with { LeftOut = "没有召开" });
            else if (one.When.Days.Count == 0) Add(of with { NoDay = Times().IsMatch(cell.Text) ? $"“{RowWords.Clean(cell)}”只有次数，没有日期" : plan?.Why ?? one.When.Why });
            else if (one.When.Why.Length > 0) Remarks.Add(new(sheet, row.Number, column.Index, one.When.Why));
            foreach (var days in one.IsNotHeld ? [] : one.When.Days)
            {
                if (month is { } written && written != days.First.Month) Remarks.Add(new(sheet, row.Number, column.Index, $"{column.Heading}的日期是 {days.First.Month} 月 {days.First.Day} 日，不在这一行的 {written} 月里，按日期记"));
                foreach (var kind in KindsOfDay(column, one.When.Aside) ?? WithAppraisal(of)) Add(of with { Ordinal = lines.Count - firstOfRow, Days = days, Kind = kind });
            }
        }
    }

    private const int LongestKind = 6;   // 民主评议党员, and not 2024年度组织生活会

    /// <summary>17日（组织生活会）、25日（民主评议） in the column of both; null where the day does not say it.</summary>
    private static List<string?>? KindsOfDay(KindColumn column, string aside) => aside.Length <= LongestKind && KindWords.In(column.Heading).Count > 1 && KindWords.In(aside) is { Count: > 0 } said ? [.. said] : null;

    /// <summary>1月8日，应到3人、实到3人；2月4日，3人 in the column of dates. Of matters beside it, as many as meetings, each has its own.</summary>
    private void ReadDaysOfMatter(RowWords row, KindColumn column, PastLine line)
    {
        var before = lines.Count;
        ReadDays(row, column, line, context.Month);
        var (topics, contents) = (Matters(line.Topic), Matters(line.Content));
        for (var (i, held) = (before, lines.Count - before); held > 1 && i < lines.Count; i++)
            lines[i] = lines[i] with { Topic = topics.Length == held ? topics[i - before] : lines[i].Topic, Content = contents.Length == held ? contents[i - before] : lines[i].Content };
    }

    private static string[] Matters(string text) => HalfWidth.Of(text).Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

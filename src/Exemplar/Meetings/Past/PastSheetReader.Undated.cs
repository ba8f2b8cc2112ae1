using System.Globalization;
using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>Rows without a day on which something was held: what they say instead, and why nothing comes of them.</summary>
internal sealed partial class PastSheetReader
{
    private static readonly PastColumn[] SayingSo = [PastColumn.Held, PastColumn.Notes, PastColumn.Date, PastColumn.Who];

    private static string? NotHeld(RowWords row, bool hasDay)
    {
        foreach (var column in SayingSo)
            if (row.Text(column) is { Length: > 0 } text && (HeldOrNot.IsNotHeld(text) || (column is PastColumn.Notes or PastColumn.Date && HeldOrNot.SaysNotHeld(text, hasDay)))) return $"没有召开（{text[..Math.Min(text.Length, 20)]}）";
        return NoDayIn(row) is { } mark ? $"日期一栏写的是“{mark}”，按没有召开处理；开过的请填上日期再导入" : null;
    }

    /// <summary>The mark that stands where the day should: /, —, 无.</summary>
    private static string? NoDayIn(RowWords row) =>
        (row.At(PastColumn.Day) is null || row.Cell(PastColumn.Date).Kind is not CellKind.Empty ? PastColumn.Date : PastColumn.Day) is var column
        && row.Cell(column) is { Kind: not (CellKind.Empty or CellKind.Error) } cell && row.Text(column).Length == 0 && cell.Text.Trim() is { Length: > 0 } mark && mark != "同上" ? mark : null;

    /// <summary>What a plan says (拟12月18日): left out while its day is to come, and asked about with better words afterwards. Null where no plan is written.</summary>
    private (bool IsAhead, string Why)? PlanIn(string text, int? month)
    {
        var quoted = PrivateText.Quote(text.Trim());
        if (PlannedMonth().Match(HalfWidth.Of(text).Trim()) is { Success: true } whole && MonthOf(whole) is { } of)
            return of > today ? (true, $"“{quoted}”还没有到，是计划；开了以后再导入一次") : null;
        if (Planned().Match(HalfWidth.Of(text).Trim()) is not { Success: true } plan) return null;
        if (WhenHeld.Read(new Cell(CellKind.Text, plan.Groups["day"].Value), month, context.YearOf).Days is not [.., var last]) return null;
        return last.First >= today ? (true, $"“{quoted}”是计划，还没有开；开了以后再导入一次") : (false, $"“{quoted}”写的是计划，日子已经过了：开过的请填实际日期，没有开的选不导入");
    }

    /// <summary>The first day of a month without a day: 12月（拟）.</summary>
    private DateOnly? MonthOf(Match written) =>
        int.Parse(written.Groups["month"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month && (written.Groups["year"] is { Success: true } year ? int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) : context.YearOf(month)) is { } of ? new DateOnly(of, month, 1) : null;

    [GeneratedRegex(@"^(?:拟|计划|预计|暂定)?(?:(?<year>20\d\d)年)?(?<month>\d{1,2})月份?(?:[上中下]旬|底|初|末)?(?:\((?:拟|计划|预计|暂定|待定)[^)]*\)|(?:拟|计划|预计|暂定)?(?:召开|开展|举行)?)$")]
    private static partial Regex PlannedMonth();

    [GeneratedRegex(@"^(?:拟|计划|预计|暂定|准备)(?![定订写])(?:于|在|定于)?\s*(?<day>\d.*?)(?:召开|开展|举行|开)?$")]
    private static partial Regex Planned();
}

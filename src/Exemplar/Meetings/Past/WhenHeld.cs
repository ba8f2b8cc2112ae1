using System.Globalization;
using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>A day on which something was held, or the first and the last of several that were one session.</summary>
public readonly record struct HeldDays(DateOnly First, DateOnly? Last = null);

/// <summary>What a cell says about days.</summary>
/// <param name="Days">Empty when it is not understood.</param>
/// <param name="Why">Why not, or what should be looked at; empty when there is nothing to say.</param>
/// <param name="Aside">Words beside the days: 4月9日（研究发展党员）.</param>
internal sealed record WhenHeld(IReadOnlyList<HeldDays> Days, string Why, string Aside)
{
    private static WhenHeld Not(string why) => new([], why, "");

    public static WhenHeld Read(Cell cell, SheetContext context) => Read(cell, context.Month, context.YearOf);

    /// <param name="month">The month that is meant where only days stand.</param>
    /// <param name="yearOf">The year that is meant for a month where none stands.</param>
    public static WhenHeld Read(Cell cell, int? month, Func<int, int?> yearOf)
    {
        if (cell.Kind is CellKind.Empty) return Not("没有日期");
        if (cell.Kind is CellKind.Error) return Not("日期是错误值");
        if (cell.Kind is CellKind.Date && DateOnly.TryParseExact(cell.Text, "yyyy-MM-dd", out var exact)) return new([new(exact)], "", "");
        if (cell.Kind is CellKind.Number && SerialDay(cell.Text) is { } serial) return new([new(serial)], "", "");

        var read = new DayReader(month, yearOf).Read(HalfWidth.Of(cell.Text));
        // As a number 3.10 becomes 3.1, and 3.20 becomes 3.2: only whoever typed it knows.
        return cell.Kind is CellKind.Number && read.Days is [{ First: { Day: <= 3 } only }] && only.Day * 10 <= DateTime.DaysInMonth(only.Year, only.Month) && cell.Text.Contains('.', StringComparison.Ordinal)
            ? read with { Why = $"“{cell.Text}”按 {only.Month} 月 {only.Day} 日读；如果是 {only.Day}0 日，请改正" }
            : read;
    }

    private static DateOnly? SerialDay(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is >= 36_526 and < 73_051 ? SheetRows.SerialDay(number) : null;   // 2000 to 2099
}

/// <summary>Reads days one after the other; each takes year and month from the one before where it says none.</summary>
internal sealed partial class DayReader(int? month, Func<int, int?> yearOf)
{
    private static readonly char[] Marks = [' ', '\n', ',', ';', ':', '、', '/', '-', '。'];

    private readonly List<HeldDays> days = [];
    private int? year;
    private int? monthNow = month;
    private bool isRange;
    private string written = "";

    public WhenHeld Read(string written)
    {
        this.written = written;
        var aside = string.Join(' ', Aside().Matches(written).Select(m => m.Groups["words"].Value.Trim()).Where(w => !Hours().IsMatch(w) && !Weekday().IsMatch(w)));
        var text = Hours().Replace(Weekday().Replace(Aside().Replace(written, Blank), Blank), Blank).TrimEnd();   // every place stays where it was
        var at = text.Length - text.TrimStart().Length;
        while (at < text.Length)
        {
            if (Day().Match(text, at) is not { Success: true } day || day.Index != at) return WithWords(text, at, aside);
            if (Take(day) is { } refused) return new([], refused, "");
            at = day.Index + day.Length;
            if (Between().Match(text, at) is not { Success: true } between || between.Index != at) return at == text.Length ? new(days, "", aside) : WithWords(text, at, aside);
            isRange = between.Groups["range"].Success;
            at += between.Length;
            if (at >= text.Length && isRange) return Not(written);
        }
        return days.Count > 0 ? new(days, "", aside) : Not(written);
    }

    /// <summary>1.17 走访慰问: what it was, behind the day.</summary>
    private WhenHeld WithWords(string text, int at, string aside)
    {
        if (days.Count == 0 || isRange || Vague().IsMatch(text[at..])) return Not(written);
        var rest = Spaces().Replace(Hours().Replace(Weekday().Replace(written[at..], " "), " "), " ").Trim(Marks);
        var words = Aside().Replace(rest, "").Trim();
        return new(days, "", words.Length > 0 && words != rest ? rest : $"{words} {aside}".Trim());   // 学习条例(试行) keeps its brackets
    }

    private static string Blank(Match match) => new(' ', match.Length);

    private static WhenHeld Not(string written) => new([], MonthAlone().IsMatch(written) ? $"“{Short(written)}”只有月份，没有日" : $"“{Short(written)}”不是能认出的日期", "");

    private static string Short(string text) => PrivateText.Quote(text);

    private string? Take(Match day)
    {
        if (day.Groups["y"] is { Success: true, Value: var inYears }) year = Number(inYears) is var y and < 100 ? 2000 + y : Number(inYears);
        if (day.Groups["m"] is { Success: true, Value: var inMonth })
        {
            if (year is not null && !day.Groups["y"].Success && isRange && Number(inMonth) < monthNow) year++;
            monthNow = Number(inMonth);
        }
        var number = Number(day.Groups["d"].Value);
        if (monthNow is not (>= 1 and <= 12)) return $"“{Short(day.Value)}”没有月份";
        if ((year ?? yearOf(monthNow.Value)) is not { } inYear) return $"“{Short(day.Value)}”没有年份，表名和标题里也没有";
        if (number < 1 || inYear is < 1950 or > 2100 || number > DateTime.DaysInMonth(inYear, monthNow.Value)) return $"“{Short(day.Value)}”：{inYear} 年没有这一天";

        var on = new DateOnly(inYear, monthNow.Value, number);
        if (!isRange) days.Add(new(on));
        else if (days[^1] is { Last: null } begun && on > begun.First && on < begun.First.AddDays(60)) days[^1] = new(begun.First, on);
        else if (days[^1] is { Last: null, First: var since } && on > since) return $"“{Short(written)}”从 {since.Month} 月 {since.Day} 日到 {on.Month} 月 {on.Day} 日，不像一次会议：每月都开的，请在表里一次写一行、写上日期，再导入";
        else return $"“{Short(day.Value)}”不在前一个日期之后";
        isRange = false;
        return null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // 20250315 · 2025年3月15日, 2025.3.15, 25-3-15 · 3月15日, 3.15, 3/15 · 15日, 15
    [GeneratedRegex("""
        (?:
            (?<y>20\d\d)(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)(?!\d)
          | (?<y>20\d\d|2\d)\s*(?:年|(?<s>[.\-/、]))\s*(?<m>\d{1,2})\s*(?:月|\k<s>)\s*(?<d>\d{1,2})(?!\d)(?:\s*[日号])?
          | (?<m>\d{1,2})\s*(?:月|[./·])\s*(?<d>\d{1,2})(?![\d./])(?:\s*[日号])?
          | (?<d>\d{1,2})(?![\d./月])(?:\s*[日号])?
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    [GeneratedRegex(@"\s*(?:(?<range>-|—+|–|~|～|至|到)|[、,;；和及\s/]|$)\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[(\[【](?<words>[^)\]】]*)[)\]】]")]
    private static partial Regex Aside();

    // 15:00-16:30, 下午3点, 上午9时30分至11时, 全天
    [GeneratedRegex(@"(?:上午|下午|晚上|晚|中午|早上|全天|半天)?\s*\d{1,2}\s*[:点时]\s*(?:\d{1,2}|半)?\s*分?(?::\d\d)?(?:\s*(?:-|—+|–|~|至|到)\s*(?:上午|下午|晚上)?\s*\d{1,2}\s*[:点时]\s*(?:\d{1,2}|半)?\s*分?)?|上午|下午|晚上|中午|早上|全天|半天")]
    private static partial Regex Hours();

    // Days that are not certain, and numbers that may be other days; but 年度组织生活会, 讨论年度工作计划 and 研究2027年预算 say what it was about.
    [GeneratedRegex(@"^[\s,;、]*(?:左右|前后|旬|拟(?!定|订|写)|计划|以前|以后|之?前|之?后|次|人|月|年(?!度))|(?<!\d)(?!20\d\d年(?!\s*\d)|\d+\s*(?:周年|届|期|项|个|户|条|章|笔))\d")]
    private static partial Regex Vague();

    [GeneratedRegex("(?:星期|周|礼拜)[一二三四五六日天末]")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"^\s*(?:20\d\d\s*[年.\-/]\s*)?\d{1,2}\s*月(?:份|[上中下]旬|初|底|末)?\s*$")]
    private static partial Regex MonthAlone();
}

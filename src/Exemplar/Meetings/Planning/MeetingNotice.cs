using System.Globalization;
using System.Text.RegularExpressions;
using Exemplar.Meetings.Past;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Planning;

/// <summary>
/// What a notice that somebody sent says of a meeting; each null or empty where it does not say. Pure. Whoever plans the meeting
/// sees it in the form before anything is kept.
/// </summary>
/// <param name="Kind">A key of the kinds of meetings.</param>
/// <param name="Unit">The body as the notice calls it.</param>
public sealed partial record MeetingNotice(DateOnly? On, TimeOnly? StartsAt, TimeOnly? EndsAt, string Place, string Topic, IReadOnlyList<string> Agenda, string? Kind, string? Unit)
{
    /// <summary>Of a day without a year: not longer ago than this, else next year's.</summary>
    private const int DaysBack = 180;

    public static MeetingNotice Read(string text, DateOnly today)
    {
        var plain = HalfWidth.Of(text).ReplaceLineEndings("\n");
        var (starts, ends) = Times(plain);
        return new(DayIn(plain, today), starts, ends, Short(PlaceIn(plain), Meeting.LongestPlace), Short(After(Matter(), plain), Meeting.LongestTopic), AgendaIn(plain), KindWords.In(plain).FirstOrDefault(), NamedUnits.In(plain) is { } unit && !unit.Contains('各', StringComparison.Ordinal) ? unit : null);
    }

    /// <summary>The choice that the notice means: its unit with its kind, or the only unit that holds such meetings. Null when several may be meant.</summary>
    public string? Choice(MeetingPlaces places)
    {
        if (Kind is null) return null;
        var holding = places.Units.Where(u => places.Kinds.In(u.Kind).Any(k => k.Key == Kind)).ToList();
        var named = Unit is null ? [] : holding.FindAll(u => RosterUnits.Key(Unit).EndsWith(RosterUnits.Key(u.Name), StringComparison.Ordinal));
        return named is [var only] ? MeetingPlaces.Key(only.Id, Kind) : Unit is null && holding is [var alone] ? MeetingPlaces.Key(alone.Id, Kind) : null;
    }

    private static DateOnly? DayIn(string text, DateOnly today)
    {
        foreach (Match day in Day().Matches(text).OrderByDescending(m => m.Groups["called"].Success))   // 定于3月6日 before the day on which the notice was written
        {
            var (month, number) = (Number(day, "m"), Number(day, "d"));
            if (month is < 1 or > 12) continue;
            var year = day.Groups["y"].Success ? Number(day, "y") : today.Year;
            if (number < 1 || number > DateTime.DaysInMonth(year, month)) continue;
            var on = new DateOnly(year, month, number);
            return !day.Groups["y"].Success && on < today.AddDays(-DaysBack) ? on.AddYears(1) : on;
        }
        if (NearDay().Match(text) is { Success: true } near) return today.AddDays(near.Value[0] switch { '前' => -2, '昨' => -1, '明' => 1, '后' => 2, _ => 0 });
        if (Weekday().Match(text) is not { Success: true } week) return null;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) + (week.Groups["next"].Success ? 7 : 0));
        return monday.AddDays("一二三四五六日天".IndexOf(week.Groups["day"].Value, StringComparison.Ordinal) is var n and < 7 ? n : 6);
    }

    private static (TimeOnly? From, TimeOnly? To) Times(string text)
    {
        if (Time().Match(text) is not { Success: true } first || Clock(first, null) is not { } from) return (null, null);
        var second = Time().Match(text, first.Index + first.Length);
        var between = second.Success ? text[(first.Index + first.Length)..second.Index].Trim() : "";
        return (from, second.Success && between is "-" or "至" or "—" or "~" or "到" or "–" ? Clock(second, from) : null);
    }

    private static TimeOnly? Clock(Match time, TimeOnly? after)
    {
        var (hour, minute) = (Number(time, "h"), time.Groups["half"].Success ? 30 : time.Groups["min"].Success ? Number(time, "min") : 0);
        var isLate = time.Groups["part"].Value is "下午" or "晚上" or "晚" or "今晚" || (!time.Groups["part"].Success && after?.Hour >= 12);
        if (hour < 12 && isLate) hour += 12;
        return hour <= 23 && minute <= 59 ? new TimeOnly(hour, minute) : null;
    }

    private static string PlaceIn(string text) => After(LabelledPlace(), text) is { Length: > 0 } labelled ? labelled : Room().Match(text) is { Success: true } place ? place.Groups["what"].Value.Trim() : "";

    private static List<string> AgendaIn(string text)
    {
        if (AgendaHead().Match(text) is not { Success: true } head) return [];
        var lines = text[(head.Index + head.Length)..].Split('\n', StringSplitOptions.TrimEntries).SkipWhile(l => l.Length == 0).ToList();
        if (lines.Count == 0) return [];
        var numbered = lines.TakeWhile(l => Numbered().IsMatch(l)).ToList();
        return [.. AgendaNumbers.Strip([.. numbered.Count > 0 ? numbered : [lines[0].TrimEnd('。')]])];
    }

    private static string After(Regex label, string text) => label.Match(text) is { Success: true } found ? found.Groups["what"].Value.Trim().TrimEnd('。', ',', ';') : "";

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<called>(?:定于|拟于|改到|改为|时间:?)\s*)?(?:(?<y>20\d\d)\s*[年.\-/]\s*)?(?<!\d)(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]")]
    private static partial Regex Day();

    [GeneratedRegex("前天|昨天|昨晚|今天|今晚|明天|明晚|后天")]
    private static partial Regex NearDay();

    [GeneratedRegex("(?:(?<next>下)|本|这)?(?:周|星期)(?<day>[一二三四五六日天])")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<part>上午|下午|晚上|今晚|晚|中午|早上)?\s*(?<!\d)(?<h>\d{1,2})(?:\s*:\s*(?<min>\d{2})|\s*[点时](?:\s*(?:(?<min>\d{1,2})\s*分?|(?<half>半)))?)(?!\d)")]
    private static partial Regex Time();

    [GeneratedRegex(@"(?:地点|地址|会场)\s*:\s*(?<what>[^\n。;,]{1,60})")]
    private static partial Regex LabelledPlace();

    [GeneratedRegex(@"(?:在|到)(?<what>[^\s。;,:]{2,20}?(?:室|厅|楼|馆|园|场|中心|广场|门|基地))(?=[召举开参集。,;\n]|$)")]
    private static partial Regex Room();

    [GeneratedRegex(@"(?:会议|活动|学习|党课)?(?:主题|内容|题目)\s*:\s*(?<what>[^\n]{1,200})")]
    private static partial Regex Matter();

    [GeneratedRegex(@"(?:会议)?(?:议程|议题|程序)\s*:")]
    private static partial Regex AgendaHead();

    [GeneratedRegex(@"^(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[(（].{1,2}[)）])\s*[.、．)]?\s*\S")]
    private static partial Regex Numbered();
}

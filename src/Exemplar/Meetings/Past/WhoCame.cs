using System.Globalization;
using System.Text.RegularExpressions;

namespace Exemplar.Meetings.Past;

/// <summary>What the cells of a row say of who was there. Nothing is concluded that they do not say.</summary>
/// <param name="All">全体党员.</param>
/// <param name="Names">The words in which people are named as having come; read against the roll later.</param>
/// <param name="Away">The words in which people are named as away.</param>
public sealed partial record WhoCame(int? Due, int? Present, bool All, string Names, string Away)
{
    private static readonly char[] BetweenNames = ['、', ',', ';', ' ', '\n', '\t', '。'];
    private static readonly string[] NotNames = ["人员", "全体", "党员", "群众", "干部", "职工", "名单", "分子", "支部", "委员", "应到", "实到", "出席", "情况"];

    public static WhoCame Read(string who, string due, string present, string away)
    {
        var text = HalfWidth.Of(who).Trim();
        // 参会人数 may hold 应到10人，实到9人 as well.
        string[] cells = [text, HalfWidth.Of(present).Trim(), HalfWidth.Of(due).Trim()];
        var (dueSaid, presentSaid) = (Count(due) ?? First(Due1(), cells), Count(present) ?? First(Present1(), cells));
        if (dueSaid is null && presentSaid is null && cells.Select(c => Ratio().Match(c)).FirstOrDefault(m => m.Success) is { } ratio)
        {
            var (a, b) = (Number(ratio, "a"), Number(ratio, "b"));
            (presentSaid, dueSaid) = (Math.Min(a, b), Math.Max(a, b));
        }
        var excused = string.Join('、', ((string[])[HalfWidth.Of(away).Trim(), .. Excused().Matches(text).Select(m => m.Value)]).Where(w => w.Length > 0 && !IsCount(w)));
        var came = Excused().Replace(text, " ").Trim();
        presentSaid ??= First(Own(), cells) ?? Stated(Together(), came) ?? Stated(Together(), cells[1]) ?? Count(came) ?? LessAway(dueSaid, text);
        var all = Everybody().IsMatch(came) && !text.Contains("除外", StringComparison.Ordinal);   // but for some who are not named
        var names = all || IsCount(came) || Ratio().IsMatch(came) || Own().IsMatch(came) ? "" : came;
        if (presentSaid is null && !all && Listed(names) is > 0 and var listed) presentSaid = listed;
        return new(dueSaid, presentSaid, all, names, excused);
    }

    /// <summary>应到11人，请假1人 or 应到11人，全勤.</summary>
    private static int? LessAway(int? due, string text) =>
        due is null ? null : Complete().IsMatch(text) ? due : AwayCount().Matches(text) is { Count: > 0 } away && away.Sum(m => Number(m, "n")) is var gone && gone < due ? due - gone : null;

    /// <summary>A row below, with more names.</summary>
    public static string Join(string above, string below) => above.Length == 0 ? below : below.Length == 0 || below == above ? above : $"{above}、{below}";

    /// <summary>A remark that says who was on leave, where no column does. One with a day tells of something else besides.</summary>
    public static bool TellsOfLeave(string notes) => Leave().IsMatch(notes) && !OtherDay().IsMatch(notes);

    /// <summary>张三、李四等14人: the names without the count.</summary>
    public static string WithoutCount(string list) => Together().Replace(list, "");

    /// <summary>The words of a list that look like names of people.</summary>
    public static List<string> NamesIn(string list) => [.. WordsOf(WithoutCount(list)).Select(w => w.TrimEnd('等')).Where(IsName).Distinct()];

    /// <summary>How many people a plain list names; 0 when it holds anything else.</summary>
    private static int Listed(string names) => WordsOf(names) is var words && words.All(IsName) ? words.Distinct().Count() : 0;

    private static string[] WordsOf(string names) => Between().Replace(names, "、").Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsName(string word) => NameLike().IsMatch(word) && !NotNames.Any(n => word.Contains(n, StringComparison.Ordinal));

    private static bool IsCount(string text) => Alone().IsMatch(text);

    private static int? Count(string text) => Alone().Match(HalfWidth.Of(text).Trim()) is { Success: true } alone ? Number(alone, "n") : null;

    private static int? First(Regex words, IEnumerable<string> cells) => cells.Select(c => Stated(words, c)).FirstOrDefault(n => n is not null);

    private static int? Stated(Regex words, string text) => words.Match(text) is { Success: true } said ? Number(said, "n") : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:共|计)?\s*(?<n>\d{1,4})\s*[人名]?\s*(?:\(全[体员][^)]*\))?$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"应(?:到|参加|参会|出席)[^\d\n]{0,6}(?<n>\d{1,4})")]
    private static partial Regex Due1();

    [GeneratedRegex(@"^\s*(?<n>\d{1,4})\s*[人名]?\s*\(应到|(?:实(?:到|际参加|参加|际到会)|到会|出席)[^\d\n]{0,4}(?<n>\d{1,4})|(?<!应)(?:参加|参会|参与)\s*(?<n>\d{1,4})\s*[人名]")]
    private static partial Regex Present1();

    [GeneratedRegex(@"^\s*(?<a>\d{1,4})\s*[人名]?\s*[/／]\s*(?<b>\d{1,4})\s*[人名]?\s*$")]
    private static partial Regex Ratio();

    [GeneratedRegex(@"(?:等|共|计|合计|全体)[^\d\n、,]{0,6}(?<n>\d{1,4})\s*[人名]|(?<![\d年月])(?<n>\d{1,4})\s*[人名](?:党员|同志)?(?:参加|参会|到会|出席)")]
    private static partial Regex Together();

    // Of a meeting held with others: 本支部11人（两支部共18人）
    [GeneratedRegex(@"本(?:支部|单位|组|小组)[^\d\n]{0,6}(?<n>\d{1,4})\s*[人名]?")]
    private static partial Regex Own();

    [GeneratedRegex("全体(?:党员|支委|委员|人员|成员|同志)|全员|所有党员|^全体$")]
    private static partial Regex Everybody();

    // （请假：孙丽）, 请假2人（周明、吴芳）, 缺席：李四, 秦七请假
    [GeneratedRegex(@"(?<=^|[,;、。\s])[\u4e00-\u9fff]{2,4}(?:因[\u4e00-\u9fff]{1,6})?(?:请假|缺席|未到)(?=$|[,;、。\s])|[(\[【][^)\]】]*(?:请假|缺席|未到|出差|病假|事假|除外)[^)\]】]*[)\]】]|[,;。]?\s*(?:请假|缺席|未到)[^,;。()]*(?:\([^)]*\))?")]
    private static partial Regex Excused();

    [GeneratedRegex("全勤|全到|全部到[会齐]|无(?:人)?(?:缺席|请假)")]
    private static partial Regex Complete();

    [GeneratedRegex(@"(?:请假|缺席|未到)\s*(?<n>\d{1,3})\s*[人名]")]
    private static partial Regex AwayCount();

    [GeneratedRegex("请假|病假|事假|缺席")]
    private static partial Regex Leave();

    [GeneratedRegex(@"\d\s*[月.]\s*\d")]
    private static partial Regex OtherDay();

    [GeneratedRegex(@"[\s,;，；、。]+")]
    private static partial Regex Between();

    [GeneratedRegex("^[\u4e00-\u9fff]{2,4}$|^[\u4e00-\u9fff]{1,10}(?:·[\u4e00-\u9fff]{1,10})+$")]
    private static partial Regex NameLike();
}

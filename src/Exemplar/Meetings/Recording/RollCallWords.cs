using System.Text.RegularExpressions;

namespace Exemplar.Meetings.Recording;

/// <summary>The words that people put beside names in such lists.</summary>
internal static partial class RollCallWords
{
    /// <summary>Null when the words say nothing of it.</summary>
    public static Attendance? AttendanceOf(string words) =>
        Written().IsMatch(words) ? Attendance.WrittenOpinion
        : Absent().IsMatch(words) ? Attendance.Absent
        : Leave().IsMatch(words) ? Attendance.Excused
        : null;

    /// <summary>Why, without the words that only say that: 因公出差请假 → 因公出差.</summary>
    public static string ReasonIn(string words) => AttendanceOf(words) is Attendance.Absent ? "" : Bare().Replace(words, "").Trim(' ', ',', '，', '、');

    public static bool IsGuest(string words) => words.Contains("列席", StringComparison.Ordinal);

    /// <summary>Only what somebody is: never a reason.</summary>
    public static bool IsTitle(string words) => Title().Match(words) is { Success: true } title && title.Length == words.Length;

    /// <summary>Says that somebody comes, or nothing.</summary>
    public static bool IsNoise(string words) => Noise().IsMatch(words);

    /// <summary>What a heading before names says of all of them; null when it is none.</summary>
    public static bool IsHeading(string words) => AttendanceOf(words) is not null || IsGuest(words) || Came().IsMatch(words);

    /// <summary>May follow a name without a space.</summary>
    public static bool MayFollowName(string rest) => AttendanceOf(rest) is not null || IsGuest(rest) || IsNoise(rest) || Title().IsMatch(rest);

    /// <summary>May stand before a name without a space: a unit, a post.</summary>
    public static bool MayPrecedeName(string rest) => BeforeName().IsMatch(rest);

    /// <summary>Two to four characters that begin with a family name and are no unit.</summary>
    public static bool IsPersonal(string words) => Personal().IsMatch(words) && !BeforeName().IsMatch(words) && !IsNoise(words);

    [GeneratedRegex("书面")]
    private static partial Regex Written();

    [GeneratedRegex("缺席|未请假|没请假|无故|旷会|缺会")]
    private static partial Regex Absent();

    [GeneratedRegex("请假|病假|事假|休假|年假|产假|婚假|丧假|公休|陪产|出差|公出|外出|公务|值班|住院|生病|就医|看病|培训|脱产|下乡|驻村|出国|探亲|不参加|不能参加|无法参加|不能来|来不了|去不了|参加不了|不到会|不出席|到不了|^[×xX✕]$")]
    private static partial Regex Leave();

    [GeneratedRegex("已?请假|不能?参加|无法参加|参加不了|不能来|来不了|去不了|到不了|不到会|不出席|已?交?了?书面意见|书面|[×xX✕]|人员|名单|同志|^已|已$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(?:(?:都|均|也|会|能|能够|可以|已|已经)?(?:到|来|参加|在)(?:了|会|场)?|参加|参会|收到|已?到|在|好|好的|同意|明白|报到|报名|.*(?:准时|按时)?(?:参加|参会|出席|到会|到场)|迟到.*|早退.*|等?\d+人|.*收到|全体.*|应到.*|实到.*|等|[周星期礼拜]+[一二三四五六日天末].*|时间.*|地点.*|主题.*|会议.*|党员.*|主持.*|记录.*|[^\u4e00-\u9fff]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Noise();

    [GeneratedRegex("^(?:出席|实到|到会|参会|参加)")]
    private static partial Regex Came();

    [GeneratedRegex("^(?:同志|老师|书记|副书记|主任|副主任|科长|副科长|处长|副处长|局长|副局长|秘书长|副秘书长|组长|委员|调研员|等)")]
    private static partial Regex Title();

    [GeneratedRegex("(?:科|处|室|部|组|局|办|委|会|书记|主任|长|员|同志)$")]
    private static partial Regex BeforeName();

    [GeneratedRegex("^(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文施洪俞倪严章鲁葛殷翁柳祝项毕郁阮裴席季童焦安左耿甘])[\u4e00-\u9fff]{1,2}$")]
    private static partial Regex Personal();
}

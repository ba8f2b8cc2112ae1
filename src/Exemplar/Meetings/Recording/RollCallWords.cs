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

    /// <summary>Speaks of all who were named before it: 都请假, 二人公休.</summary>
    public static bool IsForAll(string words) => ForAll().IsMatch(words);

    /// <summary>Says of whoever it stands behind that they come.</summary>
    public static bool SaysComing(string words) => Coming().IsMatch(words);

    /// <summary>Says nothing of whether they come: a tick, a greeting, a post, a unit.</summary>
    public static bool SaysNothing(string words) => Array.TrueForAll(words.Split('，', '、', ' '), w => Tick().IsMatch(w) || IsTitle(w) || Place().IsMatch(w));

    /// <summary>A post without a name, with a word that says whether its holder comes: 书记请假.</summary>
    public static (string Post, string After)? PostWithNote(string words) =>
        Title().Match(words) is { Success: true } title && IsNote(words[title.Length..]) ? (title.Value, words[title.Length..]) : null;

    /// <summary>What may stand behind a familiar name without a space.</summary>
    public static bool IsNote(string words) => AttendanceOf(words) is not null || SaysComing(words);

    /// <summary>替张三请假: what follows the word that says for whom; null when it is something else.</summary>
    public static string? OnBehalf(string words) => Behalf().Match(words) is { Success: true } behalf ? words[behalf.Length..] : null;

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

    [GeneratedRegex("(?<![不没未]|不[用需必]|[没无]有|无[需须])请(?:个|了|[一半]?[天下会])?假|病假|事假|休假|年假|产假|婚假|丧假|公休|陪产|出差|公出|外出|公务|值班|住院|生病|就医|看病|培训|脱产|下乡|驻村|出国|探亲|不参加|不能参加|无法参加|不能来|来不了|去不了|参加不了|不到会|不出席|到不了|^[×xX✕]$")]
    private static partial Regex Leave();

    [GeneratedRegex("^[他她](?=[^们])|^(?:都|均|[二两三四五六七八九十\\d]+[个位]?人?都?)(?=.)|已?请(?:个|了|[一半]?[天下会])?假|不能?参加|无法参加|参加不了|不能来|来不了|去不了|到不了|不到会|不出席|已?交?了?书面意见|书面|[×xX✕]|人员|名单|同志|^已|已$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(?:(?:都|均|也|会|能|能够|可以|已|已经)?(?:到|来|参加|在)(?:了|会|场)?|参加|参会|收到|已?到|在|好|好的|同意|明白|报到|报名|.*(?:准时|按时)?(?:参加|参会|出席|到会|到场)|迟到.*|早退.*|等?\d+人|.*收到|全体.*|应到.*|实到.*|等|[周星期礼拜]+[一二三四五六日天末].*|时间.*|地点.*|主题.*|会议.*|党员.*|主持.*|记录.*|[^\u4e00-\u9fff]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Noise();

    [GeneratedRegex("^(?:都|均|全|[二两三四五六七八九十\\d]+[个位]?人)")]
    private static partial Regex ForAll();

    [GeneratedRegex("^(?:我|本人|也|都|均|会|必|报名|能够?|可以|已经?|马上|就|一定|保证|准时|按时|肯定|正常)*(?:到|来|参加|参会|出席|报到|报名)(?:了|会|场|位|的)?(?:会议|活动|学习)?(?:[!！~。]*)$|^晚(?:点|些|一点|一会儿?)?到|^(?:迟到|早退)|^[不无][用需须必]*请假$|^(?:现场|线下|没问题)$")]
    private static partial Regex Coming();

    [GeneratedRegex("^(?:在|好|好的|同意|明白|收到|已阅|知悉|了解|谢谢|[男女]|[\\u4e00-\\u9fff]{1,3}族|(?:预备|正式|流动|退休|在职)(?:党员)?|已?收到.*|等|等?\\d+人|(?:应到|实到|合计|总计|以上|共).*|主持人?|记录人?|召集人|[授讲]课人?|主讲人?|(?:ok|okay|yes|y|get|roger)[!！~]*|[^\\u4e00-\\u9fffa-z?？]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Tick();

    // A unit or a post, and not where somebody is: 综合科, 宣传委员, 第一党小组; not 去市委办.
    [GeneratedRegex("^(?![我他她去在到赴回陪跟有要没不还])[\\u4e00-\\u9fff\\d]{0,10}(?:科|处|室|部|组|局|委|办|支部|书记|主任|长|员|干事|同志|积极分子|发展对象|群众)$")]
    private static partial Regex Place();

    [GeneratedRegex("^(?:替|代|帮忙?|为|给)")]
    private static partial Regex Behalf();

    [GeneratedRegex("^(?:出席|实到|到会|参会|参加)")]
    private static partial Regex Came();

    [GeneratedRegex("^(?:同志|老师|书记|副书记|主任|副主任|科长|副科长|处长|副处长|局长|副局长|秘书长|副秘书长|组长|委员|调研员|等)")]
    private static partial Regex Title();

    [GeneratedRegex("(?:科|处|室|部|组|局|办|委|会|书记|主任|长|员|同志)$")]
    private static partial Regex BeforeName();

    [GeneratedRegex("^(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文施洪俞倪严章鲁葛殷翁柳祝项毕郁阮裴席季童焦安左耿甘])[\u4e00-\u9fff]{1,2}$")]
    private static partial Regex Personal();
}

using System.Text.RegularExpressions;

namespace Exemplar.Tests.Architecture;

/// <summary>
/// What a system for public offices may not count or show (facts of the domain, section 5): forced check-ins, rankings by
/// points, time spent online or reading, likes, read receipts. Names are looked at word by word, text as it is written.
/// </summary>
internal static partial class ForbiddenWords
{
    /// <summary>Words that are allowed in one place, with the reason. <c>Where</c> is the end of a path, or a name.</summary>
    private static readonly (string Where, string What, string Reason)[] Allowed =
    [
        ("seed/speech.txt", "排名", "the leader says that there will be none: 不搞排名"),
    ];

    private static readonly (string Where, string What, string Reason)[] AllowedNames =
    [
        ("Exemplar.Campaigns.Reading.", "rank", "how deep a heading of a plan stands"),
        ("Exemplar.Campaigns.Reading.", "ranks", "how deep a heading of a plan stands"),
    ];

    /// <summary>The same, apart from those allowed in types whose full name begins so.</summary>
    public static string? InName(string where, string name) =>
        InName(name) is { } word && !AllowedNames.Any(a => a.What == word && where.StartsWith(a.Where, StringComparison.Ordinal)) ? word : null;

    /// <summary>The forbidden word in a name of the program (property, column, route, JSON key, query name); null when there is none.</summary>
    public static string? InName(string name) =>
        Words().Replace(name, "-$0").Replace('_', '-').ToLowerInvariant() is var words && Names().Match(words) is { Success: true } found ? found.Value.Trim('-') : null;

    /// <summary>The forbidden words of a text that people read, apart from those allowed <paramref name="where"/>.</summary>
    public static IEnumerable<string> InText(string where, string text) =>
        Texts().Matches(text).Select(m => m.Value).Distinct().Where(word => !Allowed.Any(a => a.What == word && where.EndsWith(a.Where, StringComparison.Ordinal)));

    /// <summary>Allowed places whose word is no longer there.</summary>
    public static IEnumerable<string> Unused(IReadOnlyDictionary<string, string> texts) =>
        from allowed in Allowed
        where !texts.Any(t => t.Key.EndsWith(allowed.Where, StringComparison.Ordinal) && t.Value.Contains(allowed.What, StringComparison.Ordinal))
        select $"{allowed.What} in {allowed.Where}: {allowed.Reason}";

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z]*")]
    private static partial Regex Words();

    // Signing in is the door, not 签到; "sign-in-sheet" would be. "read-at" is when a plan was read by the program.
    [GeneratedRegex(@"(?<=^|-)(?:-?(?:check-?ins?|checked-in|clock-?in|punch-?(?:card|in)s?|attendance-?streak|streaks?|sign-?in-?(?:sheet|count|sheets)|log-?in-?counts?" +
        @"|rank(?:s|ed|ing|ings)?|leader-?boards?|score-?boards?|hit-?list|top-?scorers?|league-?tables?" +
        @"|on-?line|online-?(?:time|users|minutes)|active-?(?:users|minutes|time)|last-?(?:seen|active|online)|dwell|time-?spent|minutes-?spent|duration|durations|heart-?beats?|page-?views?|view-?counts?|visit-?counts?" +
        @"|likes|liked|like-?counts?|(?<=^-?)like|thumbs?-?up|up-?votes?" +
        @"|read-?receipts?|read-?by|is-?read|un-?read|seen-?(?:by|at)|opened-?by|photo-?required|require-?photos?))(?=$|-)")]
    private static partial Regex Names();

    // 签收 answers a task and is no 签到; 已读取, 未读到 tell what the plan reader has read.
    [GeneratedRegex("打卡|签到|排名|排行|名次|积分榜|龙虎榜|英雄榜|在线时长|在线时间|在线人数|学习时长|观看时长|阅读时长|停留时间|点赞|获赞|已读(?!取)|未读(?!到|出|取)|阅读回执|阅读量|浏览量|访问量|登录次数|活跃度|活跃用户|接龙|必须上传照片|请上传照片")]
    private static partial Regex Texts();
}

using System.Text.RegularExpressions;

namespace Exemplar.Meetings.Past;

/// <summary>What offices call the kinds of meetings. A word that is not among them is asked for once and remembered.</summary>
internal static partial class KindWords
{
    /// <summary>What somebody says of a word that is no kind that is kept here: 机关党委会议.</summary>
    public const string None = "none";

    private static readonly (string Kind, Regex Words)[] Known =
    [
        (MeetingKind.Members, Members()), (MeetingKind.Committee, Committee()), (MeetingKind.Group, Group()), (MeetingKind.Lecture, Lecture()), (MeetingKind.PartyDay, PartyDay()),
        (MeetingKind.OrgLife, OrgLife()), (MeetingKind.Appraisal, Appraisal()), (MeetingKind.DemocraticLife, DemocraticLife()), (MeetingKind.StudyGroup, StudyGroup()),
        (MeetingKind.Leadership, Leadership()), (MeetingKind.Talks, Talks()), (MeetingKind.Reporting, Reporting()), (MeetingKind.Training, Training()),
    ];

    /// <summary>The kinds that the words name, in the order of the words: 支部党员大会暨主题党日 are two.</summary>
    public static List<string> In(string words)
    {
        var text = Space().Replace(HalfWidth.Of(words), "");
        return [.. Known.Select(k => (k.Kind, At: k.Words.Match(text))).Where(k => k.At.Success).OrderBy(k => k.At.Index).Select(k => k.Kind)];
    }

    /// <summary>The one kind that the words tell of, which have no place for it: the only one, that which they say was held first (召开支部党员大会，讨论主题党日方案), or 组织生活会 with which the members were appraised.</summary>
    public static string? SpokenOf(string words) => In(words) switch
    {
        [var only] => only,
        [MeetingKind.OrgLife, MeetingKind.Appraisal] => MeetingKind.OrgLife,
        _ => HeldFirst().Match(HalfWidth.Of(words).Trim()) is { Success: true } clause && In(clause.Value) is [var held] ? held : null,
    };

    /// <summary>The one kind that a title or the name of a sheet speaks of; 支部委员会 is there the body, not its meeting.</summary>
    public static string? OfTitle(string title) => In(Body().Replace(title, "")) is [var only] ? only : null;

    /// <summary>The one kind that a row across the table speaks of. Numbered and alone, 二、支部委员会 is the meeting of that body.</summary>
    public static string? OfSection(string text) => OfTitle(text) ?? (NumberedSection(text) is "支部委员会" ? MeetingKind.Committee : null);

    /// <summary>A sheet that is called 支部委员会 and no more holds the meetings of that body.</summary>
    public static string? OfSheet(string name) => name.Trim() is "支部委员会" ? MeetingKind.Committee : null;

    /// <summary>What stands behind the number of a section: 二、联学共建（2次）. Null without a number, or where it speaks of a time.</summary>
    public static string? NumberedSection(string text) => Numbered().Match(Space().Replace(HalfWidth.Of(text), "")) is { Success: true } section ? section.Groups["words"].Value : null;

    /// <summary>The title without the kind before it, as often as that stands there alone: 参观学习 of 主题党日：2月主题党日活动：参观学习.</summary>
    public static string WithoutKind(string title, string kind)
    {
        var words = Known.FirstOrDefault(k => k.Kind == kind).Words;
        while (words is not null && Before().Match(title) is { Success: true } before && words.IsMatch(before.Groups["kind"].Value) && Alone().IsMatch(words.Replace(before.Groups["kind"].Value, "", 1)))
            title = before.Groups["rest"].Value;
        return title;
    }

    [GeneratedRegex(@"^(?<kind>[^:：]{2,16})[:：]\s*(?<rest>.*\S.*)$", RegexOptions.Singleline)]
    private static partial Regex Before();

    // What may stand beside the kind without saying more than it.
    [GeneratedRegex(@"^(?:20\d\d年)?(?:第?[一二三四\d]季度|\d{1,2}月份?)?(?:支部)?(?:活动|会议|会)?$")]
    private static partial Regex Alone();

    [GeneratedRegex("^(?:召开|举行|举办|开展)(?!研究|部署)[^,;。:]+")]
    private static partial Regex HeldFirst();

    [GeneratedRegex(@"\s")]
    private static partial Regex Space();

    [GeneratedRegex(@"^\(?[一二三四五六七八九十\d]{1,3}[)、.](?<words>[^年月]{2,}?)(?<!季度)(?:\(\d+次\))?$")]
    private static partial Regex Numbered();

    [GeneratedRegex("支部委员会(?!会|议)")]
    private static partial Regex Body();

    [GeneratedRegex("党员大会|支部大会|全体党员会|支部党员会")]
    private static partial Regex Members();

    [GeneratedRegex("支委会|支部委员会|支委扩大会|支部委员扩大会|^支委$")]
    private static partial Regex Committee();

    [GeneratedRegex("小组会|党小组学习|小组活动")]
    private static partial Regex Group();

    [GeneratedRegex("党课")]
    private static partial Regex Lecture();

    [GeneratedRegex("主题党日|党员活动日|党日活动|党员主题日")]
    private static partial Regex PartyDay();

    [GeneratedRegex("组织生活会")]
    private static partial Regex OrgLife();

    [GeneratedRegex("民主评议")]
    private static partial Regex Appraisal();

    [GeneratedRegex("民主生活会")]
    private static partial Regex DemocraticLife();

    [GeneratedRegex("中心组")]
    private static partial Regex StudyGroup();

    [GeneratedRegex("党组会|党组(?:扩大)?会议")]
    private static partial Regex Leadership();

    [GeneratedRegex("谈心")]
    private static partial Regex Talks();

    [GeneratedRegex("述职")]
    private static partial Regex Reporting();

    [GeneratedRegex("集中培训|培训班|轮训")]
    private static partial Regex Training();
}

namespace Exemplar.Meetings.Offers;

/// <summary>What superiors call a kind of meeting, and what they ask of it; every name of a kind goes with every name of a number.</summary>
internal static class LifeWords
{
    /// <summary>The kinds that forms ask for, in the order of <c>rules/meetings/kinds.json</c>. The first name is the usual one.</summary>
    public static readonly IReadOnlyList<(string Kind, string[] Names)> Kinds =
    [
        (MeetingKind.Members, ["支部党员大会", "党员大会", "支部大会", "全体党员大会", "党员会"]),
        (MeetingKind.Committee, ["支委会", "支部委员会", "支部委员会会议", "支委会会议", "支委会议", "支委员会"]),
        (MeetingKind.Group, ["党小组会", "党小组会议", "小组会"]),
        (MeetingKind.Lecture, ["党课", "支部党课", "讲党课", "上党课", "党课教育"]),
        (MeetingKind.PartyDay, ["主题党日", "主题党日活动", "支部主题党日", "党日活动", "支部主题党日活动"]),
        (MeetingKind.OrgLife, ["组织生活会", "支部组织生活会"]),
        (MeetingKind.Appraisal, ["民主评议党员", "民主评议", "党员民主评议"]),
    ];

    public const string Required = "required";

    public static readonly IReadOnlyList<(string Key, string Title, Func<KindLife, Documents.Templates.Offers.FormValue> Read, string[] Names)> Numbers =
    [
        (Required, "应开（次）", k => k.Required, ["应开", "应开次数", "应召开", "应召开次数", "应开展", "应开展次数", "应开数", "规定次数", "要求次数", "计划", "计划次数", "应完成", "应完成次数"]),
        ("held", "实开（次）", k => k.Held, ["", "实开", "实开次数", "实际召开", "实际召开次数", "实际开展次数", "已开", "已开次数", "已召开", "已召开次数", "召开", "召开次数", "开展", "开展次数", "次数", "实开数", "数", "完成", "完成次数", "已完成", "已完成次数", "实际完成", "实际完成次数", "召开情况", "开展情况"]),
        ("missing", "差几次", k => k.Missing, ["差几次", "差", "还差", "还差次数", "欠开", "欠开次数", "缺开", "缺开次数", "未开次数", "未开展次数", "未召开次数", "差额", "缺", "未完成", "未完成次数"]),
        ("due", "应到（人次）", k => k.AllDue, ["应到", "应到人次", "应到人数", "应参加人次", "应参加人数"]),
        ("present", "实到（人次）", k => k.AllPresent, ["实到", "实到人次", "实到人数", "参加人次", "参加人数", "参会人次", "参会人数", "参加党员数", "参加党员人次", "到会人数"]),
        ("rate", "出勤率", k => k.Rate, ["出勤率", "到会率", "参会率", "参加率", "到课率", "参与率"]),
    ];

    public static string RemarkOn(IReadOnlyCollection<string> mapped) => mapped.Any(key => key.Contains(".due", StringComparison.Ordinal) || key.Contains(".present", StringComparison.Ordinal))
        ? "没写应到的会议，按那天名册上应到的人数算；名册上算不出的、没写实到的，那一格人次空着，那一列的合计也空着，请查清后手填：少算几个人不如不填。" : "";

    /// <summary>出勤率, 党员平均参与率 and the like, of all meetings together.</summary>
    public static string[] Rates => [.. from whose in Whose from rate in RateWords select whose + rate];

    private static readonly string[] Whose = ["", "党员", "平均", "党员平均"];
    private static readonly string[] RateWords = ["出勤率", "到会率", "参会率", "参加率", "参与率"];
    private static readonly string[] Verbs = ["召开", "开展", "组织", "组织开展"];

    /// <summary>党员大会应开次数, 召开党员大会次数 and the like.</summary>
    public static string[] Of(string[] names, string number, string[] numbers) =>
        [.. names.SelectMany(name => numbers.Select(n => name + n)).Concat(number == "held" ? names.SelectMany(name => Verbs.SelectMany(verb => new[] { verb + name, $"{verb}{name}次数" })) : []).Distinct()];
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>What a column of a register of meetings says.</summary>
public enum PastColumn
{
    [Display(Name = "序号")] Serial,
    [Display(Name = "年")] Year,
    [Display(Name = "月")] Month,
    [Display(Name = "日")] Day,
    [Display(Name = "日期")] Date,
    [Display(Name = "类型")] Kind,
    [Display(Name = "主题")] Topic,
    [Display(Name = "内容")] Content,
    [Display(Name = "地点")] Place,
    [Display(Name = "主持人")] Chair,
    [Display(Name = "授课人")] Lecturer,
    [Display(Name = "记录人")] Recorder,
    [Display(Name = "参加人员")] Who,
    [Display(Name = "应到人数")] Due,
    [Display(Name = "实到人数")] Present,
    [Display(Name = "应到、实到人数")] Numbers,
    [Display(Name = "请假缺席")] Away,
    [Display(Name = "支部")] Unit,
    [Display(Name = "落实情况")] Held,
    [Display(Name = "备注")] Notes,

    /// <summary>ID number, phone: never read.</summary>
    [Display(Name = "不存的信息")] Private,
}

/// <summary>What a heading means, however the office words it.</summary>
internal static partial class PastHeadings
{
    private static readonly FrozenDictionary<string, PastColumn> Known = new (PastColumn Column, string Words)[]
    {
        (PastColumn.Serial, "序号 编号 次数 次序 期次 序 号"),
        (PastColumn.Year, "年 年份 年度"),
        (PastColumn.Month, "月 月份"),
        (PastColumn.Day, "日"),
        (PastColumn.Date, "时间 日期 年月日 会议时间 会议日期 召开时间 召开日期 活动时间 活动日期 开展时间 开展日期 授课时间 授课日期 学习时间 学习日期 举办时间 召开会议时间 具体时间 时间安排 上课时间 开会时间 开会日期 时间及人数 时间和人数 日期及人数 召开时间及人数 召开时间和人数 召开日期及人数 开展时间及人数 活动时间及人数"),
        (PastColumn.Kind, "类型 类别 种类 形式 名称 项目 会议 会议类型 会议类别 会议名称 会议形式 会议种类 活动类型 活动类别 活动形式 活动名称 组织生活名称 组织生活类型 组织生活类别 组织生活形式 会议或活动名称 会议活动名称 活动项目 组织生活 会议性质 会议活动类型 组织生活内容"),
        (PastColumn.Topic, "主题 会议主题 活动主题 议题 主要议题 会议议题 授课题目 党课题目 题目 课题 学习主题 授课主题 党课主题 研究事项 事项 标题 会议活动主题"),
        (PastColumn.Content, "内容 活动情况 会议情况 活动开展情况 开展活动情况 会议内容 活动内容 主要内容 学习内容 会议主要内容 活动主要内容 工作内容 议程 主要议程 会议议程 内容摘要 会议内容摘要 授课内容 党课内容 内容简述 会议活动内容"),
        (PastColumn.Place, "地点 会议地点 活动地点 召开地点 开展地点 授课地点 学习地点 场所 会议场所"),
        (PastColumn.Chair, "主持人 主持 会议主持人 会议主持 召集人 组织者 组长 主持者 活动主持人 组织人 牵头人"),
        (PastColumn.Lecturer, "授课人 主讲人 主讲 授课人员 讲课人 主讲人员 宣讲人 授课者 党课主讲人 授课人姓名"),
        (PastColumn.Recorder, "记录人 记录 会议记录人 记录员 记录者 记录人员"),
        (PastColumn.Who, "参加 参会 参会人员 参加人员 出席人员 到会人员 与会人员 参会人 参加人 参加对象 参加范围 出席情况 到会情况 参会情况 人员 参加党员 出席人 与会人 参会党员 出席名单 参会名单 参加人员名单 到会人员名单 参会对象 参学人员 听课人员 听课对象"),
        (PastColumn.Due, "应到 应到人数 应参加人数 应到会人数 应参会人数 应到党员数 应出席人数 应到人"),
        (PastColumn.Present, "实到 实到人数 人数 参加人数 参会人数 出席人数 到会人数 听课人数 到会 参与人数 出席 实际参加人数 参加党员数 实到党员数 与会人数 实参加人数 实到会人数 参加人次 实到人"),
        (PastColumn.Numbers, "应到/实到 实到/应到 应到实到 应到/实到人数 应到人数/实到人数 实到人数/应到人数 出席人数/应到人数 到会人数/应到人数"),
        (PastColumn.Away, "请假 请假人员 缺席 缺席人员 缺席原因 请假情况 未到人员 缺席人数 缺席情况 请假人 请假原因 请假人数 未到 缺勤 缺勤人员 缺席人员及原因 请假人员及原因 未参加人员"),
        (PastColumn.Unit, "支部 党支部 支部名称 党支部名称 所在党支部 所在支部 所属支部 所属党支部 单位 单位名称 党组织 党组织名称 党小组 小组 党小组名称 组织名称 责任支部 开展支部 召开单位 支部全称 党组织全称 所在党组织"),
        (PastColumn.Held, "落实情况 完成情况 是否召开 是否开展 开展情况 召开情况 执行情况 状态 是否完成 是否落实"),
        (PastColumn.Notes, "备注 说明 其他 备注说明"),
        (PastColumn.Private, "参会人身份证 联系人电话"),
    }.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Column))).ToFrozenDictionary(x => x.word, x => x.Column);

    private static readonly string[] PrivateWords = ["身份证", "手机", "电话", "联系方式", "住址", "工资", "银行", "邮箱", "微信"];
    private static readonly string[] Tails = ["具体召开时间", "召开时间", "召开日期", "开展时间", "开展日期", "活动时间", "召开情况", "开展情况", "时间", "日期", "情况"];

    public static PastColumn? Recognise(string heading)
    {
        if (Exact(heading) is { } exact) return exact;
        var plain = RosterHeadings.Plain(heading);
        if (plain.Length is 0 or > 10 || KindOf(heading) is not null) return null;
        foreach (var (column, words) in Alike)
            if (words.IsMatch(plain)) return column;
        return null;
    }

    /// <summary>Only a heading that is known word by word: what stands in a row of data must not look like one.</summary>
    public static PastColumn? Exact(string heading)
    {
        var plain = RosterHeadings.Plain(heading);
        if (Array.Exists(PrivateWords, w => plain.Contains(w, StringComparison.Ordinal)) || RosterHeadings.Recognise(plain) is RosterColumn.Private) return PastColumn.Private;
        return Known.TryGetValue(plain, out var column) ? column : null;
    }

    /// <summary>1 to 12 for a column that is a month: 1月, 三月份.</summary>
    public static int? MonthOf(string heading) =>
        Month().Match(RosterHeadings.Plain(heading)) is { Success: true } month && Documents.ChineseNumber.Parse(month.Groups["m"].Value) is >= 1 and <= 12 and var number ? number : null;

    private static readonly PastColumn[] Parts = [PastColumn.Date, PastColumn.Topic, PastColumn.Content, PastColumn.Place, PastColumn.Chair, PastColumn.Lecturer, PastColumn.Recorder, PastColumn.Who, PastColumn.Due, PastColumn.Present, PastColumn.Numbers, PastColumn.Away];

    /// <summary>What a heading says of the meetings of one kind: 支委会人数, 党员大会应到/实到, 党课主讲人; null when it does not name both.</summary>
    public static (string Kind, PastColumn Column)? PartOf(string heading)
    {
        var plain = RosterHeadings.Plain(heading);
        for (var i = 2; i < plain.Length - 1; i++)
            if (Known.TryGetValue(plain[i..], out var column) && Array.IndexOf(Parts, column) >= 0 && KindWords.In(plain[..i]) is [_] or [MeetingKind.OrgLife, MeetingKind.Appraisal]) return (KindWords.In(plain[..i])[0], column);
        return null;
    }

    /// <summary>The kind whose dates stand in the column: 支委会, 党员大会召开时间, and of 组织生活会、民主评议 the one that the other goes with; null when it is no such column.</summary>
    public static string? KindOf(string heading)
    {
        if (PartOf(heading) is { Column: not PastColumn.Date }) return null;
        var plain = RosterHeadings.Plain(heading);
        var tail = Array.Find(Tails, t => plain.EndsWith(t, StringComparison.Ordinal));
        var words = tail is null ? plain : plain[..^tail.Length];
        if (words.Length > 12 || Exact(plain) is not null) return null;
        var named = KindWords.In(words);
        return named is [_] or [MeetingKind.OrgLife, MeetingKind.Appraisal] ? named[0] : null;
    }

    /// <summary>Headings nobody listed, by what they speak of.</summary>
    private static readonly (PastColumn Column, Regex Words)[] Alike =
    [
        (PastColumn.Date, Day()), (PastColumn.Unit, Unit()), (PastColumn.Kind, Kind()), (PastColumn.Topic, Topic()), (PastColumn.Place, Place()), (PastColumn.Away, Away()),
        (PastColumn.Due, Due()), (PastColumn.Present, Present()), (PastColumn.Chair, Chair()), (PastColumn.Recorder, Recorder()), (PastColumn.Lecturer, Lecturer()), (PastColumn.Who, Who()), (PastColumn.Content, Content()),
    ];

    [GeneratedRegex("^(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?$")]
    private static partial Regex Month();

    [GeneratedRegex("^(?!.*(?:计划|拟定|拟召|要求|结束|填报|入党|截止|录入|创建|审核|转正|提交|上报|更新|出生|任职)).*(?:时间|日期)$")]
    private static partial Regex Day();

    [GeneratedRegex("(?:支部|党组织|党小组|组织)(?:名称|全称|简称)$|支部$")]
    private static partial Regex Unit();

    [GeneratedRegex("^(?!.*(?:党员|人员)).*(?:类型|类别|形式|种类)$")]
    private static partial Regex Kind();

    [GeneratedRegex("主题|议题|题目|课题")]
    private static partial Regex Topic();

    [GeneratedRegex("(?:地点|地址|场所)$")]
    private static partial Regex Place();

    [GeneratedRegex("请假|缺席|未到|未参加")]
    private static partial Regex Away();

    [GeneratedRegex("^应.*(?:到|参|出席).*")]
    private static partial Regex Due();

    [GeneratedRegex("^实.*(?:到|参|出席).*|人数$")]
    private static partial Regex Present();

    [GeneratedRegex("主持")]
    private static partial Regex Chair();

    [GeneratedRegex("记录(?:人|员)")]
    private static partial Regex Recorder();

    [GeneratedRegex("主讲|授课人|讲课人")]
    private static partial Regex Lecturer();

    [GeneratedRegex("^(?:参|出席|到会|与会|听课).*(?:人员|名单|党员|范围|对象)$")]
    private static partial Regex Who();

    [GeneratedRegex("内容|议程")]
    private static partial Regex Content();
}

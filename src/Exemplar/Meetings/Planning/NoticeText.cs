namespace Exemplar.Meetings.Planning;

/// <summary>The notice of a meeting, ready to paste into the unit's group.</summary>
public static class NoticeText
{
    private const string Weekdays = "日一二三四五六";

    /// <param name="due">How many are on the roll; for a Party group nobody knows before it meets.</param>
    public static string Of(PlacedMeeting found, int due)
    {
        var (meeting, kind, unit) = found;
        List<string> lines = [$"【会议通知】{unit.Name}定于{Day(meeting.HeldOn)}{Times(meeting)}召开{kind.Name}。"];
        if (meeting.Place.Length > 0) lines.Add($"地点：{meeting.Place}");
        if (meeting.Topic.Length > 0) lines.Add($"主题：{meeting.Topic}");
        if (meeting.Agenda.Count == 1) lines.Add($"议程：{meeting.Agenda[0].Title}");
        else if (meeting.Agenda.Count > 1) lines.Add("议程：\n" + string.Join('\n', meeting.Agenda.OrderBy(i => i.Number).Select(i => $"{i.Number}. {i.Title}")));
        lines.Add($"参加人员：{Who(kind)}{(due > 0 ? $"（{due} 人）" : "")}");
        lines.Add($"不能参加的，请提前向{Approver(kind)}请假并说明原因；会后可以向记录人了解会议内容。");
        return string.Join('\n', lines);
    }

    /// <summary>10月9日（周五）</summary>
    public static string Day(DateOnly day) => $"{day.Month}月{day.Day}日（周{Weekdays[(int)day.DayOfWeek]}）";

    private static string Times(Meeting meeting) => meeting.StartsAt is not { } from ? "" : meeting.EndsAt is { } to ? $"{from:HH\\:mm}至{to:HH\\:mm}" : $"{from:HH\\:mm}";

    private static string Who(MeetingKind kind) => kind.Due switch
    {
        DueCircle.Members => "全体党员",
        DueCircle.Committee => "支部委员会成员",
        DueCircle.Group => "党小组全体党员",
        DueCircle.Leadership => "班子成员",
        DueCircle.LeadershipAndInvited => "中心组成员，其他参加人员另行通知",
        _ => "机关党委委员、各支部书记",
    };

    private static string Approver(MeetingKind kind) => kind.Due switch
    {
        DueCircle.Group => "党小组长",
        DueCircle.Leadership or DueCircle.LeadershipAndInvited => "主要负责人",
        _ => "书记",
    };
}

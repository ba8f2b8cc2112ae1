using Exemplar.Meetings;

namespace Exemplar.Demo;

/// <summary>
/// The year of meetings: eight branches, the committee and the leading Party group. Most are held when they should be; one
/// branch let a party day pass, one enters late, and in the last month some are still to come.
/// </summary>
internal sealed class DemoSessions(DateOnly first, DateOnly today, WorkingCalendar calendar, DemoPeople chance)
{
    private static readonly TimeOnly Nine = new(9, 0), HalfPastTwo = new(14, 30), Three = new(15, 0);

    private static readonly string[] Topics =
    [
        "学习贯彻党中央关于加强机关党的建设的部署", "作风建设怎么落到窗口", "对照先进找差距", "学党史、话初心", "为基层减负我们做什么", "廉洁从政警示教育",
        "志愿服务进社区", "结对村需要我们做什么", "提高文稿和办会质量", "岗位练兵交流", "宪法和保密教育", "年度工作回头看",
    ];

    public IEnumerable<DemoSession> All => Months.SelectMany(month => Branches(month).Concat(Office(month))).Where(s => s.On < today).OrderBy(s => s.EnteredOn).ThenBy(s => s.On).ThenBy(s => s.Account, StringComparer.Ordinal);

    /// <summary>Already in the diary.</summary>
    public IEnumerable<DemoSession> Ahead =>
    [
        new(calendar.Roll(today.AddDays(3)), "branch2", DemoOffice.Branches[1], MeetingKind.PartyDay, HalfPastTwo, new(17, 0), "到结对村开展联合主题党日"),
        new(calendar.Roll(today.AddDays(2)), "branch4", DemoOffice.Branches[3], MeetingKind.Members, Three, new(16, 30), "讨论年度总结和明年计划"),
        new(calendar.Roll(today.AddDays(3)), "party", "机关党委", MeetingKind.Lecture, HalfPastTwo, new(16, 30), "书记讲党课：把作风建设抓在日常"),
    ];

    private IEnumerable<DateOnly> Months
    {
        get
        {
            for (var month = first; month <= today; month = month.AddMonths(1)) yield return month;
        }
    }

    private IEnumerable<DemoSession> Branches(DateOnly month)
    {
        for (var n = 0; n < DemoOffice.Branches.Length; n++)
        {
            var (unit, account, topic) = (DemoOffice.Branches[n], $"branch{n + 1}", Topics[(month.Month + n) % Topics.Length]);
            var current = month.Year == today.Year && month.Month == today.Month;
            DemoSession Held(string kind, DateOnly on, TimeOnly from, TimeOnly until) => new(on, account, unit, kind, from, until, topic) { Away = chance.Between(0, n == 7 ? 4 : 2) };

            var committee = Held(MeetingKind.Committee, calendar.Roll(month.AddDays(4 + n % 4)), Nine, new(10, 0)) with { Topic = "研究本月支部工作", Decision = n % 3 == 0 ? $"本月主题党日围绕“{topic}”开展，由组织委员负责。" : "" };
            yield return n == 2 && month.Month == 10 ? committee with { EnteredOn = calendar.AddWorkdays(committee.On, 9) } : committee;

            var friday = month.AddDays((12 - (int)month.DayOfWeek) % 7 + 7);
            if (!(n == 4 && month.Month == 8) && !(current && n is 1 or 4 or 7)) yield return Held(MeetingKind.PartyDay, calendar.Roll(friday), HalfPastTwo, new(17, 0)) with { Study = StudyLength.HalfDay };
            if (month.Month % 3 == 2 && !(current && n is 3 or 6)) yield return Held(MeetingKind.Members, calendar.Roll(month.AddDays(15 + n % 4)), Three, new(16, 30)) with { Decision = n % 2 == 0 ? $"通过本季度工作安排；{topic}列入下季度重点。" : "" };
            if (month.Month % 3 == 0) yield return Held(MeetingKind.Lecture, calendar.Roll(month.AddDays(19 + n % 4)), HalfPastTwo, new(16, 30)) with { Study = StudyLength.HalfDay };
            if (month.Month != 1) continue;
            yield return Held(MeetingKind.Talks, month.AddDays(13), Nine, new(10, 0)) with { CountsFor = month.Year - 1, Away = 0, Signed = false };
            yield return Held(MeetingKind.OrgLife, calendar.Roll(month.AddDays(18 + n % 4)), HalfPastTwo, new(17, 0)) with { Topic = "查摆问题、明确整改方向", CountsFor = month.Year - 1 };
            yield return Held(MeetingKind.Appraisal, calendar.Roll(month.AddDays(21 + n % 4)), HalfPastTwo, new(16, 0)) with { Topic = "民主评议党员", CountsFor = month.Year - 1 };
        }
    }

    private IEnumerable<DemoSession> Office(DateOnly month)
    {
        DemoSession Held(string unit, string kind, int day, TimeOnly from, TimeOnly until, string topic) => new(calendar.Roll(month.AddDays(day)), "party", unit, kind, from, until, topic) { Signed = false };
        yield return Held("办公室党组", MeetingKind.Leadership, 2, Nine, new(11, 0), "");
        yield return Held("办公室党组", MeetingKind.Leadership, 16, Nine, new(11, 0), "") with { OnStrictness = month.Month is 3 or 9 };
        if (month.Month is 4 or 10) yield return Held("机关党委", MeetingKind.Training, 13, Nine, new(17, 0), "支部书记、委员集中培训") with { Study = StudyLength.FullDay };
        if (month.Month == 6) yield return Held("机关党委", MeetingKind.Lecture, 24, HalfPastTwo, new(16, 30), "书记讲党课：把作风建设抓在日常") with { Study = StudyLength.HalfDay };
        if (month.Month % 3 == 1) yield return Held("办公室党组", MeetingKind.StudyGroup, 9, HalfPastTwo, new(17, 30), Topics[month.Month % Topics.Length]);
        if (month.Month != 1) yield break;
        yield return Held("办公室党组", MeetingKind.DemocraticLife, 22, Nine, new(12, 0), "") with { CountsFor = month.Year - 1 };
        yield return Held("机关党委", MeetingKind.Reporting, 25, Nine, new(11, 30), "支部书记述职评议") with { CountsFor = month.Year - 1 };
    }
}

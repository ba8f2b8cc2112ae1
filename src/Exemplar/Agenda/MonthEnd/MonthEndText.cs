using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.MonthEnd;

/// <summary>Ready words at the end of a month: to each unit what concerns it alone, to all what concerns everybody.</summary>
public static class MonthEndText
{
    private const string NoMore = "不用另报材料，不用照片。";
    private const string Close = $"开过、只是没有记录的，按实际日期补记就行。{NoMore}";

    /// <summary>Empty when nothing is to be asked of the unit.</summary>
    /// <param name="leader">Empty where nobody holds the post.</param>
    public static string For(string leader, string unit, Period period, IReadOnlyList<MonthEndReview.Duty> duties, IReadOnlyList<MonthEndReview.Session> toSign)
    {
        if (duties.Count + toSign.Count == 0) return "";
        List<string> lines = [.. duties.Select(Line)];
        if (toSign.Count > 0) lines.Add($"会议记录还没有签字：{string.Join('、', toSign.Select(s => $"{s.Name}（{Day(s.HeldOn)}）"))}");
        var numbered = lines.Count == 1 ? lines[0] : string.Join('\n', lines.Select((line, n) => $"{n + 1}. {line}"));
        var close = duties.Any(d => d is { Session: not null, Person: null }) ? Close : toSign.Count > 0 ? "请主持人、记录人在系统里签字，或者打印出来签在纸上。" : NoMore;
        return $"{(leader.Length > 0 ? $"{leader}同志" : unit)}：{(leader.Length > 0 ? unit : "")}{period.Name}有下面几件事，请您看一下。\n{numbered}\n{close}";
    }

    private static string Line(MonthEndReview.Duty duty)
    {
        if (duty.Person is { } person) return $"{person.Name}同志的预备期{person.Over.InWords}{(duty.State is StandingState.Missed ? "已经" : "")}满，请讨论能否转正；{(duty.State is StandingState.Missed ? "已经讨论过的，告诉我结果和日期" : "转正申请由本人先交")}";
        if (duty.EndsTask) return $"{duty.Title}：任务到 {duty.DueOn.InWords()} 为止，{(duty.State is StandingState.Missed ? "请办理撤销，或者报上级延长" : "到时请办理撤销")}";
        var what = duty.Session is null ? $"{Term(duty)}{duty.DueOn.InWords()}届满" : $"{duty.Title}（{duty.Period}）还差 {duty.Missing} 次";
        return duty switch
        {
            { Planned: { } planned } => $"{what}，已安排在{Day(planned.On)}",
            { State: StandingState.Missed, Session: null } => $"{what}，请尽快换届；推迟的须报上级批准",
            { State: StandingState.Missed } => $"{what}，已过 {Day(duty.DueOn)}",
            { Session: null } => $"{what}，请着手准备",
            { MayFollow: true } => $"{what}：年底开，或者{duty.DueOn.Year + 1}年3月底以前开、按{duty.DueOn.Year}年度记，请定好时间",
            _ => $"{what}，请在{Day(duty.DueOn)}以前开展",
        };
    }

    /// <param name="due">What ends in the period, whoever has done it already.</param>
    public static string ForGroup(Period period, IReadOnlyList<(string Title, DateOnly DueOn)> due)
    {
        var listed = string.Join('、', due.GroupBy(d => d.Title).Select(d => $"{d.Key}（{string.Join('、', d.Select(one => Day(one.DueOn)))}）"));
        return $"各支部：{period.Name}的组织生活，请各自在“组织生活”里看一下本支部还有没有没做的、没记的、没签字的。{(listed.Length == 0 ? "" : $"这一期到期的有：{listed}。")}{Close}";
    }

    /// <summary>The title of a rule is no speech: a term is 本届任期, and a Party group's stands with its name.</summary>
    private static string Term(MonthEndReview.Duty duty) => duty.IsTerm ? "本届任期" : $"{duty.Title}：";

    private static string Day(DateOnly day) => $"{day.Month}月{day.Day}日";
}


namespace Exemplar.Tasks;

public enum DueState
{
    None,
    Later,
    Soon,
    Late,
    Done,
    DoneLate,
}

/// <summary>How an assignment stands against its date, counted in working days. Soon means three or fewer.</summary>
public sealed record Due(DueState State, DateOnly? On, string Words)
{
    private const int SoonWithin = 3;

    public static Due Of(Assignment assignment, DateOnly today, WorkingCalendar calendar) =>
        Of(assignment.DueOn, assignment.DoneAt, today, calendar);

    public static Due Of(DateOnly? due, DateTimeOffset? doneAt, DateOnly today, WorkingCalendar calendar)
    {
        if (doneAt is { } done)
        {
            var day = DateOnly.FromDateTime(done.InOffice().Date);
            return due < day
                ? new(DueState.DoneLate, due, $"逾期 {calendar.WorkdaysBetween(due.Value, day)} 个工作日办结")
                : new(DueState.Done, due, "按期办结");
        }
        if (due is not { } on) return new(DueState.None, null, "未定时限");

        var left = calendar.WorkdaysBetween(today, on);
        var provisional = calendar.IsProvisional(on.Year) ? $"（{on.Year} 年放假安排未公布，暂按周一至周五计）" : "";
        if (on < today) return new(DueState.Late, on, $"逾期 {-left} 个工作日{provisional}");
        if (on == today) return new(DueState.Soon, on, "今天到期");
        return new(left <= SoonWithin ? DueState.Soon : DueState.Later, on, $"还有 {left} 个工作日{provisional}");
    }
}

namespace Exemplar.Tasks;

public enum DueState
{
    None,
    Later,
    Soon,
    Late,
    InTime,
    WasLate,
}

/// <summary>
/// How an assignment stands against its date, counted in working days. Soon means three or fewer. A count is provisional
/// while the date's year has no published holidays: pages say so once (<c>holiday-note</c>), not on every line.
/// </summary>
public sealed record Due(DueState State, DateOnly? On, string Words, bool IsProvisional = false)
{
    private const int SoonWithin = 3;

    public static Due Of(Assignment assignment, DateOnly today, WorkingCalendar calendar) =>
        Of(assignment.DueOn, assignment.FinishedAt, today, calendar);

    /// <param name="finishedAt">When the unit reported it done.</param>
    public static Due Of(DateOnly? due, DateTimeOffset? finishedAt, DateOnly today, WorkingCalendar calendar)
    {
        if (finishedAt is { } finished)
        {
            var day = DateOnly.FromDateTime(finished.InOffice().Date);
            if (due is null) return new(DueState.InTime, null, "已报结");
            return due < day
                ? new(DueState.WasLate, due, $"逾期 {calendar.WorkdaysBetween(due.Value, day)} 个工作日报结")
                : new(DueState.InTime, due, "按期报结");
        }
        if (due is not { } on) return new(DueState.None, null, "未定时限");

        var left = calendar.WorkdaysBetween(today, on);
        var provisional = calendar.IsProvisional(on.Year);
        if (on < today) return new(DueState.Late, on, $"逾期 {-left} 个工作日", provisional);
        if (on == today) return new(DueState.Soon, on, "今天到期");
        return new(left <= SoonWithin ? DueState.Soon : DueState.Later, on, $"还有 {left} 个工作日", provisional);
    }
}

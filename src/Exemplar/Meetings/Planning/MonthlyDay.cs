namespace Exemplar.Meetings.Planning;

public enum WeekOfMonth
{
    [Display(Name = "第一个")] First,
    [Display(Name = "第二个")] Second,
    [Display(Name = "第三个")] Third,
    [Display(Name = "第四个")] Fourth,
    [Display(Name = "最后一个")] Last,
}

/// <summary>A fixed day of every month, such as the first Friday 每月第一个周五.</summary>
public readonly record struct MonthlyDay(WeekOfMonth Week, DayOfWeek Day)
{
    /// <summary>The day of the calendar, whether it is worked or not.</summary>
    public DateOnly In(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        if (Week is WeekOfMonth.Last)
        {
            var last = first.AddMonths(1).AddDays(-1);
            return last.AddDays(-(((int)last.DayOfWeek - (int)Day + 7) % 7));
        }
        return first.AddDays((((int)Day - (int)first.DayOfWeek + 7) % 7) + (int)Week * 7);
    }

    /// <summary>The day, or the next working day when it is a rest day; the working day before when that would leave the month, in which the meeting counts.</summary>
    public DateOnly In(int year, int month, WorkingCalendar calendar)
    {
        var day = In(year, month);
        var rolled = calendar.Roll(day);
        return rolled.Month == month ? rolled : calendar.AddWorkdays(day, -1);
    }

    public string InWords => $"每月{Week.Name()}周{"日一二三四五六"[(int)Day]}";
}

using Exemplar.Kernel;
using Exemplar.Meetings.Planning;

namespace Exemplar.Tests.Meetings.Planning;

public sealed class MonthlyDayTests
{
    /// <summary>New Year and the first days of May are off, two Saturdays are worked instead.</summary>
    private static readonly WorkingCalendar Calendar = new(
        [Off(1, 1), Off(1, 2), Off(5, 1), Off(5, 4), Off(5, 5), new("补班", new(2026, 2, 14), IsOffDay: false), new("补班", new(2026, 5, 9), IsOffDay: false)], [2026, 2028]);

    private static SpecialDay Off(int month, int day) => new("节", new(2026, month, day), IsOffDay: true);

    [Theory]
    [InlineData(WeekOfMonth.First, DayOfWeek.Friday, "2026-03-06")]
    [InlineData(WeekOfMonth.First, DayOfWeek.Sunday, "2026-03-02")]      // the 1st is a Sunday: rolled to Monday
    [InlineData(WeekOfMonth.Second, DayOfWeek.Tuesday, "2026-03-10")]
    [InlineData(WeekOfMonth.Fourth, DayOfWeek.Monday, "2026-03-23")]
    [InlineData(WeekOfMonth.Last, DayOfWeek.Tuesday, "2026-03-31")]
    [InlineData(WeekOfMonth.First, DayOfWeek.Thursday, "2026-01-05")]    // New Year, then Friday off, then a weekend
    [InlineData(WeekOfMonth.First, DayOfWeek.Friday, "2026-05-06")]      // Labour Day
    [InlineData(WeekOfMonth.Second, DayOfWeek.Saturday, "2026-02-14")]   // a worked Saturday stays
    [InlineData(WeekOfMonth.Third, DayOfWeek.Saturday, "2026-02-23")]    // another Saturday does not
    [InlineData(WeekOfMonth.Last, DayOfWeek.Tuesday, "2028-02-29")]      // a leap day
    [InlineData(WeekOfMonth.Last, DayOfWeek.Sunday, "2026-05-29")]       // rolled forward it would count in June
    public void The_day_is_found_and_moved_off_rest_days_within_its_month(WeekOfMonth week, DayOfWeek day, string expected)
    {
        var on = DateOnly.Parse(expected);
        Assert.Equal(on, new MonthlyDay(week, day).In(on.Year, on.Month, Calendar));
    }

    [Fact]
    public void Every_month_of_ten_years_has_each_of_its_days_and_they_are_worked()
    {
        foreach (var month in Enumerable.Range(0, 120).Select(new DateOnly(2024, 1, 1).AddMonths))
            foreach (var week in Enum.GetValues<WeekOfMonth>())
                foreach (var day in Enum.GetValues<DayOfWeek>())
                {
                    var (plain, worked) = (new MonthlyDay(week, day).In(month.Year, month.Month), new MonthlyDay(week, day).In(month.Year, month.Month, Calendar));
                    Assert.Equal((day, month.Month), (plain.DayOfWeek, plain.Month));
                    Assert.True(Calendar.IsWorkday(worked) && worked.Month == month.Month, $"{week} {day} of {month}: {worked}");
                }
    }

    [Fact]
    public void It_is_called_as_people_call_it() => Assert.Equal("每月第一个周五", new MonthlyDay(WeekOfMonth.First, DayOfWeek.Friday).InWords);
}

using Exemplar.Kernel;

namespace Exemplar.Tests.Kernel;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = CalendarTables.Read();

    [Theory]
    [InlineData("2026-02-12", 1, "2026-02-13")]
    [InlineData("2026-02-12", 3, "2026-02-24")]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-04-30", 3, "2026-05-08")]
    [InlineData("2026-09-18", 5, "2026-09-24")]
    [InlineData("2026-09-30", 5, "2026-10-13")]
    [InlineData("2025-09-30", 5, "2025-10-14")]
    [InlineData("2025-12-31", 1, "2026-01-04")]
    [InlineData("2026-02-24", -3, "2026-02-12")]
    public void The_nth_working_day_is_counted_on_the_published_tables(string start, int count, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Calendar.AddWorkdays(DateOnly.Parse(start), count));

    [Theory]
    [InlineData("2026-02-05", "2026-02-24")]
    [InlineData("2026-09-20", "2026-10-08")]
    [InlineData("2026-01-30", "2026-02-14")]
    [InlineData("2026-05-01", "2026-05-18")]
    public void Fifteen_natural_days_roll_to_a_working_day(string start, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Calendar.AddNaturalDays(DateOnly.Parse(start), 15));

    [Theory]
    [InlineData(2025, new[] { 19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23 })]
    [InlineData(2026, new[] { 21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23 })]
    public void Every_month_has_the_working_days_of_the_published_tables(int year, int[] expected)
    {
        var days = Enumerable.Range(0, 365).Select(n => new DateOnly(year, 1, 1).AddDays(n)).Where(Calendar.IsWorkday);
        Assert.Equal(expected, days.GroupBy(d => d.Month).OrderBy(g => g.Key).Select(g => g.Count()));
    }

    [Fact]
    public void A_year_without_a_table_is_provisional_and_follows_the_week_without_the_statutory_holidays()
    {
        Assert.False(Calendar.IsProvisional(2026));
        Assert.True(Calendar.IsProvisional(2027));
        var free = Enumerable.Range(0, 365).Select(n => new DateOnly(2027, 1, 1).AddDays(n)).Where(StatutoryHolidays.Contains);
        Assert.Equal(["01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15", "10-01", "10-02", "10-03"], free.Select(d => d.ToString("MM-dd")));
        Assert.Equal((false, false, true), (Calendar.IsWorkday(new(2027, 10, 1)), Calendar.IsWorkday(new(2027, 2, 5)), Calendar.IsWorkday(new(2027, 10, 4))));
    }

    [Theory, InlineData(2025), InlineData(2026)]
    public void Every_statutory_holiday_is_free_in_the_published_tables(int year)
    {
        var statutory = Enumerable.Range(0, 365).Select(n => new DateOnly(year, 1, 1).AddDays(n)).Where(StatutoryHolidays.Contains).ToList();
        Assert.Equal(13, statutory.Count);
        Assert.All(statutory, day => Assert.False(Calendar.IsWorkday(day), $"{day:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("2026-02-13", "2026-02-24", 2)]   // the 14th is worked, the 24th is the first day after the holiday
    [InlineData("2026-02-24", "2026-02-13", -2)]
    [InlineData("2026-03-10", "2026-03-10", 0)]
    public void Working_days_between_leave_the_first_day_out(string from, string to, int expected) =>
        Assert.Equal(expected, Calendar.WorkdaysBetween(DateOnly.Parse(from), DateOnly.Parse(to)));
}

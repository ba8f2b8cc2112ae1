using Exemplar.Kernel;
using Exemplar.Platform.Outbox;

namespace Exemplar.Tests.Platform.Outbox;

public sealed class SendingHoursTests
{
    private static readonly SendingHours Hours = new(CalendarTables.Read());

    [Theory]
    [InlineData("2026-03-10 09:00", "2026-03-10 09:00")]   // Tuesday
    [InlineData("2026-03-10 08:00", "2026-03-10 08:00")]
    [InlineData("2026-03-10 07:59", "2026-03-10 08:30")]
    [InlineData("2026-03-10 00:00", "2026-03-10 08:30")]
    [InlineData("2026-03-10 19:59", "2026-03-10 19:59")]
    [InlineData("2026-03-10 20:00", "2026-03-11 08:30")]
    [InlineData("2026-03-13 20:00", "2026-03-16 08:30")]   // Friday evening
    [InlineData("2026-03-14 10:00", "2026-03-16 08:30")]   // Saturday
    [InlineData("2026-03-15 03:00", "2026-03-16 08:30")]   // Sunday before dawn
    [InlineData("2026-09-30 21:00", "2026-10-08 08:30")]   // over the National Day holidays
    [InlineData("2026-10-10 10:00", "2026-10-10 10:00")]   // a Saturday that is worked
    public void What_comes_in_quiet_hours_waits_for_half_past_eight_of_the_next_working_day(string made, string sent) =>
        Assert.Equal(At(sent), Hours.Next(At(made)));

    [Theory]
    [InlineData("2026-03-10 08:29", "2026-03-10 08:30")]
    [InlineData("2026-03-10 08:30", "2026-03-11 08:30")]
    [InlineData("2026-03-13 12:00", "2026-03-16 08:30")]
    [InlineData("2026-03-15 08:00", "2026-03-16 08:30")]
    public void The_daily_round_begins_at_half_past_eight_of_a_working_day(string now, string begin) => Assert.Equal(At(begin), Hours.NextBegin(At(now)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse($"{text} +08:00");
}

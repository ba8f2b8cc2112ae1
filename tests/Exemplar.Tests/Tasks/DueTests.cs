using Exemplar.Kernel;
using Exemplar.Tasks;

namespace Exemplar.Tests.Tasks;

public class DueTests
{
    private static readonly WorkingCalendar Calendar = CalendarTables.Read();

    [Theory]
    [InlineData(null, null, DueState.None, "未定时限")]
    [InlineData("2026-03-10", null, DueState.Soon, "今天到期")]
    [InlineData("2026-03-13", null, DueState.Soon, "还有 3 个工作日")]
    [InlineData("2026-03-16", null, DueState.Later, "还有 4 个工作日")]
    [InlineData("2026-03-09", null, DueState.Late, "逾期 1 个工作日")]
    [InlineData("2026-02-14", null, DueState.Late, "逾期 12 个工作日")]
    [InlineData("2026-03-06", "2026-03-06T23:59:00+08:00", DueState.InTime, "按期报结")]
    [InlineData("2026-03-06", "2026-03-07T00:01:00+08:00", DueState.WasLate, "报结")]
    public void Dates_are_counted_in_working_days_of_the_office(string? due, string? finishedAt, DueState state, string words)
    {
        var shown = Due.Of(due is null ? null : DateOnly.Parse(due), finishedAt is null ? null : DateTimeOffset.Parse(finishedAt), new(2026, 3, 10), Calendar);
        Assert.Equal(state, shown.State);
        Assert.Contains(words, shown.Words, StringComparison.Ordinal);
        Assert.False(shown.IsProvisional);
    }

    [Fact]
    public void A_count_into_a_year_without_published_holidays_is_provisional() =>
        Assert.True(Due.Of(new DateOnly(2027, 10, 1), null, new(2026, 3, 10), Calendar).IsProvisional);
}

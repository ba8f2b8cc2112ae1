using Exemplar.Campaigns.Reading;

namespace Exemplar.Tests.Campaigns.Reading;

public sealed class TimingTests
{
    private static readonly YearContext February = new(new(2026, 2, 10), 2026);

    [Theory]
    [InlineData("3月底前完成", "2026-03-31")]
    [InlineData("三月底前完成", "2026-03-31")]
    [InlineData("6月30日前", "2026-06-30")]
    [InlineData("6 月 30 日前", "2026-06-30")]
    [InlineData("6月30日之前", "2026-06-30")]
    [InlineData("6月上旬召开", "2026-06-10")]
    [InlineData("6月中旬", "2026-06-20")]
    [InlineData("6月下旬", "2026-06-30")]
    [InlineData("2月底", "2026-02-28")]
    [InlineData("2028年2月底前", "2028-02-29")]
    [InlineData("明年3月底前", "2027-03-31")]
    [InlineData("年底前", "2026-12-31")]
    [InlineData("今年年底前", "2026-12-31")]
    [InlineData("2027年底前", "2027-12-31")]
    [InlineData("年内完成", "2026-12-31")]
    [InlineData("月底前", "2026-02-28")]
    [InlineData("本月底前", "2026-02-28")]
    [InlineData("二季度末前", "2026-06-30")]
    [InlineData("上半年完成", "2026-06-30")]
    [InlineData("国庆节前印发", "2026-09-30")]
    [InlineData("名单于3月15日报综合科", "2026-03-15")]
    [InlineData("十二月底前", "2026-12-31")]
    public void Deadlines_are_resolved_against_the_documents_date(string phrase, string due)
    {
        var timing = Timing.Of(phrase, February, isTime: false);
        Assert.Equal(DateOnly.ParseExact(due, "yyyy-MM-dd"), timing.Due);
        Assert.Empty(timing.Doubts);
    }

    [Theory]
    [InlineData("2026年2月至10月", "2026-02-01", "2026-10-31")]
    [InlineData("2月上旬至3月底", "2026-02-01", "2026-03-31")]
    [InlineData("3月1日至15日", "2026-03-01", "2026-03-15")]
    [InlineData("2026年11月—2027年1月", "2026-11-01", "2027-01-31")]
    [InlineData("11月至次年1月", "2026-11-01", "2027-01-31")]
    [InlineData("11月至1月", "2026-11-01", "2027-01-31")]
    [InlineData("3-5月", "2026-03-01", "2026-05-31")]
    [InlineData("3月-5月", "2026-03-01", "2026-05-31")]
    [InlineData("3月~5月中旬", "2026-03-01", "2026-05-20")]
    public void Spans_have_a_start_and_an_end(string phrase, string starts, string ends)
    {
        var timing = Timing.Of(phrase, February, isTime: false);
        Assert.Equal((starts, ends, null), ($"{timing.Starts:yyyy-MM-dd}", $"{timing.Ends:yyyy-MM-dd}", timing.Due));
    }

    [Theory]
    [InlineData("去年3月，办公室成立")]
    [InlineData("今年2月召开会议")]
    [InlineData("在2019年春季学期")]
    [InlineData("截至3月底，共办结")]
    [InlineData("每月底前报送")]
    [InlineData("三年内见效")]
    [InlineData("全年不少于4次")]
    [InlineData("6月份的月报")]
    public void Times_that_are_no_deadline_stay_text(string phrase) => Assert.False(Timing.Of(phrase, February, isTime: false).IsNamed);

    [Theory]
    [InlineData("3月底前", UnsureReasons.NoYear)]
    [InlineData("年底前", UnsureReasons.NoYear)]
    [InlineData("月底前", UnsureReasons.NoYear)]
    public void Without_a_year_nothing_is_guessed(string phrase, string doubt)
    {
        var timing = Timing.Of(phrase, new(null, null), isTime: false);
        Assert.Null(timing.Due);
        Assert.Equal([doubt], timing.Doubts);
    }

    [Fact]
    public void A_year_from_the_document_number_is_assumed()
    {
        var timing = Timing.Of("3月底前", new(null, 2026), isTime: false);
        Assert.Equal((new DateOnly(2026, 3, 31), UnsureReasons.YearAssumed), (timing.Due, timing.Doubts.Single()));
    }

    [Theory]
    [InlineData("1月底前", "2027-01-31", UnsureReasons.YearAssumed)]
    [InlineData("3月初", "2026-03-10", UnsureReasons.DateAmbiguous)]
    [InlineData("3月底前制定方案，6月底前完成", "2026-06-30", UnsureReasons.SeveralDeadlines)]
    [InlineData("13月底前", null, UnsureReasons.DateAmbiguous)]
    [InlineData("2月30日前", null, UnsureReasons.DateAmbiguous)]
    [InlineData("春节前", null, UnsureReasons.DateAmbiguous)]
    public void What_has_to_be_assumed_is_said(string phrase, string? due, string doubt)
    {
        var timing = Timing.Of(phrase, February, isTime: true);
        Assert.Equal(due, timing.Due?.ToString("yyyy-MM-dd"));
        Assert.Equal([doubt], timing.Doubts);
    }

    [Theory]
    [InlineData("3月", "2026-03-31")]
    [InlineData("2026年5月", "2026-05-31")]
    [InlineData("5月8日", "2026-05-08")]
    public void Where_a_time_is_expected_a_bare_one_counts(string phrase, string due)
    {
        Assert.Equal(due, $"{Timing.Of(phrase, February, isTime: true).Due:yyyy-MM-dd}");
        Assert.False(Timing.Of(phrase, February, isTime: false).IsNamed);
    }
}

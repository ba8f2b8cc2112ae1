using CsCheck;
using Exemplar.Tasks.Series;

namespace Exemplar.Tests.Tasks.Series;

public class TurnsTests
{
    private static readonly string[] Known = ["每周", "每半月", "每月", "每两个月", "每季度", "每半年", "每年"];

    [Theory]
    [InlineData("每月", "2026-03-10", "2026-05-02", "2026年3月 2026年4月 2026年5月")]
    [InlineData("每季度", "2026-03-10", "2026-12-31", "2026年一季度 2026年二季度 2026年三季度 2026年四季度")]
    [InlineData("每半月", "2026-02-10", "2026-03-01", "2026年2月上半月 2026年2月下半月 2026年3月上半月")]
    [InlineData("每半年", "2026-03-10", "2027-01-01", "2026年上半年 2026年下半年 2027年上半年")]
    [InlineData("每周", "2026-03-10", "2026-03-16", "3月9日当周 3月16日当周")]
    [InlineData("每两个月", "2026-02-28", "2026-04-01", "2026年1至2月 2026年3至4月")]
    [InlineData("每年", "2026-03-10", "2026-12-31", "2026年")]
    [InlineData("经常", "2026-03-10", "2026-12-31", "")]
    public void Turns_are_those_of_the_calendar(string recurrence, string from, string to, string names) =>
        Assert.Equal(names, string.Join(' ', Turns.Of(recurrence, DateOnly.Parse(from), DateOnly.Parse(to)).Select(t => t.Name)));

    [Fact]
    public void Turns_cover_every_day_once_and_have_names_of_their_own() =>
        Gen.Select(Gen.Int[0, Known.Length - 1], Gen.Int[0, 3000], Gen.Int[0, 900]).Sample((which, start, length) =>
        {
            var (recurrence, from) = (Known[which], new DateOnly(2020, 1, 1).AddDays(start));
            var turns = Turns.Of(recurrence, from, from.AddDays(length)).ToList();
            Assert.True(turns[0].From <= from && turns[^1].To >= from.AddDays(length));
            Assert.All(turns.Zip(turns.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
            if (recurrence != "每周") Assert.Equal(turns.Count, turns.Select(t => t.Name).Distinct().Count());   // a week's name has no year
        });
}

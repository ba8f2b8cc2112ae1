using Exemplar.Documents.Templates;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Tests.Documents.Templates;

public sealed class PeriodWordsTests
{
    [Theory]
    [InlineData("2026年三季度“三会一课”开展情况统计表", "2026年三季度")]
    [InlineData("XX市直机关2025年第4季度主题党日台账", "2025年四季度")]
    [InlineData("三季度三会一课统计表", "2025年三季度")]
    [InlineData("一季度统计表", "2026年一季度")]
    [InlineData("２０２６年上半年汇总表", "2026年上半年")]
    [InlineData("2026年度党支部组织生活情况表", "2026年")]
    [InlineData("2026年组织生活情况", "2026年")]
    [InlineData("2 月份会议台账", "2026年2月")]
    [InlineData("十二月主题党日", "2025年12月")]
    [InlineData("2026年3月5日报", null)]
    [InlineData("党支部三会一课台账", null)]
    [InlineData("填报日期：  年 月 日", null)]
    public void A_title_names_its_period(string title, string? period) => Assert.Equal(period, PeriodWords.Find(title, new(2026, 3, 10))?.Name);

    [Fact]
    public void Only_periods_that_have_begun_are_offered_and_any_that_the_title_names()
    {
        var names = FormPeriods.Choices(new(2026, 3, 10), PeriodWords.Find("2023年度", new(2026, 3, 10))).Select(p => p.Name).ToList();
        Assert.Equal(["2023年", "2026年一季度", "2025年四季度"], names[..3]);
        Assert.DoesNotContain("2026年二季度", names);
        Assert.Contains("2025年上半年", names);
        Assert.All(FormPeriods.Choices(new(2026, 3, 10), null), p => Assert.Equal(p, FormPeriods.Read(FormPeriods.KeyOf(p))));
    }
}

using Exemplar.Documents.Templates.Blanks;

namespace Exemplar.Tests.Documents.Templates;

public sealed class GapsTests
{
    [Theory]
    [InlineData("填报单位：", "填报单位[]")]
    [InlineData("填报单位（盖章）：________ 填报日期：    年  月  日", "填报单位（盖章）[________] 填报日期[    年  月  日]")]
    [InlineData("单　位：　　　　　　联系人：　　　　电话：", "单　位[　　　　　　] 联系人[　　　　] 电话[]")]
    [InlineData("单位：综合科    日期：", "日期[]")]
    [InlineData("报送日期：2026年3月5日", "报送日期(已填)")]
    [InlineData("附件：1.名单；2.表格", "")]
    [InlineData("注：本表一式两份。", "")]
    [InlineData("会议强调：要抓好落实", "")]
    [InlineData("（截至    年  月  日）", "日期[    年  月  日]")]
    [InlineData("2026年  月  日", "日期[2026年  月  日]")]
    [InlineData("                年  月  日", "日期[年  月  日]")]
    [InlineData("单位：\t日期：\t", "单位[\t] 日期[\t]")]
    [InlineData("负责人：\n联系人：", "负责人[] 联系人[]")]
    [InlineData("2026年3月工作安排", "")]
    public void Gaps_of_a_line(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Gaps.Find(text).Select(f => f.Label + (f.Gap is { } gap ? $"[{text.Substring(gap.Start, gap.Length)}]" : "(已填)"))));
}

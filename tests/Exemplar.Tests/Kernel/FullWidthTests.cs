using Exemplar.Kernel;

namespace Exemplar.Tests.Kernel;

public sealed class FullWidthTests
{
    [Theory]
    [InlineData("应到13人,实到12人", "应到13人，实到12人")]
    [InlineData("研究工作;听取汇报:一季度", "研究工作；听取汇报：一季度")]
    [InlineData("应到13,实到12", "应到13，实到12")]
    [InlineData("讲解1,200条，9:30开始", "讲解1,200条，9:30开始")]
    [InlineData("支委会(扩大)", "支委会（扩大）")]
    [InlineData("党员(3)", "党员（3）")]
    [InlineData("(请假:孙丽,周明)", "（请假：孙丽，周明）")]
    [InlineData("学习《条例》(第一章),讨论", "学习《条例》（第一章），讨论")]
    [InlineData("a(b), c: d", "a(b), c: d")]
    [InlineData("未完(", "未完(")]
    [InlineData("", "")]
    public void Marks_between_Chinese_characters_are_printed_in_full(string written, string printed) => Assert.Equal(printed, FullWidth.Marks(written));
}

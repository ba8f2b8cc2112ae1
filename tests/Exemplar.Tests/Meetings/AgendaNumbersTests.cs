using Exemplar.Meetings;

namespace Exemplar.Tests.Meetings;

public sealed class AgendaNumbersTests
{
    [Theory]
    [InlineData("1. 讨论计划|2. 研究分工", "讨论计划|研究分工")]
    [InlineData("1、讨论|2、研究|3、通报", "讨论|研究|通报")]
    [InlineData("1. 讨论|2、研究|（一）通报", "讨论|研究|通报")]
    [InlineData("一、讨论|二、研究", "讨论|研究")]
    [InlineData("（一）讨论|（二）研究", "讨论|研究")]
    [InlineData("(1)讨论|(2) 研究", "讨论|研究")]
    [InlineData("１．讨论|２．研究", "讨论|研究")]
    [InlineData("①讨论|②研究", "讨论|研究")]
    [InlineData("1) 讨论|2）研究", "讨论|研究")]
    [InlineData("十、讨论|十一、研究", "十、讨论|十一、研究")]
    [InlineData("2026年工作计划|讨论", "2026年工作计划|讨论")]
    [InlineData("1.5亿元项目的审议", "1.5亿元项目的审议")]
    [InlineData("3. 讨论", "3. 讨论")]
    [InlineData("一、二季度工作总结", "一、二季度工作总结")]
    [InlineData("讨论|2. 研究", "讨论|2. 研究")]
    [InlineData("1.", "1.")]
    public void Numbers_that_count_on_from_one_go_and_words_stay(string lines, string expected) => Assert.Equal(expected.Split('|'), AgendaNumbers.Strip(lines.Split('|')));
}

using System.Text;
using Exemplar.Campaigns.Reading;

namespace Exemplar.Tests.Campaigns.Reading;

/// <summary>The document of 300 pages, made here because nobody wants to scroll past it.</summary>
public sealed class LongDocumentTests
{
    private const string Filler = "各级组织围绕中心抓落实，坚持问题导向、目标导向、结果导向相统一，把工作做深做细做实，推动机关运转更加顺畅。";

    [Fact]
    public void Three_hundred_pages_are_read_completely()
    {
        var reading = Sources.Read(Plan(parts: 10, sections: 10, measures: 10, filler: 3));
        Assert.Equal(10, reading.Sections.Count);
        Assert.All(reading.Sections, part => Assert.Equal(10, part.Children.Count));
        Assert.Equal(1000, reading.Items.Count);
        Assert.All(reading.Items, i => Assert.Equal(PlanItemKind.Task, i.Kind));
        Assert.Equal(["综合科"], reading.Items[0].Owners);
        Assert.Equal(["十", "(十)", "10."], reading.Items[^1].Path);
        Assert.All(reading.Items, i => Assert.Equal(new DateOnly(2026, 10, 31), i.Due));
        Assert.Empty(reading.Cleaned);
    }

    [Theory]
    [InlineData("1.")]
    [InlineData("一是")]
    [InlineData("第一，")]
    [InlineData("（")]
    [InlineData("(guān")]
    [InlineData("责任单位：")]
    [InlineData("每月")]
    [InlineData("3月")]
    [InlineData("由各科")]
    [InlineData("，")]
    [InlineData("各科室要、")]
    [InlineData("顒焖咝;")]
    [InlineData("\n")]
    [InlineData("一、\n")]
    [InlineData("（一）甲\n")]
    [InlineData("不少于1")]
    [InlineData("2026年2月至")]
    [InlineData("首页 ")]
    [InlineData("每年10名")]
    [InlineData("是需要")]
    [InlineData("第一阶段((1")]
    [InlineData("任务\t任务\t")]
    [InlineData("序号\t问题\t措施\t责任单位\n1\t甲\t乙\t丙\n2\t丁\t戊\t己\n")]
    [InlineData("一、甲\na\tb\tc\na\tb\tc\n")]
    public void Four_times_the_text_takes_about_four_times_the_memory(string repeated)
    {
        Allocated(repeated, 10_000);   // what is made once for all
        var (quarter, whole) = (Allocated(repeated, 100_000), Allocated(repeated, 400_000));
        Assert.True(whole < 6 * quarter, $"{quarter} bytes for a quarter, {whole} for the whole");
    }

    /// <summary>Bytes that reading allocates: a count, which a busy machine does not change.</summary>
    private static long Allocated(string repeated, int bytes)
    {
        var source = SourceText.Paste("标题\n" + new StringBuilder().Insert(0, repeated, bytes / Encoding.UTF8.GetByteCount(repeated))).Value!;
        var before = GC.GetAllocatedBytesForCurrentThread();
        PlanReader.Read(source);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    internal static string Plan(int parts, int sections, int measures, int filler)
    {
        var text = new StringBuilder("年度重点工作方案\n");
        for (var part = 1; part <= parts; part++)
        {
            text.Append($"{Number(part)}、重点任务之{Number(part)}\n");
            for (var section = 1; section <= sections; section++)
            {
                text.Append($"（{Number(section)}）推进第{section}个专题\n");
                for (var measure = 1; measure <= measures; measure++)
                    text.Append($"{measure}.落实事项{measure}。{string.Concat(Enumerable.Repeat(Filler, filler))}\n责任科室：综合科；完成时限：10月底前\n");
            }
        }
        return text.Append("某市人民政府办公室\n2026年1月5日\n").ToString();
    }

    private static string Number(int number) => Exemplar.Documents.ChineseNumber.Format(number);
}

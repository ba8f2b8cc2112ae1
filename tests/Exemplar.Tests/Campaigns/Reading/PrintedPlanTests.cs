using CsCheck;
using Exemplar.Campaigns.Reading;

namespace Exemplar.Tests.Campaigns.Reading;

public sealed class PrintedPlanTests
{
    [Fact]
    public void Whatever_way_a_plan_is_printed_it_reads_back() => PrintedPlan.Any.Sample(plan =>
    {
        var reading = Sources.Read(plan.Print());
        Assert.Equal("年度工作方案", reading.Title);
        Assert.Equal(new DateOnly(2026, 1, 5), reading.DocumentDate);
        Assert.Equal(Sections(plan), reading.Sections.Select(Shape));
        Assert.Equal(Items(plan), reading.Items.Select(Shape));
    }, iter: 400);

    [Fact]
    public void Random_characters_never_throw()
    {
        var pieces = PrintedPlan.Pick("一、", "（一）", "1.", "一是", "二是", "第一，", "首先，", "\n", "。", "：", "责任单位：", "各科室要", "由综合科牵头", "3月底前", "2026年2月至10月", "每月", "不少于5件",
            "(guān)", "（", "）", "阶段", "问题", "發布", "\uFFFD", "顒", "甲", "A", " ", "\t", "年底前", "13月40日前", "〔2026〕5号", "二〇二六年二月三十日");
        pieces.Array[0, 60].Sample(parts =>
        {
            if (SourceText.Paste(string.Concat(parts)).Value is not { } source) return;
            var reading = PlanReader.Read(source);
            Assert.All(reading.Items, i => Assert.True(0 <= i.Start && i.Start <= i.End && i.End <= source.Text.Length));
            Assert.All(reading.Items.SelectMany(i => i.Unsure), code => Assert.Contains(code, UnsureReasons.Sentences.Keys));
            reading.ToJson();
        }, iter: 3000);
    }

    private static IEnumerable<string> Sections(PrintedPlan plan) => plan.Parts.Select((part, p) =>
    {
        var lost = plan.How.Outer == 2;
        var groups = part.Groups.Select((group, g) =>
        {
            var inner = plan.How.Inner >= 4 ? "" : string.Concat(group.Measures.Select((m, i) => $"{plan.InnerNumber(i, false)}{m.Title}[]"));
            return $"({Exemplar.Documents.ChineseNumber.Format(g + 1)}){group.Heading}[{inner}]";
        });
        return (lost ? "" : plan.OuterNumber(p, false) + part.Heading) + $"[{string.Concat(groups)}]";
    });

    private static IEnumerable<string> Items(PrintedPlan plan) =>
        from part in plan.Parts.Select((part, p) => (part, p))
        from grouped in part.part.Groups.Select((value, g) => (value, g))
        from measured in grouped.value.Measures.Select((value, m) => (value, m))
        let measure = measured.value
        let kind = measure.Owner is null && measure.Month == 0 ? "Measure" : "Task"
        let outer = plan.How.Outer == 2 ? "" : plan.OuterNumber(part.p, false)
        let due = measure.Month > 0 ? new DateOnly(2026, measure.Month, DateTime.DaysInMonth(2026, measure.Month)).ToString("yyyy-MM-dd") : ""
        select $"{kind} {outer}({Exemplar.Documents.ChineseNumber.Format(grouped.g + 1)}){plan.InnerNumber(measured.m, false)} {measure.Title} {measure.Owner} {due} ";

    private static string Shape(Section section) => $"{section.Number}{section.Heading}[{string.Concat(section.Children.Select(Shape))}]";

    private static string Shape(PlanItem item) =>
        $"{item.Kind} {string.Concat(item.Path)} {item.Title} {string.Concat(item.Owners)} {item.Due:yyyy-MM-dd} {string.Concat(item.Unsure)}";
}

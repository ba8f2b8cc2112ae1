using System.Net;
using System.Text.Json;
using Exemplar.Documents.Templates;
using Exemplar.Documents.Templates.Offers;
using Exemplar.Kernel;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>What whoever takes a filled form away gets beside its cells: its name, its title put right, and what was left open.</summary>
public sealed class FilledFormTests : HouseTests
{
    private static readonly Period ThirdQuarter = Period.Of(PeriodKind.Quarter, new(2026, 7, 1));

    [Theory]
    [InlineData("2026年二季度“三会一课”统计表", "2026年三季度“三会一课”统计表")]
    [InlineData("2025年第4季度 统计表", "2026年第3季度 统计表")]
    [InlineData("附件：2026 年第 二 季度", "附件：2026 年第 三 季度")]
    [InlineData("2026年三季度统计表", null)]             // it says so already
    [InlineData("2026年一季度和二季度统计表", null)]      // which of them?
    [InlineData("2025—2026年二季度统计表", null)]
    [InlineData("2026年上半年统计表", null)]              // a form of half-years
    [InlineData("二季度统计表", null)]                   // of which year?
    [InlineData("2026年统计表", null)]
    public void A_title_is_put_right_only_where_it_is_sure(string title, string? corrected) => Assert.Equal(corrected, PeriodTitle.In(title, ThirdQuarter)?.Corrected(title));

    [Theory]
    [InlineData("2026年6月台账", "2026-09", "2026年9月台账")]
    [InlineData("2026年06月份台账", "2026-09", "2026年09月份台账")]
    [InlineData("2026年六月份台账", "2026-11", "2026年十一月份台账")]
    [InlineData("填报日期：2026年6月3日", "2026-09", null)]
    public void A_month_as_it_was_written(string title, string month, string? corrected)
    {
        var meant = Period.Of(PeriodKind.Month, DateOnly.ParseExact(month, "yyyy-MM", null));
        Assert.Equal(corrected, PeriodTitle.In(title, meant)?.Corrected(title));
    }

    [Fact]
    public void A_year_and_a_half()
    {
        Assert.Equal("2026年度情况表", PeriodTitle.In("2025年度情况表", Period.Of(PeriodKind.Year, new(2026, 1, 1)))?.Corrected("2025年度情况表"));
        Assert.Equal("2026年下半年情况表", PeriodTitle.In("2026年上半年情况表", Period.Of(PeriodKind.HalfYear, new(2026, 7, 1)))?.Corrected("2026年上半年情况表"));
    }

    [Theory]
    [InlineData("统计表.xlsx", "统计表 2026年三季度（已填）.xlsx")]
    [InlineData("2026年二季度统计表.xlsx", "2026年三季度统计表（已填）.xlsx")]
    [InlineData("2026年三季度统计表.docx", "2026年三季度统计表（已填）.docx")]
    [InlineData("2025年度附件1.xlsx", "2025年度附件1 2026年三季度（已填）.xlsx")]
    public void The_name_has_the_period(string blank, string name) => Assert.Equal(name, FilledForm.NameOf(blank, ThirdQuarter, (ThirdQuarter.First, ThirdQuarter.Last)));

    [Fact]
    public void Written_days_stand_as_days_and_a_form_of_no_period_keeps_its_name()
    {
        Assert.Equal("统计表 2026-03-02至2026-05-31（已填）.xlsx", FilledForm.NameOf("统计表.xlsx", null, (new(2026, 3, 2), new(2026, 5, 31))));
        Assert.Equal("附件2（已填）.xlsx", FilledForm.NameOf("附件2.xlsx", null, null));
    }

    [Fact]
    public async Task The_title_of_the_last_quarter_is_put_right_and_what_was_left_open_is_told()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch, House.SecondBranch);
        var point = (await Committee.SubmitFile("/forms/new", "Form.File", "三会一课.xlsx", LifeBlanks.QuarterTable().File)).Headers.Location!.OriginalString;
        var form = (await Committee.Submit(point)).Headers.Location!.OriginalString;
        var page = await Committee.Open(form);
        Assert.True(page.QuerySelector("form[data-filled] [data-told]")!.HasAttribute("hidden"));

        var asked = await Committee.Submit(form, ("Form.Period", "Quarter:2025-10-01"));
        var answer = await Committee.SubmitForm(await asked.Read(), form, "main form[method=post]", ("Form.NoRecord", "NotEntered"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("三会一课 2025年四季度（已填）.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var cells = FilledFile.Cells(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("2025年四季度“三会一课”开展情况统计表", cells["A1"]);

        using var said = JsonDocument.Parse(Uri.UnescapeDataString(answer.Headers.GetValues("X-Filled").Single()));
        var told = said.RootElement.GetProperty("told").EnumerateArray().Select(t => t.GetString()!).ToList();
        Assert.StartsWith("《三会一课 2025年四季度（已填）.xlsx》填好了，填了 ", told[0], StringComparison.Ordinal);
        Assert.Equal("表头原来写着“2026年一季度”，已改成“2025年四季度”。", told[1]);
        Assert.Contains("党员大会／实开（2 处）", told[2], StringComparison.Ordinal);
        Assert.Equal("要手填的：备注。", told[3]);
        Assert.True(Guid.TryParse(said.RootElement.GetProperty("next").GetString(), out _));
    }
}

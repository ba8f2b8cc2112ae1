using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents.Templates;

public sealed class PointFormTests : FormTests
{
    private async Task<string> Uploaded(byte[] blank, string name = "空表.xlsx") => (await Clerk.SubmitFile("/forms/new", "Form.File", name, blank)).Headers.Location!.OriginalString;

    [Fact]
    public async Task The_words_suggest_what_goes_where_beside_a_picture_of_the_blank()
    {
        var page = await Clerk.Open(await Uploaded(Blanks.LabelledLineAndTotal()));

        Assert.Equal(["unit.name", "filler.today", "tasks.title", "tasks.unit", "tasks.progress", "filler.name", ""], page.QuerySelectorAll<IHtmlSelectElement>(".slots select").Select(s => s.Value));
        var preview = page.QuerySelector(".blank")!;
        Assert.Contains("目前进展", preview.TextContent, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 7).Select(n => $"#slot-{n}"), preview.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Each_column_is_numbered_at_its_heading_however_it_is_merged() =>
        Assert.Equal(6, (await Clerk.Open(await Uploaded(Blanks.TwoRowHeading()))).QuerySelectorAll(".blank td a").Length);

    [Fact]
    public async Task A_guess_is_marked_and_a_word_nobody_offers_is_left_to_the_hand()
    {
        var page = await Clerk.Open(await Uploaded(BlankWorkbook.Build(new BlankSheet("S").Put("A1", 2, "序号", "年度重点任务名称", "天气", "备注").Draw("A2:D4", 1))));
        Assert.Equal(["tasks.title", "", ""], page.QuerySelectorAll<IHtmlSelectElement>(".slots select").Select(s => s.Value));
        Assert.Equal(["拿不准，请核对", "没有认出来，需要时请选"], page.QuerySelectorAll(".doubt").Select(d => d.TextContent));
    }

    [Fact]
    public async Task What_was_pointed_is_kept_logged_and_shown_again()
    {
        var url = await Uploaded(Blanks.SingleHeading());
        await (await Clerk.Submit(url, ("Form.Title", "月报"), ("Form.Offers[3]", "tasks.state"))).Leads(Clerk, "已记住《月报》");

        var template = await Template(url);
        Assert.Equal(["forms.fill", "forms.fill"], await LogOf(template.Id));
        Assert.Contains(template.Mappings, m => m is { Label: "进展情况", Offer: "tasks.state" });
        Assert.Equal("tasks.state", (await Clerk.Open(url)).QuerySelector<IHtmlSelectElement>("#offer-3")!.Value);
    }

    [Fact]
    public async Task Nothing_pointed_no_name_or_an_unknown_offer_is_refused_and_nothing_kept()
    {
        var url = await Uploaded(Blanks.SingleHeading());
        await (await Clerk.Submit(url, [.. Enumerable.Range(0, 4).Select(i => ($"Form.Offers[{i}]", ""))])).Refuses("", "至少指出一处填什么");
        await (await Clerk.Submit(url, ("Form.Offers[0]", "secrets.all"))).Refuses("", "有一处的选项不在列表里");
        await (await Clerk.Submit(url, ("Form.Title", " "))).Refuses("Title", "请填写");
        Assert.Empty((await Template(url)).Mappings);
    }

    [Fact]
    public async Task What_was_pointed_once_is_suggested_for_the_same_words_of_the_next_form_of_the_office_only()
    {
        var first = BlankWorkbook.Build(new BlankSheet("S").Put("A1", 2, "序号", "攻坚事项", "认领者", "完成时限").Draw("A2:D4", 1));
        var url = await Uploaded(first);
        Assert.Equal("", (await Clerk.Open(url)).QuerySelector<IHtmlSelectElement>("#offer-1")!.Value);
        await Clerk.Submit(url, ("Form.Offers[1]", "tasks.unit"));

        var next = BlankWorkbook.Build(new BlankSheet("S").Put("A1", 2, "序号", "任务名称", "认领\n者（科室）").Draw("A2:C4", 1).Put("A6", 0, "认领者：", "").Draw("B6:B6", 1));
        var page = await Clerk.Open(await Uploaded(next, "另一张.xlsx"));
        Assert.Equal(["tasks.title", "tasks.unit", ""], page.QuerySelectorAll<IHtmlSelectElement>(".slots select").Select(s => s.Value));   // a field is not a column
        Assert.Equal("以前指过，照那样填", page.QuerySelector("#slot-2 p.muted")!.TextContent);

        var elsewhere = await As(Role.CampaignOffice, House.OtherOffice);
        var there = (await elsewhere.SubmitFile("/forms/new", "Form.File", "表.xlsx", next)).Headers.Location!.OriginalString;
        Assert.Equal("", (await elsewhere.Open(there)).QuerySelector<IHtmlSelectElement>("#offer-1")!.Value);
    }

    [Fact]
    public async Task A_form_opened_before_somebody_else_pointed_is_stale()
    {
        var url = await Uploaded(Blanks.SingleHeading());
        var page = await Clerk.Open(url);
        await Clerk.Submit(url);
        Assert.Equal(HttpStatusCode.Conflict, (await Clerk.SubmitForm(page, url, "main form", ("Form.Title", "晚了"))).StatusCode);
        Assert.Equal("空表", (await Template(url)).Title);
    }

    [Fact]
    public async Task Both_doors_are_shut_to_another_office_to_members_and_for_unknown_forms()
    {
        var url = await Uploaded(Blanks.SingleHeading());
        await (await As(Role.Member, House.General)).IsShut(url, HttpStatusCode.Forbidden);
        await (await As(Role.CampaignOffice, House.OtherOffice)).IsShut(url, HttpStatusCode.NotFound);
        await Clerk.IsShut($"/forms/{Guid.CreateVersion7()}/point", HttpStatusCode.NotFound);
    }
}

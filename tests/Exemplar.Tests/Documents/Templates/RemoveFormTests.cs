using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Documents.Templates;

public sealed class RemoveFormTests : FormTests
{
    [Fact]
    public async Task A_removed_form_is_gone_from_the_list_and_its_pages_and_what_was_done_stays_on_record()
    {
        var form = await Pointed(Blanks.SingleHeading());
        await Filled(await Clerk.Submit(form));
        Assert.NotNull((await Clerk.Open("/forms")).QuerySelector($"a[href='{form}/remove']"));
        Assert.Contains("填过 1 次的记录照样保留", (await Clerk.Open($"{form}/remove")).QuerySelector("main form p")!.TextContent, StringComparison.Ordinal);

        await (await Clerk.Submit($"{form}/remove")).Leads(Clerk, "已移除《空表》");

        Assert.NotNull((await Clerk.Open("/forms")).QuerySelector(".empty"));
        await Clerk.IsShut(form, HttpStatusCode.NotFound);
        var id = Guid.Parse(form.Split('/')[2]);
        Assert.Equal(["forms.fill", "forms.fill", "forms.remove"], await LogOf(id));
        Assert.Equal((1, 1), await App.Read(async db => (await db.FormTemplates.CountAsync(), await db.FormFillings.CountAsync())));
    }

    [Fact]
    public async Task The_same_blank_handed_in_again_brings_it_back_with_what_was_pointed()
    {
        var form = await Pointed(Blanks.SingleHeading());
        await Clerk.Submit($"{form}/remove");
        var again = await Clerk.SubmitFile("/forms/new", "Form.File", "五月.xlsx", Blanks.SingleHeading());
        Assert.Equal(form, again.Headers.Location!.OriginalString);
        await again.Leads(Clerk, "认得这张表");
        Assert.NotEmpty(FilledFile.Cells(await Filled(await Clerk.Submit(form))));
    }

    [Fact]
    public async Task What_a_removed_form_taught_is_still_known()
    {
        var blank = BlankWorkbook.Build(new BlankSheet("S").Put("A1", 2, "序号", "任务名称", "认领者").Draw("A2:C4", 1));
        var url = (await Clerk.SubmitFile("/forms/new", "Form.File", "表.xlsx", blank)).Headers.Location!.OriginalString;
        var form = (await Clerk.Submit(url, ("Form.Offers[1]", "tasks.unit"))).Headers.Location!.OriginalString;
        await Clerk.Submit($"{form}/remove");
        var next = (await Clerk.SubmitFile("/forms/new", "Form.File", "新表.xlsx", BlankWorkbook.Build(new BlankSheet("S").Put("A1", 2, "序号", "认领者", "任务名称", "备注").Draw("A2:D4", 1)))).Headers.Location!.OriginalString;
        Assert.Equal("tasks.unit", (await Clerk.Open(next)).QuerySelector<IHtmlSelectElement>("#offer-0")!.Value);
    }

    [Fact]
    public async Task Whoever_handed_it_in_and_the_offices_may_remove_it_and_nobody_else()
    {
        var form = await Pointed(Blanks.SingleHeading());
        var head = await As(Role.DepartmentHead, House.General);
        Assert.Null((await head.Open("/forms")).QuerySelector("a[href$='/remove']"));
        await head.IsShut($"{form}/remove", HttpStatusCode.Forbidden);
        await (await As(Role.CampaignOffice, House.OtherOffice)).IsShut($"{form}/remove", HttpStatusCode.NotFound);
        await Clerk.IsShut($"/forms/{Guid.CreateVersion7()}/remove", HttpStatusCode.NotFound);

        var own = (await head.SubmitFile("/forms/new", "Form.File", "自己的.xlsx", Blanks.TwoTables())).Headers.Location!.OriginalString[..^"/point".Length];
        await (await head.Submit($"{own}/remove")).Leads(head, "已移除");
        await (await Committee.Submit($"{form}/remove")).Leads(Committee, "已移除");
    }

    [Fact]
    public async Task A_page_opened_before_it_changed_is_stale()
    {
        var form = await Pointed(Blanks.SingleHeading());
        var page = await Clerk.Open($"{form}/remove");
        await Clerk.Submit($"{form}/point", ("Form.Title", "新名字"));
        Assert.Equal(HttpStatusCode.Conflict, (await Clerk.SubmitForm(page, $"{form}/remove", "main form")).StatusCode);
        Assert.Null((await Template(form)).RemovedAt);
    }
}

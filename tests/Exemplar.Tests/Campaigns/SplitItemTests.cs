using System.Net;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class SplitItemTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;
    private Guid document;

    private async Task<(string Url, ProposedItem Item)> Opened(string title = "压减文件")
    {
        var item = await app.Read(db => db.ProposedItems.SingleAsync(i => i.Title == title));
        return ($"/plan-items/{item.Id}/split", item);
    }

    private static string Sentence(AngleSharp.Dom.IDocument page, string begins) =>
        page.QuerySelectorAll(".parts label").Single(l => l.TextContent.Trim().StartsWith(begins, StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;

    [Fact]
    public async Task Each_part_keeps_its_own_lit_source_and_both_keep_owners_and_date()
    {
        var (url, whole) = await Opened();
        var answer = await given.Office.Submit(url, ("Form.At", Sentence(await given.Office.Open(url), "全年印发文件减少15%")), ("Form.Title", "控制发文数量"));
        var page = await answer.Leads(given.Office, "已拆成两条，第二条是“控制发文数量”");

        var parts = await app.Read(db => db.ProposedItems.Where(i => i.DocumentId == document && (i.Id == whole.Id || i.Title == "控制发文数量")).OrderBy(i => i.Start).ToListAsync());
        Assert.Equal(["压减文件", "控制发文数量"], parts.Select(p => p.Title));
        Assert.Equal((whole.Start, whole.End), (parts[0].Start, parts[1].End));
        Assert.Equal(parts[0].End, parts[1].Start);
        Assert.Equal("全年印发文件减少15%。责任单位：综合科；配合单位：秘书科；完成时限：2026年6月30日前。", parts[1].Text);
        Assert.All(parts, p => Assert.Equal((new DateOnly(2026, 6, 30), given.House.General.Id, ItemDecision.Pending), (p.DueOn!.Value, p.OwnerIds.Single(), p.Decision)));
        Assert.All(parts, p => Assert.Contains(page.QuerySelectorAll($".source-pane mark[data-item='{p.Id:N}']"), m => m.TextContent.Length > 0));
        Assert.Contains("全年印发文件减少15%", page.QuerySelector($".source-pane mark[data-item='{parts[1].Id:N}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await app.Read(db => db.LogEntries.CountAsync(e => e.RecordId == parts[1].Id)));
    }

    [Fact]
    public async Task A_part_without_a_name_is_called_by_its_first_words_and_sent_twice_it_is_parted_once()
    {
        var (url, _) = await Opened();
        var page = await given.Office.Open(url);
        var at = Sentence(page, "全年印发文件减少15%");
        await given.Office.SubmitForm(page, url, "main form", ("Form.At", at));
        Assert.Equal(HttpStatusCode.Redirect, (await given.Office.SubmitForm(page, url, "main form", ("Form.At", at))).StatusCode);
        Assert.Equal(1, await app.Read(db => db.ProposedItems.CountAsync(i => i.Title == "全年印发文件减少15%")));
    }

    [Theory]
    [InlineData("", "请填写第二条从哪一句开始")]
    [InlineData("3", "请选第二条从哪一句开始")]
    public async Task A_place_that_is_none_is_refused_and_nothing_is_parted(string at, string sentence)
    {
        var (url, whole) = await Opened();
        await (await given.Office.Submit(url, ("Form.At", at))).Refuses("At", sentence);
        Assert.Equal(whole.End, await app.Read(db => db.ProposedItems.Where(i => i.Id == whole.Id).Select(i => i.End).SingleAsync()));
    }

    [Fact]
    public async Task What_was_added_by_hand_has_no_source_to_part()
    {
        await given.Office.Submit($"/plans/{document}/items/new", ("Form.Title", "建立值班台账"));
        var (url, item) = await Opened("建立值班台账");
        Assert.Contains("没有原文可分", (await given.Office.Open(url)).QuerySelector("main .empty")!.TextContent, StringComparison.Ordinal);
        await (await given.Office.SendForm(await given.Office.Open(url), url, ("Form.At", $"{item.Start}"), ("Form.Version", "0"))).Refuses("", "手工补充的没有原文可分");
    }

    [Fact]
    public async Task Only_the_office_that_reviews_may_split()
    {
        var (url, _) = await Opened();
        await app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General))).IsShut(url, HttpStatusCode.Forbidden);
        await app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice))).IsShut(url, HttpStatusCode.NotFound);
        await given.Office.IsShut($"/plan-items/{Guid.CreateVersion7()}/split", HttpStatusCode.NotFound);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
        document = await given.HandIn();
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

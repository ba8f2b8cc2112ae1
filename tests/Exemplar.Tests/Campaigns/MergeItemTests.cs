using System.Net;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class MergeItemTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;
    private Guid document;

    private Task<ProposedItem> Item(string title) => app.Read(db => db.ProposedItems.SingleAsync(i => i.Title == title));

    [Fact]
    public async Task The_one_before_takes_in_words_source_and_owners_and_waits_again()
    {
        var (before, item) = (await Item("改进作风"), await Item("办好热线"));
        var page = await (await Press(item)).Leads(given.Office, "已并入上一条“改进作风”");

        var (kept, gone) = (await Item("改进作风"), await Item("办好热线"));
        Assert.Equal((before.Start, item.End, ItemDecision.Pending), (kept.Start, kept.End, kept.Decision));
        Assert.Equal(new DateOnly(2026, 5, 31), kept.DueOn);
        Assert.Equal(["热线科"], kept.NamedOwners);
        Assert.Contains("办事再快一点", kept.Text, StringComparison.Ordinal);
        Assert.Contains("接得起、办得好", kept.Text, StringComparison.Ordinal);
        Assert.Equal(ItemDecision.Merged, gone.Decision);
        Assert.Null(page.QuerySelector($"#i-{item.Id:N}"));
        Assert.NotNull(page.QuerySelector($".source-pane mark[data-item='{kept.Id:N}']"));
        Assert.Null(page.QuerySelector($".source-pane mark[data-item='{item.Id:N}']"));
        Assert.Equal(2, await app.Read(db => db.LogEntries.CountAsync(e => e.RecordId == item.Id)));
    }

    [Fact]
    public async Task Two_dates_that_differ_are_a_doubt_and_not_lost()
    {
        await given.Office.Submit($"/plan-items/{(await Item("改进作风")).Id}", ("Form.DueOn", "2026-09-01"));
        var page = await (await Press(await Item("办好热线"))).Leads(given.Office, "已并入");
        var kept = await Item("改进作风");
        Assert.Equal(new DateOnly(2026, 9, 1), kept.DueOn);
        Assert.Contains("时限不同", page.QuerySelector($"#i-{kept.Id:N} .doubt")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_has_nothing_before_it_and_a_stage_with_tasks_stays()
    {
        var first = await app.Read(db => db.ProposedItems.OrderBy(i => i.Start).FirstAsync());
        await (await Press(first)).Refuses("", "这是第一条");
        var second = await Item("组织实施阶段");   // both tasks lie in it
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Press(second)).StatusCode);
        Assert.Equal(ItemDecision.Pending, (await Item("组织实施阶段")).Decision);
    }

    [Fact]
    public async Task What_was_merged_can_neither_be_decided_nor_changed_and_what_was_issued_takes_nothing_in()
    {
        var item = await Item("办好热线");
        await Press(item);
        await (await given.Office.SendForm(await given.Office.Open($"/plans/{document}"), $"/plan-items/{item.Id}/decide", ("Form.Version", "1"), ("Form.Decision", "Accepted"))).Refuses("", "已并入前一条");
        await (await given.Office.Submit($"/plan-items/{item.Id}", ("Form.Title", "改名"))).Refuses("", "已并入前一条");

        var sure = await Item("压减文件");
        await given.Office.Submit($"/plans/{document}/accept-sure");
        await given.Office.Submit($"{given.Address}/issue");
        Assert.Equal(ItemDecision.Issued, (await Item("压减文件")).Decision);
        await (await Press(await Item("改进作风"))).Refuses("", "已经下达");
        Assert.Equal(sure.Text, (await Item("压减文件")).Text);
    }

    [Fact]
    public async Task Only_the_office_that_reviews_may_merge()
    {
        var url = $"/plan-items/{(await Item("办好热线")).Id}/merge";
        await app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General))).IsShut(url, HttpStatusCode.Forbidden);
        await app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice))).IsShut(url, HttpStatusCode.NotFound);
        await given.Office.IsShut($"/plan-items/{Guid.CreateVersion7()}/merge", HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> Press(ProposedItem item)
    {
        var address = $"/plans/{document}";
        return await given.Office.SubmitForm(await given.Office.Open(address), address, $"form[action='/plan-items/{item.Id}/merge']");
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
        document = await given.HandIn();
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

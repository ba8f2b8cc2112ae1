using System.Net;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class TypeTaskTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;

    private string Url => $"{given.Address}/tasks/new";

    [Fact]
    public async Task A_task_without_a_document_is_kept_accepted_and_logged_and_goes_out_with_the_others()
    {
        var page = await (await given.Office.Submit(Url, ("Form.Title", "整理档案"), ("Form.Owners", given.House.General.Id.ToString()), ("Form.DueOn", "2026-05-31"))).Leads(given.Office, "已录入：整理档案");
        Assert.Equal("手工录入的任务", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector(".source-pane"));
        var item = await app.Read(db => db.ProposedItems.SingleAsync());
        Assert.Equal((ItemDecision.Accepted, true), (item.Decision, item.WasAdded));
        Assert.Equal(1, await app.Read(db => db.LogEntries.CountAsync(e => e.RecordId == item.DocumentId)));

        await (await given.Office.Submit($"{given.Address}/issue")).Leads(given.Office, "已下达 1 项任务");
        Assert.Equal(new DateOnly(2026, 5, 31), await app.Read(db => db.Tasks.Where(t => t.Title == "整理档案").Select(t => t.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task All_that_is_typed_stands_in_one_place_and_sent_twice_it_is_kept_once()
    {
        var page = await given.Office.Open(Url);
        await given.Office.SubmitForm(page, Url, "main form", ("Form.Title", "整理档案"));
        await given.Office.SubmitForm(page, Url, "main form", ("Form.Title", "整理档案"));
        await given.Office.Submit(Url, ("Form.Title", "检查安全"));
        Assert.Equal(1, await app.Read(db => db.PlanDocuments.CountAsync()));
        Assert.Equal(["整理档案", "检查安全"], await app.Read(db => db.ProposedItems.OrderBy(i => i.Id).Select(i => i.Title).ToListAsync()));
    }

    [Fact]
    public async Task A_task_without_a_name_is_refused_and_nothing_is_kept()
    {
        await (await given.Office.Submit(Url, ("Form.Title", ""))).Refuses("Title", "请填写名称");
        Assert.Equal(0, await app.Read(db => db.PlanDocuments.CountAsync()));
    }

    [Fact]
    public async Task Only_the_office_that_reviews_may_type()
    {
        await app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General))).IsShut(Url, HttpStatusCode.Forbidden);
        await app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice))).IsShut(Url, HttpStatusCode.NotFound);
        await given.Office.IsShut($"/campaigns/{Guid.CreateVersion7()}/tasks/new", HttpStatusCode.NotFound);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

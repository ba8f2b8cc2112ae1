using System.Net;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class MoveItemTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;
    private Guid document;

    private Task<ProposedItem> Item(string title) => app.Read(db => db.ProposedItems.SingleAsync(i => i.Title == title));

    [Fact]
    public async Task A_task_goes_to_another_stage_without_being_decided()
    {
        var (stage, item) = (await Item("动员部署阶段"), await Item("压减文件"));
        await (await given.Office.Submit($"/plan-items/{item.Id}/move", ("Form.Stage", stage.Id.ToString()))).Leads(given.Office, "已移动：压减文件");
        var kept = await Item("压减文件");
        Assert.Equal((stage.Id, ItemDecision.Pending), (kept.StageId!.Value, kept.Decision));
        Assert.Equal(2, await app.Read(db => db.LogEntries.CountAsync(e => e.RecordId == item.Id)));
    }

    [Fact]
    public async Task What_was_added_goes_to_its_place_and_what_was_read_stays_with_its_source()
    {
        await given.Office.Submit($"/plans/{document}/items/new", ("Form.Title", "建立值班台账"));
        var (added, after) = (await Item("建立值班台账"), await Item("压减文件"));
        var page = await (await given.Office.Submit($"/plan-items/{added.Id}/move", ("Form.After", after.Id.ToString()))).Leads(given.Office, "已移动");
        var titles = page.QuerySelectorAll(".proposal h3").Select(h => h.TextContent).ToList();
        Assert.Equal(titles.IndexOf("压减文件") + 1, titles.IndexOf("建立值班台账"));
        Assert.Null((await given.Office.Open($"/plan-items/{after.Id}/move")).QuerySelector("[name='Form.After']"));
    }

    [Fact]
    public async Task A_stage_that_is_none_and_a_move_to_where_it_is_are_refused()
    {
        var url = $"/plan-items/{(await Item("改进作风")).Id}/move";
        await (await given.Office.Submit(url, ("Form.Stage", Guid.CreateVersion7().ToString()))).Refuses("Stage", "没有这个阶段");
        await (await given.Office.Submit(url)).Refuses("", "还在原处");
    }

    [Fact]
    public async Task Only_the_office_that_reviews_may_move()
    {
        var url = $"/plan-items/{(await Item("办好热线")).Id}/move";
        await app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General))).IsShut(url, HttpStatusCode.Forbidden);
        await app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice))).IsShut(url, HttpStatusCode.NotFound);
        await given.Office.IsShut($"/plan-items/{Guid.CreateVersion7()}/move", HttpStatusCode.NotFound);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
        document = await given.HandIn();
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

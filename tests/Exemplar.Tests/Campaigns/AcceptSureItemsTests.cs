using System.Net;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class AcceptSureItemsTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;
    private Guid document;

    private string Url => $"/plans/{document}/accept-sure";

    [Fact]
    public async Task What_is_sure_is_accepted_and_what_is_doubtful_waits()
    {
        var answer = await given.Office.Submit(Url);
        Assert.Equal($"/plans/{document}", answer.Headers.Location?.OriginalString);

        var items = await app.Read(db => db.ProposedItems.OrderBy(i => i.Start).ToListAsync());
        Assert.Equal(["压减文件"], items.Where(i => i.NeedsOwner && i.Decision is ItemDecision.Accepted).Select(i => i.Title));
        Assert.Equal(["改进作风", "办好热线"], items.Where(i => i.Decision is ItemDecision.Pending).Select(i => i.Title));
        Assert.Equal("已采纳 5 条。下达之前都可以改回。", (await given.Office.Open($"/plans/{document}")).Receipt());
    }

    [Fact]
    public async Task Only_the_leading_groups_office_accepts()
    {
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        var stranger = app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice)));
        Assert.Equal(HttpStatusCode.Forbidden, (await head.SendForm(await head.Open("/campaigns"), Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendForm(await stranger.Open("/campaigns"), Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await given.Office.GetAsync($"/plans/{Guid.CreateVersion7()}/accept-sure")).StatusCode);
        Assert.True(await app.Read(db => db.ProposedItems.AllAsync(i => i.Decision == ItemDecision.Pending)));
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
        document = await given.HandIn();
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

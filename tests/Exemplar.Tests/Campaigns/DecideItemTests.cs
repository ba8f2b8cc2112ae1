using System.Net;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class DecideItemTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;
    private Guid document;
    private ProposedItem item = null!;

    private string Url => $"/plan-items/{item.Id}/decide";

    private Task<ItemDecision> Kept => app.Read(db => db.ProposedItems.Where(i => i.Id == item.Id).Select(i => i.Decision).SingleAsync());

    [Fact]
    public async Task A_press_on_the_card_decides_and_can_be_taken_back()
    {
        var answer = await Press(given.Office, "Accepted");
        Assert.Equal($"/plans/{document}#i-{item.Id:N}", answer.Headers.Location?.OriginalString);
        Assert.Equal(ItemDecision.Accepted, await Kept);

        await Press(given.Office, "Pending");
        Assert.Equal(ItemDecision.Pending, await Kept);
        Assert.Equal(3, await app.Read(db => db.LogEntries.CountAsync(e => e.RecordId == item.Id)));
    }

    [Fact]
    public async Task A_part_that_refreshes_itself_gets_the_card_only()
    {
        given.Office.DefaultRequestHeaders.Add("HX-Request", "true");
        var page = await given.Office.Open($"/plan-items/{item.Id}/decide");
        var html = await (await given.Office.SendForm(page, Url, ("Form.Version", "0"), ("Form.Decision", "Dropped"))).Content.ReadAsStringAsync();
        Assert.StartsWith("<article", html.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("不采纳", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_on_which_somebody_else_has_decided_is_stale()
    {
        var page = await given.Office.Open($"/plans/{document}");
        await Press(given.Office, "Accepted");
        var late = await given.Office.SendForm(page, Url, ("Form.Version", "0"), ("Form.Decision", "Dropped"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var card = (await late.Read()).QuerySelector(".proposal")!;
        Assert.Contains("别人改过这里", card.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("已采纳", card.QuerySelector(".badge")!.TextContent);
        Assert.Equal(ItemDecision.Accepted, await Kept);
    }

    [Theory]
    [InlineData("Issued")]
    [InlineData("")]
    [InlineData("Nonsense")]
    public async Task A_decision_that_is_none_is_refused(string decision)
    {
        var answer = await given.Office.SendForm(await given.Office.Open($"/plans/{document}"), Url, ("Form.Version", "0"), ("Form.Decision", decision));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(ItemDecision.Pending, await Kept);
    }

    [Fact]
    public async Task Only_the_leading_groups_office_decides()
    {
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        var stranger = app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice)));
        Assert.Equal(HttpStatusCode.Forbidden, (await head.SendForm(await head.Open("/campaigns"), Url, ("Form.Version", "0"), ("Form.Decision", "Accepted"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendForm(await stranger.Open("/campaigns"), Url, ("Form.Version", "0"), ("Form.Decision", "Accepted"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await given.Office.GetAsync($"/plan-items/{Guid.CreateVersion7()}/decide")).StatusCode);
        Assert.Equal(ItemDecision.Pending, await Kept);
    }

    private async Task<HttpResponseMessage> Press(HttpClient browser, string decision)
    {
        var address = $"/plans/{document}";
        return await browser.SubmitForm(await browser.Open(address), address, $"form[action='{Url}']", ("Form.Decision", decision));
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
        document = await given.HandIn();
        item = await app.Read(db => db.ProposedItems.SingleAsync(i => i.Title == "压减文件"));
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

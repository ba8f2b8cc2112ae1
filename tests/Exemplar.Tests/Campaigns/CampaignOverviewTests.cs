using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Campaigns;

public sealed class CampaignOverviewTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;

    [Fact]
    public async Task It_counts_by_unit_what_is_done_and_what_is_late()
    {
        var document = await given.HandIn();
        await given.Office.Submit($"/plans/{document}/accept-sure");
        await given.Office.Submit($"{given.Address}/issue");
        app.Clock.Advance(TimeSpan.FromDays(120));   // past the end of June

        var page = await given.Office.Open(given.Address);
        Assert.Equal(["2", "0", "0", "2"], page.QuerySelectorAll(".figure strong").Select(f => f.TextContent));
        Assert.Equal(["综合科", "秘书科"], page.QuerySelectorAll("tbody th").Select(f => f.TextContent.Trim()));
        Assert.Contains("逾期", page.QuerySelector(".due.late")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_counts_only_its_own()
    {
        var document = await given.HandIn();
        await given.Office.Submit($"/plans/{document}/accept-sure");
        await given.Office.Submit($"{given.Address}/issue");
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));

        var page = await head.Open(given.Address);
        Assert.Equal(["综合科"], page.QuerySelectorAll("tbody th").Select(f => f.TextContent.Trim()));
        Assert.Null(page.QuerySelector($"a[href='{given.Address}/plan']"));
    }

    [Fact]
    public async Task Another_office_does_not_find_it()
    {
        var stranger = app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice)));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(given.Address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await given.Office.GetAsync($"/campaigns/{Guid.CreateVersion7()}")).StatusCode);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Campaigns.Supervision;

public sealed class DeskUnitsTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenDesk given = null!;

    [Fact]
    public async Task Units_with_something_open_stand_in_organization_order_with_their_figures()
    {
        var page = await given.Desk.Open("/supervision/units");
        Assert.Equal(["综合科", "秘书科", "第一党支部  没有能办理的账号"], page.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()));
        Assert.Equal(["1||1|||", "1||||1|", "1|||||"], page.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Select(c => c.TextContent))));
    }

    [Fact]
    public async Task A_unit_leads_back_to_the_list_narrowed_to_it()
    {
        var page = await given.Desk.Open("/supervision/units?Show=All");
        var unit = page.QuerySelectorAll("tbody th a")[2].GetAttribute("href")!;
        Assert.Equal($"/supervision?Show=All&Unit={given.Campaign.House.FirstBranch.Id}", unit);
        Assert.Single((await given.Desk.Open(unit)).QuerySelectorAll("#shares tbody tr"));
    }

    [Fact]
    public async Task Only_who_supervises_sees_it_and_only_of_their_own_office()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await given.Head.GetAsync("/supervision/units")).StatusCode);
        var stranger = app.As(await given.Campaign.House.Account("外人", (Role.SupervisionDesk, given.Campaign.House.OtherOffice)));
        Assert.Contains("没有单位还有未办结的任务", await stranger.GetStringAsync("/supervision/units"), StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenDesk.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

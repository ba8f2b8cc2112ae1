using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Campaigns;

public sealed class CampaignListTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;

    [Fact]
    public async Task The_whole_office_sees_its_campaigns_and_another_office_does_not()
    {
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        var stranger = app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice)));
        var administrator = app.As(await given.House.AccountOf(null, "管理员", (Role.SystemAdministrator, given.House.Office)));

        Assert.Contains("2026年模范机关创建", await head.GetStringAsync("/campaigns"), StringComparison.Ordinal);
        Assert.DoesNotContain("开展创建活动", await head.GetStringAsync("/campaigns"), StringComparison.Ordinal);
        Assert.Contains("还没有创建活动", await stranger.GetStringAsync("/campaigns"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync("/campaigns")).StatusCode);
    }

    [Fact]
    public async Task It_says_what_waits_for_a_decision()
    {
        await given.HandIn();
        Assert.Contains("条建议待定", await given.Office.GetStringAsync("/campaigns"), StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

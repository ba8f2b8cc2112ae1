using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Campaigns.Supervision;

public sealed class TaskNoticeTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenDesk given = null!;

    private string Url => $"{given.Campaign.Address}/notice";

    [Fact]
    public async Task The_breakdown_lists_each_task_once_with_its_units_in_order()
    {
        var lines = GivenDocument.TextOf(await given.Desk.GetByteArrayAsync(Url)).Split('\n');
        Assert.Contains("关于印发《2026年模范机关创建任务分解表》的通知", string.Concat(lines), StringComparison.Ordinal);
        Assert.Single(lines, "压减文件");
        Assert.Contains("综合科、秘书科", lines);
        Assert.Contains("2026年6月30日", lines);
    }

    [Fact]
    public async Task Only_who_supervises_this_campaign_may_have_it()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await given.Head.GetAsync(Url)).StatusCode);
        var stranger = app.As(await given.Campaign.House.Account("外人", (Role.SupervisionDesk, given.Campaign.House.OtherOffice)));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await given.Desk.GetAsync($"/campaigns/{Guid.CreateVersion7()}/notice")).StatusCode);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenDesk.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

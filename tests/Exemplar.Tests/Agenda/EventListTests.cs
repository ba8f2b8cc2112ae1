using Exemplar.Platform.Security;
using Exemplar.Tests.Campaigns.Supervision;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda;

public sealed class EventListTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenDesk given = null!;

    [Fact]
    public async Task A_unit_finds_what_came_to_it_and_the_desk_what_came_back()
    {
        Assert.Equal(["橙色警示 压减文件 综合科", "下达 压减文件 综合科"], await Events(given.Head));
        Assert.Equal(["报结 压减文件 秘书科"], await Events(given.Desk));
        await given.Desk.Submit($"/assignments/{given.Shares[1]}/judge", ("Form.Text", "缺清单"), ("Form.Accept", "false"));
        var head = app.As(await given.Campaign.House.Account("秘书科副科长", (Role.DepartmentHead, given.Campaign.House.Secretariat)));
        Assert.Equal(["退回 压减文件 秘书科", "下达 压减文件 秘书科"], await Events(head));
        Assert.Equal(["报结 压减文件 秘书科"], await Events(given.Desk));   // one's own deeds are no news
    }

    [Fact]
    public async Task Strangers_and_those_without_a_part_in_it_find_nothing()
    {
        var stranger = app.As(await given.Campaign.House.Account("外人", (Role.CampaignOffice, given.Campaign.House.OtherOffice)));
        Assert.Contains("还没有与您有关的消息", await stranger.GetStringAsync("/messages"), StringComparison.Ordinal);
        Assert.Contains("还没有与您有关的消息", await stranger.GetStringAsync("/messages?before=-5"), StringComparison.Ordinal);
        Assert.True((await stranger.GetAsync("/messages?before=99999999999999999")).IsSuccessStatusCode);
    }

    private static async Task<IEnumerable<string>> Events(HttpClient browser) => (await browser.Open("/messages")).QuerySelectorAll(".events li")
        .Select(e => $"{e.QuerySelector("strong, .badge")!.TextContent} {e.QuerySelector("a")!.TextContent} {e.QuerySelector("span.muted")!.TextContent}");

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenDesk.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

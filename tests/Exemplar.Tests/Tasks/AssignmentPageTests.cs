using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Tasks;

public sealed class AssignmentPageTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private House house = null!;

    [Fact]
    public async Task It_offers_each_side_what_it_may_do_now()
    {
        var task = await GivenTask.Issued(app, house, "梳理事项", new(2026, 3, 12), house.General, house.Secretariat);
        var address = $"/assignments/{task.Assignments[0].Id}";
        var head = app.As(await house.Account("科长", (Role.DepartmentHead, house.General)));
        var office = app.As(await house.Account("办公室", (Role.CampaignOffice, house.Office)));

        Assert.Equal(["receive", "report"], await Offered(head, address));
        Assert.Empty(await Offered(office, address));
        await head.Submit($"{address}/report", ("Form.Text", "完成"), ("Form.Finish", "true"));
        Assert.Empty(await Offered(head, address));
        Assert.Equal(["judge"], await Offered(office, address));
    }

    [Fact]
    public async Task Shares_of_other_units_are_named_only_to_those_who_may_see_them()
    {
        var task = await GivenTask.Issued(app, house, "梳理事项", null, house.General, house.Secretariat);
        var address = $"/assignments/{task.Assignments[0].Id}";
        var head = app.As(await house.Account("科长", (Role.DepartmentHead, house.General)));
        var office = app.As(await house.Account("办公室", (Role.CampaignOffice, house.Office)));

        Assert.Contains("秘书科", await office.GetStringAsync(address), StringComparison.Ordinal);
        Assert.DoesNotContain("秘书科", await head.GetStringAsync(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/assignments/{task.Assignments[1].Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/assignments/{Guid.CreateVersion7()}")).StatusCode);
    }

    private static async Task<List<string>> Offered(HttpClient browser, string address) =>
        [.. (await browser.Open(address)).QuerySelectorAll("main form[action]").Select(f => f.GetAttribute("action")!.Split('/')[^1])];

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        house = await House.Build(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

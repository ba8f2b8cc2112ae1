using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Tasks;

public sealed class TaskListTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private House house = null!;

    [Fact]
    public async Task The_nearest_date_comes_first_and_what_has_none_comes_last()
    {
        await GivenTask.Issued(app, house, "无期", null, house.General);
        await GivenTask.Issued(app, house, "远", new(2026, 6, 30), house.General);
        await GivenTask.Issued(app, house, "近", new(2026, 3, 11), house.General);
        Assert.Equal(["近", "远", "无期"], await Titles(await Office(), "/tasks"));
    }

    [Fact]
    public async Task Within_a_day_units_stand_in_organization_order()
    {
        await GivenTask.Issued(app, house, "支部的", new(2026, 4, 2), house.FirstBranch);
        await GivenTask.Issued(app, house, "秘书科的", new(2026, 4, 2), house.Secretariat);
        await GivenTask.Issued(app, house, "综合科的", new(2026, 4, 2), house.General);
        Assert.Equal(["综合科的", "秘书科的", "支部的"], await Titles(await Office(), "/tasks"));
    }

    [Fact]
    public async Task That_next_years_holidays_are_not_known_is_said_once()
    {
        await GivenTask.Issued(app, house, "明年的", new(2027, 4, 2), house.General, house.Secretariat);
        var page = await (await Office()).Open("/tasks");
        Assert.StartsWith("2027 年的放假安排还没有公布", Assert.Single(page.QuerySelectorAll(".holiday-note")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_narrowed_by_unit_state_and_title()
    {
        await GivenTask.Issued(app, house, "迟到的清单", new(2026, 3, 2), house.General);
        await GivenTask.Issued(app, house, "调研", new(2026, 4, 2), house.Secretariat);
        var office = await Office();
        Assert.Equal(["迟到的清单"], await Titles(office, "/tasks?Show=Late"));
        Assert.Equal(["调研"], await Titles(office, $"/tasks?Unit={house.Secretariat.Id}"));
        Assert.Equal(["迟到的清单"], await Titles(office, "/tasks?Text=清单"));
        Assert.Empty(await Titles(office, "/tasks?Show=Done"));
        Assert.Contains("这里没有任务", await office.GetStringAsync("/tasks?Show=Done"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        for (var n = 0; n < 60; n++) await GivenTask.Issued(app, house, $"任务{n:00}", n % 3 == 0 ? null : new(2026, 4, 1 + n % 2), house.General, house.Secretariat);
        var office = await Office();
        List<string> seen = [];
        var address = "/tasks?Show=All";
        while (address is not null)
        {
            var page = await office.Open(address);
            seen.AddRange(page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!));
            address = page.QuerySelector(".more a")?.GetAttribute("href");
        }
        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
    }

    [Fact]
    public async Task Everyone_sees_only_their_own_units()
    {
        await GivenTask.Issued(app, house, "综合科的", null, house.General);
        await GivenTask.Issued(app, house, "支部的", null, house.FirstBranch);
        var head = app.As(await house.Account("科长", (Role.DepartmentHead, house.General)));
        var stranger = app.As(await house.Account("外人", (Role.CampaignOffice, house.OtherOffice)));
        Assert.Equal(["综合科的"], await Titles(head, "/tasks"));
        Assert.Empty(await Titles(stranger, "/tasks"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("HX-Request", false)]
    [InlineData("HX-Request HX-Boosted", true)]
    [InlineData("HX-Request HX-History-Restore-Request", true)]
    public async Task Only_the_list_refreshing_itself_gets_the_fragment(string headers, bool whole)
    {
        var office = await Office();
        foreach (var header in headers.Split(' ', StringSplitOptions.RemoveEmptyEntries)) office.DefaultRequestHeaders.Add(header, "true");
        var answer = await office.GetAsync("/tasks");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(whole, html.Contains("<!DOCTYPE html>", StringComparison.Ordinal));
        Assert.Equal(whole, html.Contains("role=\"search\"", StringComparison.Ordinal));
        Assert.Contains("HX-Request", answer.Headers.Vary);
    }

    [Fact]
    public async Task An_administrator_has_no_tasks_page_and_a_mistyped_address_starts_at_the_beginning()
    {
        var administrator = app.As(await house.AccountOf(null, "管理员", (Role.SystemAdministrator, house.Office)));
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync("/tasks")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await Office()).GetAsync("/tasks?After=rubbish&Show=Nonsense&Unit=x")).StatusCode);
    }

    private async Task<HttpClient> Office() => app.As(await house.Account("办公室", (Role.CampaignOffice, house.Office)));

    private static async Task<IEnumerable<string>> Titles(HttpClient browser, string address) =>
        (await browser.Open(address)).QuerySelectorAll("tbody td:first-child").Select(td => td.TextContent.Trim());

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        house = await House.Build(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

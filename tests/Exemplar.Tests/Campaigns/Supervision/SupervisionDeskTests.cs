using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Campaigns.Supervision;

public sealed class SupervisionDeskTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenDesk given = null!;

    [Fact]
    public async Task Figures_and_list_stand_in_organization_order()
    {
        var page = await given.Desk.Open("/supervision?Show=Open");
        Assert.Equal(["3", "0", "1", "0", "1", "0"], page.QuerySelectorAll(".figure strong").Select(f => f.TextContent));
        Assert.Equal(["压减文件 综合科 橙色", "压减文件 秘书科 ", "规范会议 第一党支部 "],
            page.QuerySelectorAll("#shares tbody tr").Select(r => $"{Cell(r, 1)} {Cell(r, 2)} {Cell(r, 4)}"));
        Assert.Equal("各单位（1 个没有能办理的账号）", page.QuerySelector("#units")!.TextContent);
    }

    [Theory]
    [InlineData("", "综合科 秘书科")]   // late, and waiting to be accepted; June is far
    [InlineData("Show=Late", "综合科")]
    [InlineData("Show=Submitted", "秘书科")]
    [InlineData("Colour=Orange", "综合科")]
    [InlineData("Colour=Red", "")]
    [InlineData("Show=AskedTime", "")]
    [InlineData("Show=rubbish&Unit=x&After=y", "综合科 秘书科")]
    public async Task It_is_narrowed_by_state_and_colour(string query, string units) =>
        Assert.Equal(units, string.Join(' ', (await given.Desk.Open($"/supervision?{query}")).QuerySelectorAll("#shares tbody tr").Select(r => Cell(r, 2))));

    [Fact]
    public async Task It_is_narrowed_by_unit_and_by_stage()
    {
        var page = await given.Desk.Open($"/supervision?Show=All&Unit={given.Campaign.House.FirstBranch.Id}");
        Assert.Single(page.QuerySelectorAll("#shares tbody tr"));
        Assert.Equal(["全部", "第一党支部"], page.QuerySelectorAll("#Unit option").Select(o => o.TextContent));   // the unit stays while the rest is narrowed
        Assert.Equal("第一党支部", page.QuerySelector("#Unit option[selected]")!.TextContent);
        Assert.Null((await given.Desk.Open("/supervision")).QuerySelector("#Unit"));
        var stage = page.QuerySelectorAll("#Stage option")[1].GetAttribute("value");
        Assert.Equal(3, (await given.Desk.Open($"/supervision?Show=All&Stage={stage}&Campaign={given.Campaign.Campaign.Id}")).QuerySelectorAll("#shares tbody tr").Length);
    }

    [Fact]
    public async Task What_stands_beside_the_list_follows_its_narrowing()
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/supervision?Unit={given.Campaign.House.FirstBranch.Id}") { Headers = { { "HX-Request", "true" } } };
        var part = await given.Desk.SendAsync(ask).ContinueWith(a => a.Result.Content.ReadAsStringAsync(), TaskScheduler.Default).Unwrap();
        var beside = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(part).QuerySelectorAll("[hx-swap-oob=true]");
        Assert.Equal(["units", "export", "figures"], beside.Select(e => e.Id));
        Assert.All(beside.Take(2), link => Assert.Contains($"Unit={given.Campaign.House.FirstBranch.Id}", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.DoesNotContain("<script", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_supervise_this_office_sees_nothing_of_it()
    {
        await given.Head.GetAsync("/supervision").ContinueWith(a => Assert.Equal(HttpStatusCode.Forbidden, a.Result.StatusCode), TaskScheduler.Default);
        var stranger = app.As(await given.Campaign.House.Account("外人", (Role.SupervisionDesk, given.Campaign.House.OtherOffice)));
        Assert.Contains("眼下没有要办的", await stranger.GetStringAsync("/supervision"), StringComparison.Ordinal);
        Assert.Empty((await stranger.Open("/supervision")).QuerySelectorAll("#Campaign option[value]:not([value=''])"));
    }

    private static string Cell(AngleSharp.Dom.IElement row, int n) => row.QuerySelectorAll("td")[n].TextContent.Trim();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenDesk.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Year;

/// <summary>On 10 March the first quarter and March end within thirty days; February was missed.</summary>
public sealed class DueSoonTests : HouseTests
{
    [Fact]
    public async Task What_is_open_and_ends_within_thirty_days_is_listed_with_the_way_to_do_it()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await App.Fact("held.lecture", House.FirstBranch, new(2026, 2, 6));
        await App.Fact("held.party-day", House.FirstBranch, new(2026, 1, 9));

        var page = await Committee.Open("/due");
        var tables = page.QuerySelectorAll("table");
        Assert.Equal(["支部党员大会2026年一季度", "主题党日2026年3月"], tables[0].QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
        Assert.Equal($"/meetings/new?unit={House.FirstBranch.Id}&kind=members", tables[0].QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Equal(["主题党日2026年2月"], tables[1].QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
    }

    [Fact]
    public async Task Nothing_open_says_so()
    {
        Assert.Contains("没有要开展的组织生活", (await Committee.Open("/due")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.SystemAdministrator, House.Office)).GetAsync("/due")).StatusCode);
    }
}

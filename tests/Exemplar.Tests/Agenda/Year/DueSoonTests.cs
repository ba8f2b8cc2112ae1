using System.Net;
using Exemplar.Meetings;
using Exemplar.Platform.Log;
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
    public async Task What_is_planned_already_is_not_asked_for_again()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var planned = Meeting.Plan(Guid.CreateVersion7(), MeetingKinds.Read().Find(MeetingKind.Members)!, House.FirstBranch, new(new(2026, 3, 20), null, null, "", "", null, null, []), new Act(null, null, TestApp.Start), new(2026, 3, 10)).Value!;
        await App.Given(planned);

        var row = (await Committee.Open("/due")).QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Contains("支部党员大会", StringComparison.Ordinal));
        Assert.Equal("已安排 3 月 20 日", row.QuerySelector($"a[href='/meetings/{planned.Id}']")!.TextContent);
        Assert.Null(row.QuerySelector("a.button"));
    }

    /// <summary>The year's meetings are amber long before their last day: what is amber on the year page stands here too.</summary>
    [Fact]
    public async Task What_it_is_time_to_think_of_is_listed_though_its_last_day_is_far()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        App.Clock.Advance(TimeSpan.FromDays(244));   // 9 November
        var amber = (await Committee.Open($"/units/{House.FirstBranch.Id}/year?Year=2026")).QuerySelectorAll(".year-row").Where(r => r.QuerySelector(".cell.atrisk") is not null).Select(r => r.QuerySelector("h3")!.ChildNodes[0].TextContent.Trim()).ToList();
        var listed = (await Committee.Open("/due")).QuerySelectorAll("#ahead tbody tr").Where(r => r.TextContent.Contains("2026-12-31", StringComparison.Ordinal)).Select(r => r.QuerySelector("th a")!.TextContent.Trim()).ToList();

        Assert.Contains("组织生活会", amber);
        Assert.Contains("组织生活会", listed);
        Assert.All((await Committee.Open("/due")).QuerySelectorAll("table")[0].QuerySelectorAll("td[data-label=最后一天]"), td => Assert.Equal("2026-11-30", td.TextContent));   // apart from what ends within thirty days
    }

    [Fact]
    public async Task Nothing_open_says_so()
    {
        Assert.Contains("没有要开展的组织生活", (await Committee.Open("/due")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.SystemAdministrator, House.Office)).GetAsync("/due")).StatusCode);
    }
}

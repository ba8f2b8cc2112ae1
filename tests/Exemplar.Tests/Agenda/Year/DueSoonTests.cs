using System.Net;
using Exemplar.Meetings;
using Exemplar.Organization;
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
        Assert.Equal(["支部党员大会 2026年一季度", "主题党日 2026年3月"], tables[0].QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
        Assert.Equal($"/meetings/new?unit={House.FirstBranch.Id}&kind=members", tables[0].QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Equal(["主题党日 2026年2月"], tables[1].QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
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

    /// <summary>On 27 November the fourth quarter's 党员大会 was told nowhere: 31 December is 34 days away, and the rule warns 30 days before.</summary>
    [Fact]
    public async Task What_a_quarter_still_owes_is_listed_with_its_last_month_and_a_half()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        App.Clock.Advance(TimeSpan.FromDays(249));   // 14 November: 47 days
        Assert.DoesNotContain((await Committee.Open("/due")).QuerySelectorAll("#ahead tbody th"), t => t.TextContent.Contains("2026年四季度", StringComparison.Ordinal));

        App.Clock.Advance(TimeSpan.FromDays(13));   // 27 November: 34 days
        var ahead = (await Committee.Open("/due")).QuerySelectorAll("#ahead tbody tr").ToList();
        var titles = ahead.Select(r => r.QuerySelector("th")!.TextContent.Trim()).ToList();
        Assert.Contains(titles, t => t.StartsWith("支部党员大会", StringComparison.Ordinal) && t.Contains("2026年四季度", StringComparison.Ordinal));
        Assert.DoesNotContain(titles, t => t.Contains("2026年12月", StringComparison.Ordinal));   // has not begun
        Assert.All(ahead, r => Assert.Equal("该着手了", r.QuerySelector("[data-label=状态] .badge:not(.atrisk)")!.TextContent));   // plain, beside what is due within thirty days
    }

    [Fact]
    public async Task The_same_of_more_than_two_units_is_one_row_that_opens_to_them()
    {
        var (third, group) = (House.Found(UnitKind.Branch, "第三党支部", House.Committee), House.Found(UnitKind.PartyGroup, "第一党小组", House.SecondBranch));
        await House.Save();
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch, third, group);
        await App.Fact("held.lecture", third, new(2026, 2, 6));

        var coming = (await Committee.Open("/due")).QuerySelectorAll("table")[0];
        var together = coming.QuerySelectorAll("tr.together").Single(r => r.TextContent.Contains("支部党员大会", StringComparison.Ordinal));
        Assert.Equal("支部党员大会（2026年一季度）：3 个支部（第一党支部、第二党支部、第三党支部）", together.QuerySelector("summary")!.TextContent);
        Assert.Equal(["第一党支部", "第二党支部", "第三党支部"], together.QuerySelectorAll("li a:first-child").Select(a => a.TextContent));
        Assert.Equal($"/meetings/new?unit={third.Id}&kind=members", together.QuerySelectorAll("li a.button")[2].GetAttribute("href"));
        Assert.Equal(["第一党支部", "第二党支部"], coming.QuerySelectorAll("tbody tr:not(.together)").Where(r => r.QuerySelector("th a")!.TextContent == "党课").Select(r => r.QuerySelector("[data-label=单位]")!.TextContent));   // two stand apart
        Assert.Contains(coming.QuerySelectorAll("[data-label=单位]"), td => td.TextContent == "第二党支部·第一党小组");
        Assert.EndsWith("先到期的在前，同一天按组织机构顺序排列", coming.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>An end of a term of long ago stood among what was missed in the last two months.</summary>
    [Fact]
    public async Task Terms_that_are_over_stand_apart_from_what_was_missed_of_late()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        await App.Fact("elected", House.FirstBranch, new(2022, 6, 1));
        var page = await Committee.Open("/due");
        Assert.Equal(["2025-05-31"], page.QuerySelectorAll("#over [data-label=最后一天]").Select(td => td.TextContent));
        var missed = page.QuerySelectorAll("#missed [data-label=最后一天]").Select(td => td.TextContent).ToList();
        Assert.Equal(["2026-02-28", "2026-01-31"], missed);
        Assert.Contains("最近到期的在前", page.QuerySelector("#missed caption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_open_says_so()
    {
        Assert.Contains("没有要开展的组织生活", (await Committee.Open("/due")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.SystemAdministrator, House.Office)).GetAsync("/due")).StatusCode);
    }
}

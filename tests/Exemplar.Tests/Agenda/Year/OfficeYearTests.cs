using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Year;

public sealed class OfficeYearTests : HouseTests
{
    [Fact]
    public async Task Units_stand_in_organization_order_whatever_they_have_done()
    {
        await App.Keep(new(2026, 1, 1), House.SecondBranch, House.FirstBranch);
        await App.Fact("held.members", House.SecondBranch, new(2026, 2, 6));

        var page = await Committee.Open("/year?Year=2026&Quarter=1");
        Assert.Equal(["第一党支部", "第二党支部"], page.QuerySelectorAll("tbody th").Select(th => th.TextContent));
        var column = page.QuerySelectorAll("thead th").Select(th => th.TextContent).ToList().IndexOf("支部党员大会");
        Assert.Equal(["! 0/1快到期", "✓ 1/1已完成"], page.QuerySelectorAll("tbody tr").Select(tr => tr.Children[column].TextContent.Trim()));
    }

    [Fact]
    public async Task A_quarter_counts_its_months_and_a_year_its_quarters()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await App.Fact("held.party-day", House.FirstBranch, new(2026, 1, 9));
        Assert.Equal("✗ 1/3未完成", await Cell("/year?Year=2026&Quarter=1", "主题党日"));   // February was missed
        Assert.Equal("✗ 1/12未完成", await Cell("/year?Year=2026", "主题党日"));
        Assert.Equal("· 0/1未到期", await Cell("/year?Year=2026&Quarter=1", "组织生活会"));
    }

    [Fact]
    public async Task Party_groups_are_added_up_in_the_row_of_their_branch_which_is_through_only_when_all_are()
    {
        var (first, second) = (House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch), House.Found(UnitKind.PartyGroup, "第二党小组", House.FirstBranch));
        await House.Save();
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch, first, second);
        for (var month = 1; month <= 3; month++) await App.Fact("held.group", first, new(2026, month, 5));
        await App.Fact("held.group", second, new(2026, 1, 5));
        Assert.Equal("✗ 4/6未完成", await Cell("/year?Year=2026&Quarter=1", "党小组会"));

        for (var month = 2; month <= 3; month++) await App.Fact("held.group", second, new(2026, month, 5));
        Assert.Equal("✓ 6/6已完成", await Cell("/year?Year=2026&Quarter=1", "党小组会"));
        var page = await Committee.Open("/year?Year=2026&Quarter=1");
        Assert.Equal(["第一党支部", "第二党支部"], page.QuerySelectorAll("tbody th").Select(th => th.TextContent));
        var column = page.QuerySelectorAll("thead th").Select(th => th.TextContent).ToList().IndexOf("党小组会");
        Assert.Equal("", page.QuerySelectorAll("tbody tr")[1].Children[column].TextContent.Trim());   // no groups, nothing asked
        var href = page.QuerySelectorAll("tbody tr")[0].Children[column].QuerySelector("a")!.GetAttribute("href")!;
        Assert.NotNull((await Committee.Open(href.Split('#')[0])).GetElementById(href.Split('#')[1]));
    }

    /// <summary>It was seen on the page of its own year only, where nobody looks any more.</summary>
    [Fact]
    public async Task A_term_that_is_over_stays_on_every_page_until_there_is_an_election()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await App.Fact("elected", House.FirstBranch, new(2022, 6, 1));
        Assert.Equal("✗未完成", await Cell("/year?Year=2026", "总支、支部任期"));
        foreach (var page in (string[])[$"/units/{House.FirstBranch.Id}/year", "/due", "/"])
            Assert.Contains("2025-05-31", (await Committee.Open(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await App.Fact("elected", House.FirstBranch, new(2026, 1, 20));
        Assert.DoesNotContain("2025-05-31", (await Committee.Open("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("✗未完成", await Cell("/year?Year=2026", "总支、支部任期"));
    }

    [Fact]
    public async Task A_year_that_is_over_shows_terms_as_they_stood_at_its_end()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        await App.Fact("elected", House.FirstBranch, new(2023, 2, 1));   // until 31 January 2026
        Assert.Equal("✗未完成", await Cell("/year?Year=2026", "总支、支部任期"));
        Assert.Equal("!快到期", await Cell("/year?Year=2025", "总支、支部任期"));
        var branch = await Committee.Open($"/units/{House.FirstBranch.Id}/year?Year=2025");
        Assert.EndsWith("快到期", branch.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "总支、支部任期").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_year_that_is_over_it_is_said_which_duties_nobody_has_brought_in()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        await App.Fact("held.members", House.FirstBranch, new(2025, 2, 6));
        var notice = (await Committee.Open("/year?Year=2025")).QuerySelector("section.card p.notice")!.TextContent;
        Assert.Contains("2025年没有一次记录的：", notice, StringComparison.Ordinal);
        Assert.Contains("主题党日", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("支部党员大会", notice, StringComparison.Ordinal);
        Assert.Null((await Committee.Open("/year?Year=2026")).QuerySelector("section.card p.notice"));   // this year is still being written
    }

    [Fact]
    public async Task Only_units_of_ones_own_are_listed()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch);
        var page = await (await As(Role.BranchSecretary, House.SecondBranch)).Open("/year");
        Assert.Equal(["第二党支部"], page.QuerySelectorAll("tbody th").Select(th => th.TextContent));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.DepartmentHead, House.General)).GetAsync("/year")).StatusCode);
    }

    [Fact]
    public async Task An_empty_house_is_told_how_to_begin() =>
        Assert.Contains("填上启用日", (await Committee.Open("/year?Year=9999&Quarter=7&After=zz")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

    private async Task<string> Cell(string address, string rule)
    {
        var page = await Committee.Open(address);
        var column = page.QuerySelectorAll("thead th").Select(th => th.TextContent).ToList().IndexOf(rule);
        return page.QuerySelector("tbody tr")!.Children[column].TextContent.Trim();
    }
}

using System.Net;
using AngleSharp.Dom;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Year;

/// <summary>The clock stands at 10 March 2026.</summary>
public sealed class BranchYearTests : HouseTests
{
    private string Url => $"/units/{House.FirstBranch.Id}/year";

    [Fact]
    public async Task Every_duty_shows_its_periods_and_every_cell_opens()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await App.Fact("held.members", House.FirstBranch, new(2026, 2, 6));
        await App.Fact("held.party-day", House.FirstBranch, new(2026, 1, 9));

        var page = await Committee.Open(Url);
        Assert.Equal(["一季度 ✓ 1/1已完成", "二季度 · 0/1未到期", "三季度 · 0/1未到期", "四季度 · 0/1未到期"], Cells(page, "MTG-01"));
        Assert.Equal(["1月 ✓ 1/1已完成", "2月 ✗ 0/1未完成", "3月 · 0/1未到期", "4月 · 0/1未到期"], Cells(page, "MTG-05").Take(4));
        foreach (var address in page.QuerySelectorAll("a.cell").Select(a => a.GetAttribute("href")!).Distinct()) await Committee.Open(address);
    }

    [Fact]
    public async Task A_duty_that_does_not_arise_says_why()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var page = await Committee.Open(Url);
        Assert.All(page.QuerySelectorAll("#MTG-02 a.cell"), cell => Assert.Contains("不设支委会", cell.GetAttribute("title"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_period_in_which_a_branch_begins_is_not_held_against_it()
    {
        await App.Keep(new(2026, 2, 10), House.FirstBranch);
        var page = await Committee.Open(Url);
        Assert.Equal("启用于期中", page.QuerySelectorAll("#MTG-05 a.cell")[0].GetAttribute("title")!.Split('：')[1]);
        Assert.Equal("3月 · 0/1未到期", Cells(page, "MTG-05")[1]);
        Assert.Equal(11, Cells(page, "MTG-05").Count);   // January was before
    }

    [Fact]
    public async Task Hours_of_members_are_for_those_who_lead_the_branch()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        var member = await House.Somebody("林向阳", House.FirstBranch);
        await App.Fact("held.lecture", House.FirstBranch, new(2026, 2, 6), 40, member.Id);

        var secretary = await As(Role.BranchSecretary, House.FirstBranch);
        Assert.Contains("党员年度学时 4/32", (await secretary.Open(Url)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("林向阳", (await (await As(Role.Member, House.FirstBranch)).Open(Url)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_stand_by_pinyin_as_the_caption_says()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        foreach (var name in new[] { "侯恒野", "卞松野", "郝磊谷", "陈阳依" }) await House.Somebody(name, House.FirstBranch);
        var table = (await (await As(Role.BranchSecretary, House.FirstBranch)).Open(Url)).QuerySelectorAll("table")[^1];
        Assert.Equal("4 人，按姓名拼音排列，生僻字在后", table.QuerySelector("caption")!.TextContent);
        Assert.Equal(["卞松野", "陈阳依", "郝磊谷", "侯恒野"], table.QuerySelectorAll("tbody th").Select(th => th.TextContent));
    }

    [Fact]
    public async Task Without_a_start_date_it_says_what_to_do() =>
        Assert.Contains("还没有定启用日", (await Committee.Open(Url)).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task It_is_read_inside_the_tree_only()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.DepartmentHead, House.FirstBranch)).GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(Role.BranchSecretary, House.SecondBranch)).GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync($"/units/{Guid.CreateVersion7()}/year")).StatusCode);
    }

    private static List<string> Cells(IDocument page, string rule) =>
        [.. page.QuerySelectorAll($"#{rule} a.cell").Select(c => string.Join(' ', c.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)))];
}

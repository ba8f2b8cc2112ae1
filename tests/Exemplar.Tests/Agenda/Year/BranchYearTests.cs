using System.Net;
using AngleSharp.Dom;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Rules.OwnRules;
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
        Assert.Equal(["一季度 ✓ 2.6已完成 1/1", "二季度 · 0/1未到期", "三季度 · 0/1未到期", "四季度 · 0/1未到期"], Cells(page, "MTG-01"));
        Assert.Equal(["1月 ✓ 1.9已完成 1/1", "2月 ✗ 0/1未完成", "3月 · 0/1未到期", "4月 · 0/1未到期"], Cells(page, "MTG-05").Take(4));
        foreach (var address in page.QuerySelectorAll("a.cell").Select(a => a.GetAttribute("href")!).Distinct()) await Committee.Open(address);
    }

    /// <summary>Whoever looks through all of them need not go back to the list each time.</summary>
    [Fact]
    public async Task The_next_of_its_kind_is_one_press_away_as_far_as_the_reader_sees()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch);
        var page = await Committee.Open($"{Url}?Year=2026");
        Assert.Null(page.QuerySelector("a[rel=prev]"));
        Assert.Equal(($"/units/{House.SecondBranch.Id}/year?Year=2026", "下一个：第二党支部"), (page.QuerySelector("a[rel=next]")!.GetAttribute("href")!, page.QuerySelector("a[rel=next]")!.TextContent));
        page = await Committee.Open($"/units/{House.SecondBranch.Id}/year?Year=2026");
        Assert.Equal($"{Url}?Year=2026", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Null((await (await As(Role.BranchSecretary, House.FirstBranch)).Open(Url)).QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Each_Party_group_below_has_its_own_row_that_opens()
    {
        var (first, second) = (House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch), House.Found(UnitKind.PartyGroup, "第二党小组", House.FirstBranch));
        await House.Save();
        await App.Keep(new(2026, 1, 1), House.FirstBranch, first, second);
        foreach (var on in new DateOnly[] { new(2026, 1, 8), new(2026, 2, 5) }) await App.Fact("held.group", first, on);
        await App.Fact("held.group", second, new(2026, 1, 15));

        var page = await Committee.Open(Url);
        Assert.Equal(["党小组会 第一党小组", "党小组会 第二党小组"], page.QuerySelectorAll("[id^='MTG-03'] h3").Select(h => string.Join(' ', h.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal(["1月 ✓ 1.8已完成 1/1", "2月 ✓ 2.5已完成 1/1"], Cells(page, "MTG-03").Take(2));
        Assert.Equal(["1月 ✓ 1.15已完成 1/1", "2月 ✗ 0/1未完成"], Cells(page, "MTG-03-2").Take(2));
        var rows = page.QuerySelectorAll(".year-row").Select(r => r.Id).ToList();
        Assert.Equal(["MTG-02", "MTG-03", "MTG-03-2", "MTG-04"], rows.Skip(rows.IndexOf("MTG-02")).Take(4));   // where the rule stands
        Assert.Contains("第二党小组", (await Committee.Open(page.QuerySelector("#MTG-03-2 .missed")!.GetAttribute("href")!)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await Committee.Open($"/units/{House.SecondBranch.Id}/year")).QuerySelectorAll("[id^='MTG-03']"));
    }

    [Fact]
    public async Task A_cell_says_on_which_days_and_how_often_while_that_is_not_enough()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        foreach (var on in new DateOnly[] { new(2026, 3, 5), new(2026, 2, 6), new(2026, 2, 6) }) await App.Fact("held.members", House.FirstBranch, on);
        for (var day = 1; day <= 6; day++) await App.Fact("held.party-day", House.FirstBranch, new(2026, 2, day));
        await App.Given(new OwnRule { UnitId = House.FirstBranch.Id, Path = House.FirstBranch.Path, Units = ["Branch"], Title = "党课", Period = PeriodKind.Quarter, Counts = "held.lecture", AtLeast = 2, Basis = "支部计划", From = new(2026, 1, 1) });
        await App.Fact("held.lecture", House.FirstBranch, new(2026, 2, 6));

        var page = await Committee.Open(Url);
        Assert.Equal("一季度 ✓ 2.6、3.5已完成 3/1", Cells(page, "MTG-01")[0]);   // two on one day
        Assert.Equal("一季度 已完成 3/1：2026-02-06、2026-03-05", page.QuerySelector("#MTG-01 a.cell")!.GetAttribute("title"));
        Assert.Equal("2月 ✓ 2.1、2.2、2.3、2.4等 6 天已完成 6/1", Cells(page, "MTG-05")[1]);
        Assert.Equal("一季度 ! 1/2 2.6快到期 1/2", string.Join(' ', page.QuerySelector("[id^='own-'] a.cell")!.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>Imported registers carry no hours: 0 of 32 for everybody would be a reproach for nothing.</summary>
    [Fact]
    public async Task What_rests_on_nothing_on_record_is_folded_until_there_is_something()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        var member = await House.Somebody("林向阳", House.FirstBranch);
        var secretary = await As(Role.BranchSecretary, House.FirstBranch);
        var silent = (await secretary.Open(Url)).QuerySelector("#silent")!;
        Assert.StartsWith("这些还没有记录：", silent.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.All(["选票有效", "党员年度学时"], word => Assert.Contains(word, silent.QuerySelector("summary")!.TextContent, StringComparison.Ordinal));
        Assert.Contains("党员年度学时 0/32", silent.TextContent, StringComparison.Ordinal);   // it opens
        Assert.DoesNotContain("0/32", string.Concat((await secretary.Open(Url)).QuerySelectorAll("main section:not(#silent)").Select(s => s.TextContent)), StringComparison.Ordinal);

        await App.Fact("held.lecture", House.FirstBranch, new(2026, 2, 6), 40, member.Id);
        await App.Fact("void.ELE-10", House.FirstBranch, new(2026, 2, 6));
        var page = await secretary.Open(Url);
        Assert.DoesNotContain("年度学时", page.QuerySelector("#silent")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("选票有效", page.QuerySelector("#silent")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("党员年度学时", (await (await As(Role.Member, House.FirstBranch)).Open(Url)).Body!.TextContent, StringComparison.Ordinal);
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
        foreach (var name in new[] { "侯恒野", "卞松野", "郝磊谷", "陈阳依" }) await App.Fact("held.lecture", House.FirstBranch, new(2026, 2, 6), 40, (await House.Somebody(name, House.FirstBranch)).Id);
        var table = (await (await As(Role.BranchSecretary, House.FirstBranch)).Open(Url)).QuerySelectorAll("section:not(#silent) table")[^1];
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

using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Agenda.Year;

public sealed class TermListTests : HouseTests
{
    private static List<string> Rows(AngleSharp.Dom.IDocument page) => [.. page.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Take(6).Select(c => c.TextContent.Trim()).Where(t => t.Length > 0)))];

    /// <summary>Today is 10 March 2026.</summary>
    private async Task Elected()
    {
        await App.Keep(new(2025, 1, 1), House.Committee, House.FirstBranch, House.SecondBranch);
        await App.Elected(House.FirstBranch, new(2023, 2, 1));
        await App.Elected(House.Committee, new(2021, 8, 1));
    }

    [Fact]
    public async Task Every_term_stands_in_organization_order_with_its_end_by_the_rule_secretary_and_size()
    {
        await Elected();
        var secretary = await House.Somebody("张三", House.FirstBranch);
        await House.Somebody("李四", House.SecondBranch);
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = secretary.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1) });

        var page = await Committee.Open("/terms");
        Assert.Equal(["机关党委 2021-08-01 2026-07-31 还有 143 天届满 没有登记 2", "第一党支部 2023-02-01 2026-01-31 超期 38 天 张三 1", "第二党支部 没有登记换届日期 没有登记 1"], Rows(page));
        Assert.Contains("基层委员会任期：每届 5 年", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("总支、支部任期：每届 3 年", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/units/{House.FirstBranch.Id}/edit']"));
        await Committee.Open($"/standings/{House.FirstBranch.Id}/ELE-02/2023-02-01");
    }

    [Fact]
    public async Task A_term_that_was_put_off_ends_on_the_approved_day_and_the_next_election_ends_that()
    {
        await Elected();
        var unit = $"/units/{House.FirstBranch.Id}/edit";
        Assert.Equal("延期到的日期要在上次换届之后", (await (await Committee.Submit(unit, ("Form.TermExtendedTo", "2022-12-31"))).Read()).ErrorAt("TermExtendedTo"));
        await Committee.Submit(unit, ("Form.TermExtendedTo", "2026-12-31"));
        Assert.Contains("第一党支部 2023-02-01 2026-12-31 批准延期 任期内 没有登记 0", Rows(await Committee.Open("/terms")));

        await Committee.Submit(unit, ("Form.ElectedOn", "2026-03-01"));
        Assert.Contains("第一党支部 2026-03-01 2029-02-28 任期内 没有登记 0", Rows(await Committee.Open("/terms")));
        Assert.Null(await App.Read(db => db.Units.Where(u => u.Id == House.FirstBranch.Id).Select(u => u.TermExtendedTo).SingleAsync()));
    }

    [Fact]
    public async Task One_part_is_shown_alone()
    {
        await Elected();
        Assert.Equal(["第一党支部"], (await Committee.Open("/terms?only=Over")).QuerySelectorAll("tbody th").Select(t => t.TextContent));
        Assert.Equal(["机关党委"], (await Committee.Open("/terms?only=Soon")).QuerySelectorAll("tbody th").Select(t => t.TextContent));
        Assert.Equal(["第二党支部"], (await Committee.Open("/terms?only=Unknown")).QuerySelectorAll("tbody th").Select(t => t.TextContent));
    }

    [Fact]
    public async Task A_secretary_sees_the_own_branch_and_changes_nothing()
    {
        await Elected();
        var page = await (await As(Role.BranchSecretary, House.FirstBranch)).Open("/terms");
        Assert.Equal(["第一党支部"], page.QuerySelectorAll("tbody th").Select(t => t.TextContent));
        Assert.Null(page.QuerySelector("a[href$='/edit'], a[href='/terms/import']"));
        await (await As(Role.SystemAdministrator, House.Office)).IsShut("/terms", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_long_list_goes_on_on_the_next_page()
    {
        for (var i = 0; i < 100; i++) House.Found(UnitKind.Branch, $"支部{i:000}", House.Committee);
        await House.Save();
        var first = await Committee.Open("/terms");
        Assert.Equal(100, Rows(first).Count);
        var next = await Committee.Open(first.QuerySelector(".more a")!.GetAttribute("href")!);
        Assert.Equal(3, Rows(next).Count);
    }
}

using System.Net;
using AngleSharp.Dom;
using Exemplar.Documents.Sheets;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People;

public sealed class UnitRollTests : HouseTests
{
    private static string Url(Unit unit, string? on = null) => $"/units/{unit.Id}/roll{(on is null ? "" : $"?on={on}")}";

    private static List<string> Names(IDocument page) => [.. page.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())];

    [Fact]
    public async Task It_shows_who_belonged_there_that_day_with_the_posts_and_status_of_that_day()
    {
        var (moved, watched) = (await House.Somebody("张三", House.General, House.FirstBranch), await House.Somebody("李四", House.FirstBranch));
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = moved.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1), To = new(2026, 2, 28) });
        await Committee.Submit($"/people/{moved.Id}/move", ("Form.Branch", House.SecondBranch.Id.ToString()), ("Form.On", "2026-03-01"));
        await Committee.Submit($"/people/{watched.Id}/status", ("Form.Kind", "PutOnProbation"), ("Form.On", "2026-03-05"));

        var then = await Committee.Open(Url(House.FirstBranch, "2026-02-28"));
        Assert.Equal(["李四", "张三"], Names(then));   // by pinyin
        Assert.Contains("共 2 人，其中正式党员 2 人", then.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["正式党员", "书记", "综合科、第一党支部", "1980-05", ""], then.QuerySelectorAll("tbody tr")[1].QuerySelectorAll("td").Select(td => td.TextContent.Trim()));

        var now = await Committee.Open(Url(House.FirstBranch));
        Assert.Equal(["李四"], Names(now));
        Assert.Contains("留党察看 1 人", now.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_shows_those_below_it_and_a_dissolved_one_still_has_its_rolls()
    {
        var person = await House.Somebody("张三", House.SecondBranch);
        await Committee.Submit($"/people/{person.Id}/move", ("Form.Branch", House.FirstBranch.Id.ToString()), ("Form.On", "2026-03-01"));
        await Committee.Submit($"/units/{House.SecondBranch.Id}/dissolve", ("Form.On", "2026-03-01"));

        Assert.Equal(["张三"], Names(await Committee.Open(Url(House.Committee, "2026-02-01"))));
        Assert.Equal(["张三"], Names(await Committee.Open(Url(House.SecondBranch, "2026-02-01"))));
        Assert.Contains("没有人编在这里", (await Committee.Open(Url(House.SecondBranch))).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("这里的名册从2026年1月1日开始", (await Committee.Open(Url(House.SecondBranch, "2025-12-31"))).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_to_come_and_what_is_no_day_are_today()
    {
        await House.Somebody("张三", House.FirstBranch);
        foreach (var on in new[] { "2027-01-01", "昨天" }) Assert.Contains("2026年3月10日", (await Committee.Open(Url(House.FirstBranch, on))).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_who_has_gone_elsewhere_a_branch_keeps_the_name_and_not_the_dates()
    {
        var moved = await House.Somebody("张三", House.FirstBranch);
        await Committee.Submit($"/people/{moved.Id}/move", ("Form.Branch", House.SecondBranch.Id.ToString()), ("Form.On", "2026-03-01"));

        var page = await (await As(Role.BranchSecretary, House.FirstBranch)).Open(Url(House.FirstBranch, "2026-02-01"));
        var row = page.QuerySelector("tbody tr")!;
        Assert.Equal(("张三", null), (row.QuerySelector("th")!.TextContent.Trim(), row.QuerySelector("a")));
        Assert.DoesNotContain("1980", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_holds_the_same_rows()
    {
        await House.Somebody("张三", House.FirstBranch);
        await House.Somebody("李四", House.FirstBranch);
        var page = await Committee.Open(Url(House.FirstBranch, "2026-02-01"));
        var answer = await Committee.GetAsync(page.QuerySelector("a[href*='handler=Sheet']")!.GetAttribute("href"));

        Assert.Equal("第一党支部 名册 2026-02-01.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var rows = SheetReader.ReadAll(await answer.Content.ReadAsByteArrayAsync()).Value![0].Rows;
        Assert.Equal(["姓名|正式党员", "1|李四|正式党员", "2|张三|正式党员"], rows.Select((r, n) => n == 0 ? $"{r.Cells[1].Text}|正式党员" : $"{r.Cells[0].Text}|{r.Cells[1].Text}|{r.Cells[4].Text}"));
    }

    [Fact]
    public async Task The_roll_is_open_to_those_who_see_the_roster_there()
    {
        Assert.Equal(HttpStatusCode.OK, (await (await As(Role.BranchSecretary, House.FirstBranch)).GetAsync(Url(House.FirstBranch))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(Role.BranchSecretary, House.FirstBranch)).GetAsync(Url(House.SecondBranch))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Member, House.FirstBranch)).GetAsync(Url(House.FirstBranch))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync($"/units/{Guid.CreateVersion7()}/roll")).StatusCode);
    }
}

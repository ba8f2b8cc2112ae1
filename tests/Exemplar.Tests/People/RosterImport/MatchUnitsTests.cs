using System.Net;
using AngleSharp.Dom;
using Exemplar.People.RosterImport;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

public sealed class MatchUnitsTests : HouseTests
{
    private const string Form = "main form[method=post]";

    private static SheetBuilder Sheet => new SheetBuilder().Row("姓名", "出生年月", "政治面貌", "所在支部", "科室")
        .Row("张三", "1980.5", "中共党员", "第三党支部", "综合办").Row("李四", "1985.6", "中共党员", "第三支部", "综合办").Row("王五", "1990.1", "群众", "", "保密局");

    private async Task<string> Upload(SheetBuilder sheet) =>
        (await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", sheet.Bytes())).Headers.Location!.OriginalString;

    private static List<string> Rows(IDocument page) => [.. page.QuerySelectorAll("#units tbody tr").Select(r => $"{r.QuerySelector("th")!.TextContent} {r.QuerySelector("[data-label=行数]")!.TextContent}")];

    [Fact]
    public async Task Each_unknown_name_is_asked_about_once_with_the_nearest_unit_first()
    {
        var page = await Committee.Open(await Upload(Sheet));

        Assert.Equal(["第三党支部 2", "综合办 2", "保密局 1"], Rows(page));
        var options = page.QuerySelectorAll("#units select")[1].QuerySelectorAll("option").Select(o => o.TextContent).ToList();
        Assert.Equal(["新设科室“综合办”", "综合科（名称最接近）"], options.Take(2));
        Assert.Contains("秘书科", options);
        Assert.DoesNotContain("第一党支部", options);
        Assert.DoesNotContain(page.QuerySelectorAll("#units select")[0].QuerySelectorAll("option"), o => o.TextContent.Contains("最接近", StringComparison.Ordinal));   // 第三 is not 第一
    }

    [Fact]
    public async Task A_match_is_shown_remembered_and_used()
    {
        var url = await Upload(Sheet);
        var page = await Committee.Open(url);
        await (await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Match"), ("Form.Units[1].Unit", House.General.Id.ToString()))).Leads(Committee, "已按您选的单位重新核对");

        page = await Committee.Open(url);
        Assert.Equal(House.General.Id.ToString(), page.QuerySelectorAll("#units select")[1].QuerySelector("option[selected]")?.GetAttribute("value"));
        Assert.Equal(["综合科", "综合科", "保密局"], page.QuerySelectorAll("section.scroll tbody [data-label=科室]").Select(c => c.TextContent));

        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 3 人，变动 0 人，无变动 0 人，设立单位 2 个");
        Assert.Equal(2, await App.Read(db => db.Memberships.CountAsync(m => m.UnitId == House.General.Id)));
        Assert.False(await App.Read(db => db.Units.AnyAsync(u => u.Name == "综合办")));
    }

    [Fact]
    public async Task A_match_that_was_not_looked_at_is_shown_before_it_is_done()
    {
        var url = await Upload(Sheet);
        var page = await Committee.Open(url);
        var answer = await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Confirm"), ("Form.Units[1].Unit", House.General.Id.ToString()));

        await answer.Refuses("", "下面的内容与您刚才看到的不同");
        Assert.Equal(1, await App.Read(db => db.People.CountAsync()));
        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 3 人，变动 0 人，无变动 0 人，设立单位 2 个");
    }

    [Fact]
    public async Task A_unit_that_was_not_offered_matches_nothing()
    {
        var url = await Upload(Sheet);
        var page = await Committee.Open(url);
        await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Match"), ("Form.Units[1].Unit", House.OtherOffice.Id.ToString()), ("Form.Units[2].Unit", House.FirstBranch.Id.ToString()));
        Assert.Equal(["综合办", "综合办", "保密局"], (await Committee.Open(url)).QuerySelectorAll("section.scroll tbody [data-label=科室]").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Two_units_of_one_name_are_told_apart_by_hand()
    {
        var twin = House.Found(Exemplar.Organization.UnitKind.Department, "综合科", House.Secretariat);
        await House.Save();
        var url = await Upload(new SheetBuilder().Row("姓名", "出生年月", "科室").Row("张三", "1980.5", "综合科"));
        var page = await Committee.Open(url);
        Assert.Contains("有 2 个单位叫“综合科”", page.QuerySelector("section[aria-labelledby=errors]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("请选择", page.QuerySelector("#units option")!.TextContent);

        await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Match"), ("Form.Units[0].Unit", twin.Id.ToString()));
        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 1 人");
        Assert.True(await App.Read(db => db.Memberships.AnyAsync(m => m.UnitId == twin.Id)));
    }

    [Fact]
    public async Task Nobody_else_matches_or_gives_up()
    {
        var url = await Upload(Sheet);
        var page = await Committee.Open(url);
        var other = App.As(await House.Account("另一位", (Exemplar.Platform.Security.Role.CommitteeOffice, House.Office)));
        foreach (var choice in (string[])["Match", "GiveUp", "Confirm"])
            Assert.Equal(HttpStatusCode.NotFound, (await other.SendForm(await other.Open("/people/import"), url, ("Form.Choice", choice), ("Form.Shown", ""))).StatusCode);
        Assert.NotNull(page.QuerySelector("button[value=Confirm]"));
        Assert.Equal(1, await App.Read(db => db.HandedInRosters.CountAsync()));
    }
}

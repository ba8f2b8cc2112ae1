using System.Net;
using AngleSharp.Dom;
using Exemplar.People;
using Exemplar.People.RosterImport;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

public sealed class PointColumnsTests : HouseTests
{
    private const string Form = "main form[method=post]";

    private static SheetBuilder Sheet => new SheetBuilder().Row("姓名", "出生年月", "政治面貌及时间", "支部情况", "单位", "岗位", "身份证", "月薪", "编码")
        .Row("张三", "1980.5", "中共党员（2009.7）", "第一党支部", "综合科", "文秘", "110101198005011234", "8000", "51010119800501")
        .Row("李四", "1985.6", "2024年12月入党 预备党员", "第二党支部", "秘书科", "信息", "", "", "51010119850601")
        .Row("王五", "1990.1", "群众", "", "综合科", "文秘", "", "", "");

    private async Task<string> Upload(SheetBuilder sheet, HttpClient? browser = null)
    {
        var answer = await (browser ?? Committee).SubmitFile("/people/import", "Form.File", "名册.xlsx", sheet.Bytes(), ("Form.AsOf", "2026-03-10"));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.Read()).QuerySelector("main")?.TextContent);
        return answer.Headers.Location!.OriginalString;
    }

    private static List<string> Rows(IDocument page) => [.. page.QuerySelectorAll("#columns tbody tr").Select(r =>
        $"{r.QuerySelector("th")!.FirstChild!.TextContent.Trim()}|{r.QuerySelector("[data-label=写着]")!.TextContent}|{r.QuerySelector("option[selected]")?.TextContent ?? "-"}|{r.QuerySelector("td small")!.TextContent}")];

    private static List<string> Cells(IDocument page, string label) => [.. page.QuerySelectorAll($"section.scroll tbody [data-label={label}]").Select(c => c.TextContent)];

    /// <summary>The name of the choice for a heading.</summary>
    private static string Select(IDocument page, string heading) =>
        page.QuerySelectorAll("#columns tbody tr").Single(r => r.QuerySelector("th")!.TextContent.StartsWith(heading, StringComparison.Ordinal)).QuerySelector("select")!.GetAttribute("name")!;

    [Fact]
    public async Task Unsure_columns_are_shown_with_what_stands_in_them_and_the_best_guess_is_chosen_and_used()
    {
        var page = await Committee.Open(await Upload(Sheet));

        Assert.Equal(
        [
            "政治面貌及时间|中共党员（2009.7）；2024年12月入党 预备党员；群众|政治面貌和入党时间（写在一格里）|看起来是政治面貌和入党时间（写在一格里），请核对",
            "支部情况|第一党支部；第二党支部|所在支部|看起来是所在支部，请核对",
            "单位|综合科；秘书科|科室|看起来是科室，请核对",
            "岗位|文秘；信息|-|认不出，不选就不读这一列",
        ], Rows(page));
        Assert.Equal(["正式党员", "预备党员", "干部职工"], Cells(page, "身份"));
        Assert.Equal(["2009年7月", "2024年12月", ""], Cells(page, "入党"));
        Assert.Equal(["第一党支部", "第二党支部", ""], Cells(page, "支部"));
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("已略去不需要的列：身份证、月薪、编码。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("51010119800501", text, StringComparison.Ordinal);
        Assert.Empty(await App.Find("51010119800501", "110101198005011234", "8000"));
    }

    [Fact]
    public async Task What_somebody_says_is_read_without_a_second_upload_and_loses_nothing_that_was_said()
    {
        var sheet = new SheetBuilder().Row("姓名", "出生年月", "政治面貌", "支部", "归口").Row("张三", "1980.5", "中共党员", "第一党支部", "综合口").Row("王五", "1990.1", "群众", "", "综合办");
        var url = await Upload(sheet);
        var page = await Committee.Open(url);
        Assert.Equal(["归口|综合口；综合办|-|认不出，不选就不读这一列"], Rows(page));
        await (await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Columns"), (Select(page, "归口"), "Department"))).Leads(Committee, "已按您选的列重新读");

        page = await Committee.Open(url);
        Assert.Equal(["归口|综合口；综合办|科室|您选的：科室"], Rows(page));
        Assert.Equal(["综合口", "综合办"], page.QuerySelectorAll("#units tbody th").Select(th => th.TextContent));
        await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Match"), ("Form.Units[1].Unit", House.General.Id.ToString()));
        await Committee.SubmitForm(await Committee.Open(url), url, Form, ("Form.Choice", "Columns"));
        Assert.Equal(["综合口", "综合科"], Cells(await Committee.Open(url), "科室"));
        Assert.Equal(0, await App.Read(db => db.OfficeWords.CountAsync()));   // a preview remembers nothing
    }

    [Fact]
    public async Task A_choice_that_was_not_looked_at_is_shown_before_it_is_done()
    {
        var url = await Upload(Sheet);
        var page = await Committee.Open(url);
        await (await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Confirm"), (Select(page, "岗位"), "Remark"))).Refuses("", "下面的内容与您刚才看到的不同");
        Assert.Equal(1, await App.Read(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task The_office_remembers_after_the_import_uses_it_openly_and_can_forget_it()
    {
        var url = await Upload(Sheet);
        var page = await Committee.Open(url);
        await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Columns"), (Select(page, "岗位"), "Idle"));
        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 3 人");
        Assert.Equal(["单位 Department", "岗位 Idle", "支部情况 Branch", "政治面貌及时间 StatusAndJoined"], (await App.Read(db => db.OfficeWords.Where(w => w.OfficeId == House.Office.Id).ToListAsync())).Select(w => $"{w.Word} {w.Meaning}").Order(StringComparer.Ordinal));
        Assert.Equal(["people.import"], await LogOf(await App.Read(db => db.OfficeWords.Where(w => w.Word == "岗位").Select(w => w.Id).SingleAsync())));

        // 支部情况 holds nothing that could be guessed now: what was said holds
        var next = new SheetBuilder().Row("姓名", "出生年月", "政治面貌", "支部情况", "岗 位").Row("赵六", "1981.5", "中共党员", "一支部", "文秘");
        url = await Upload(next, App.As(await House.Account("另一位", (Role.CommitteeOffice, House.Office))));
        url = await Upload(next);
        page = await Committee.Open(url);
        Assert.Equal(["支部情况|一支部|所在支部|按上次的选择：所在支部", "岗位|文秘|不需要|按上次的选择：不需要"], Rows(page));

        await (await Committee.SubmitForm(page, url, Form, ("Form.Forget", "岗位"))).Leads(Committee, "已忘掉上次的选择");
        Assert.Equal("岗位|文秘|-|认不出，不选就不读这一列", Rows(await Committee.Open(url))[^1]);
        Assert.False(await App.Read(db => db.OfficeWords.AnyAsync(w => w.Word == "岗位")));
    }

    [Fact]
    public async Task Another_office_does_not_see_what_this_one_remembers()
    {
        await App.Given(new OfficeWord { OfficeId = House.OtherOffice.Id, Sort = WordSort.RosterColumn, Word = "岗位", Meaning = "Department" });
        Assert.Equal("岗位|文秘；信息|-|认不出，不选就不读这一列", Rows(await Committee.Open(await Upload(Sheet)))[^1]);
    }

    [Theory]
    [InlineData("身份证")]
    [InlineData("月薪")]
    [InlineData("编码")]
    public async Task What_may_never_be_kept_cannot_be_chosen_into_anything(string heading)
    {
        var url = await Upload(Sheet);
        var page = await Committee.Open(url);
        Assert.DoesNotContain(page.QuerySelectorAll("#columns tbody th"), th => th.TextContent.Contains(heading, StringComparison.Ordinal));
        page.QuerySelector("input[name='Form.Columns[3].Of']")!.SetAttribute("value", heading);
        await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Columns"), ("Form.Columns[3].Column", "Department"));
        Assert.Equal(["综合科", "秘书科", "综合科"], Cells(await Committee.Open(url), "科室"));
        Assert.Empty(await App.Find("51010119800501", "110101198005011234"));
    }

    [Fact]
    public async Task Nothing_is_chosen_that_is_not_offered_and_two_columns_cannot_be_the_same()
    {
        var url = await Upload(Sheet);
        var page = await Committee.Open(url);
        page.QuerySelector("select[name='Form.Columns[3].Column'] option")!.SetAttribute("value", "Private");
        await (await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Columns"), ("Form.Columns[3].Column", "Private"))).Refuses("", "请从列表中选择这一列是什么");

        page = await Committee.Open(url);
        await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Columns"), (Select(page, "岗位"), "Department"));
        page = await Committee.Open(url);
        Assert.Contains("E 列和 F 列都选作“科室”，请改一列", page.QuerySelector("section[aria-labelledby=errors]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main button[value=Confirm]"));
    }

    [Fact]
    public async Task Two_columns_of_one_kind_are_asked_about_and_nothing_is_imported_until_one_is_chosen()
    {
        var url = await Upload(new SheetBuilder().Row("姓名", "出生年月", "入党时间", "入党日期", "支部").Row("张三", "1980.5", "2009.7", "2009.8", "第一党支部"));
        var page = await Committee.Open(url);
        Assert.Contains("C 列和 D 列都像是“入党时间”", page.QuerySelector("section[aria-labelledby=errors]")!.TextContent, StringComparison.Ordinal);
        await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Columns"), (Select(page, "入党日期"), "JoinedOn"), (Select(page, "入党时间"), "Idle"));
        Assert.Equal(["2009年8月"], Cells(await Committee.Open(url), "入党"));
        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 1 人");
    }

    [Fact]
    public void A_sheet_read_again_says_the_same_as_before()
    {
        foreach (var (name, sample) in RosterSamples.All)
        {
            var table = RosterTable.Find(Exemplar.Documents.Sheets.SheetReader.ReadAll(sample.File).Value![0]).Value!;
            var once = RosterReading.Of(table, ColumnWords.None, new(2026, 3, 10), []).Value!;
            var again = RosterReading.Of(RosterTable.OfJson(table.Cut(once.Header).ToJson()), ColumnWords.None, new(2026, 3, 10), []).Value!;
            Assert.True(once.Lines.SequenceEqual(again.Lines), name);
            Assert.Equal(once.Findings.Select(f => f.Text), again.Findings.Select(f => f.Text));
            Assert.Equal([.. once.Header.Private, "|", .. once.Header.Unused], [.. again.Header.Private, "|", .. again.Header.Unused]);
        }
    }

    [Fact]
    public async Task A_sheet_of_somebody_else_is_not_found_and_others_may_not()
    {
        var url = await Upload(Sheet);
        await App.As(await House.Account("另一位", (Role.CommitteeOffice, House.Office))).IsShut(url, HttpStatusCode.NotFound);
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(url, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_column_may_be_said_to_name_the_Party_group()
    {
        var url = await Upload(new SheetBuilder().Row("姓名", "出生年月", "入党时间", "支部", "分到").Row("张三", "1980.5", "2009.7", "第一党支部", "一组").Row("李四", "1985.6", "2010.7", "第一党支部", "二组"));
        var page = await Committee.Open(url);
        await (await Committee.SubmitForm(page, url, Form, ("Form.Choice", "Columns"), (Select(page, "分到"), "Group"))).Leads(Committee, "已按您选的列重新读");
        Assert.Contains("随名册设立党小组 2 个：第一党支部·第一党小组、第一党支部·第二党小组", (await Committee.Open(url)).QuerySelector("#groups")!.TextContent, StringComparison.Ordinal);
    }
}

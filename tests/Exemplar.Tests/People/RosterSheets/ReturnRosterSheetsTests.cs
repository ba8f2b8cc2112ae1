using System.Net;
using Exemplar.Organization;
using Exemplar.People.RosterSheets;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterSheets;

public sealed class ReturnRosterSheetsTests : RosterSheetHouse
{
    [Fact]
    public async Task What_cannot_be_read_at_all_is_refused_at_the_field_by_file_and_nothing_is_kept()
    {
        await (await Drop(Committee)).Refuses("File", "请选择交回来的名册表");
        await (await Drop(Committee, ("a.xlsx", "姓名"u8.ToArray()))).Refuses("File", "这不是 Excel 表格");
        await (await Drop(Committee, ("a.xlsx", []), ("b.xlsx", new byte[ReturnRosterSheets.MostBytes + 1]))).Refuses("File", "《a.xlsx》文件是空的；《b.xlsx》文件超过 2 MB");
        await (await Committee.SubmitFiles(Url, "Form.File", [("一.xlsx", await SheetOf(House.FirstBranch))], ("Form.AsOf", "2026-03-11"))).Refuses("AsOf", "日期不能在今天之后");
        Assert.Equal(0, await App.Read(db => db.HandedInRosters.CountAsync()));
    }

    [Fact]
    public async Task A_file_is_known_for_what_it_is_whatever_it_is_called_and_one_that_cannot_be_read_stops_nobody()
    {
        var page = await Results(("新建表格(3).xlsx", await SheetOf(House.SecondBranch)), ("坏的.xlsx", [1, 2, 3]), ("一.xlsx", await SheetOf(House.FirstBranch)));

        Assert.Equal("第二党支部 没有变动 1 行 0 0 0 0 0 1", Line(page, "新建表格(3).xlsx"));
        Assert.Equal("第一党支部 没有变动 2 行 0 0 0 0 0 2", Line(page, "一.xlsx"));
        Assert.Equal("看不出单位 没有读 这不是 Excel 表格，请上传 .xlsx 文件", Line(page, "坏的.xlsx"));
        Assert.Equal(["一.xlsx", "新建表格(3).xlsx", "坏的.xlsx"], page.QuerySelectorAll("tr[data-file]").Select(r => r.GetAttribute("data-file")));
        Assert.Contains("3 份等您定", (await Committee.Open(Url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_counts_once_and_a_sheet_that_comes_again_takes_the_place_of_the_earlier_one()
    {
        var sheet = await SheetOf(House.FirstBranch);
        var page = await Results(("一.xlsx", sheet), ("一.xlsx", sheet));
        Assert.Equal("看不出单位 重复 与《一.xlsx》内容相同，只算一次", Line(page, "一（2）.xlsx"));

        page = await Results(("一 改好.xlsx", Change(sheet, "甲一", ('C', "男"))));
        Assert.Equal(["一 改好.xlsx"], page.QuerySelectorAll("tr[data-file]").Select(r => r.GetAttribute("data-file")));
        Assert.Contains("代替先前交的《一.xlsx》", page.QuerySelector("section[data-result]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_of_a_unit_out_of_ones_own_or_of_one_that_was_dissolved_is_refused_in_words()
    {
        var sheet = await SheetOf(House.FirstBranch);
        await (await Drop(await As(Role.CommitteeOffice, House.OtherOffice), ("一.xlsx", sheet))).Refuses("File", "不是您管的单位的名册表");

        var third = House.Found(UnitKind.Branch, "第三党支部", House.Committee);
        await House.Save();
        var ofThird = await SheetOf(third);
        await App.Read(db => db.Units.Where(u => u.Id == third.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.DissolvedOn, new DateOnly(2026, 3, 9))));
        await (await Drop(Committee, ("三.xlsx", ofThird))).Refuses("File", "第三党支部已在 2026-03-09 撤销");
    }

    [Fact]
    public async Task A_sheet_whose_mark_was_lost_is_read_as_any_roster_and_only_looked_at_one_by_one()
    {
        var copied = SheetPen.On(await SheetOf(House.FirstBranch), pen => pen.RemoveSheet(RosterSheetMark.Name));
        var page = await Results(("复制的.xlsx", copied), ("二.xlsx", await SheetOf(House.SecondBranch)));

        Assert.StartsWith("看不出单位 没有标记 2 行", Line(page, "复制的.xlsx"), StringComparison.Ordinal);
        Assert.Contains("没有名册表的标记", page.QuerySelector("section[data-result='复制的.xlsx']")!.TextContent, StringComparison.Ordinal);
        await Take("已导入 1 份（第二党支部）");
        Assert.Contains("名册已经是这样了", (await Committee.Open(Preview(page, "复制的.xlsx"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_imports_rosters_may_and_nobody_else()
    {
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.Member, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.CommitteeOffice, House.OtherOffice)).Open(Url);
    }
}

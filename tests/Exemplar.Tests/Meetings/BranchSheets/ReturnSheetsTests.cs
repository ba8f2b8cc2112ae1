using System.Net;
using Exemplar.Meetings;
using Exemplar.Meetings.Past;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.BranchSheets;

public sealed class ReturnSheetsTests : SheetHouse
{
    private const string Url = "/meetings/sheets";

    [Fact]
    public async Task What_cannot_be_read_at_all_is_refused_at_the_field_by_file_and_nothing_is_kept()
    {
        await (await Return(Committee)).Refuses("File", "请选择交回来的填报表");
        await (await Return(Committee, ("a.xlsx", "姓名"u8.ToArray()))).Refuses("File", "这不是 Excel 表格");
        await (await Return(Committee, ("a.xlsx", []), ("b.xlsx", new byte[UploadRegister.MostBytes + 1]))).Refuses("File", "《a.xlsx》文件是空的；《b.xlsx》文件超过 2 MB");
        Assert.Equal(0, await App.Read(db => db.HandedInRegisters.CountAsync()));
    }

    [Fact]
    public async Task Files_come_back_together_and_each_has_its_own_line()
    {
        var first = FilledIn(await OfFirstBranch());
        var broken = SheetPen.On(first, pen => pen.Put(Meetings, "B5", "二月初"));
        var page = await Committee.Open(await Preview(Committee, ("一支部.xlsx", first), ("坏的.xlsx", [1, 2, 3]), ("二支部.xlsx", broken)));

        Assert.Contains("第一党支部 · 2026年2月 · 2026年3月10日发出", Of(page, "一支部.xlsx"), StringComparison.Ordinal);
        Assert.Contains("可以收 2 次会议，4 人次", Of(page, "一支部.xlsx"), StringComparison.Ordinal);
        Assert.Equal(["这不是 Excel 表格，请上传 .xlsx 文件"], Findings(page, "坏的.xlsx"));
        Assert.Equal(["“会议”表第 5 行 B 列：“二月初”不是能认出的日期"], Findings(page, "二支部.xlsx"));
        Assert.Contains("收 1 份表、2 次会议、4 人次；另外 2 份有要改的，这几份里的会议先都不收", string.Join(' ', Text(page).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await App.Read(db => db.Meetings.CountAsync()), App.KeptFiles()));
    }

    [Fact]
    public async Task A_file_dropped_twice_counts_once_and_so_does_one_that_was_saved_again()
    {
        var first = FilledIn(await OfFirstBranch());
        var again = SheetPen.On(first, pen => pen.Put(Meetings, "E6", "补了几句"));
        var page = await Committee.Open(await Preview(Committee, ("一.xlsx", first), ("一.xlsx", first), ("一 再存.xlsx", again)));

        Assert.Contains("2 次会议，4 人次", Of(page, "一.xlsx"), StringComparison.Ordinal);
        Assert.Contains("与《一.xlsx》内容相同，只算一次", Of(page, "一（2）.xlsx"), StringComparison.Ordinal);
        Assert.Contains("没有新的会议；另有 2 次重复的，只记一次", Of(page, "一 再存.xlsx"), StringComparison.Ordinal);
        Assert.Contains("“会议”表第 5 行：与《一.xlsx》“会议”表第 5 行是同一支部、同一天、同一类会议，只记一次", Findings(page, "一 再存.xlsx"));
    }

    [Fact]
    public async Task A_sheet_whose_mark_was_lost_is_read_as_a_register_and_the_page_says_so()
    {
        var copied = SheetPen.On(FilledIn(await OfFirstBranch()), pen => pen.RemoveSheet("填报表标记"));
        var page = await Committee.Open(await Preview(Committee, ("复制的.xlsx", copied)));

        Assert.Contains("没有填报表的标记", Of(page, "复制的.xlsx"), StringComparison.Ordinal);
        var register = await Committee.Open(page.QuerySelector("section[data-file='复制的.xlsx'] a")!.GetAttribute("href")!);
        Assert.Contains("导入 2 次会议，没有说清 0 次", Text(register), StringComparison.Ordinal);
        Assert.Contains("支委会 1、主题党日 1", register.QuerySelector("section[data-unit=第一党支部]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_branch_that_is_not_the_readers_is_not_taken()
    {
        var first = FilledIn(await OfFirstBranch());
        await (await Return(Neighbour, ("一.xlsx", first))).Refuses("File", "不是您负责的支部的表");
    }

    [Fact]
    public async Task The_page_shows_which_branches_have_come_back_for_the_period()
    {
        await Take(Committee, await Preview(Committee, ("一支部.xlsx", FilledIn(await OfFirstBranch()))));
        var page = await Committee.Open($"{Url}?Period={February}");

        Assert.Equal(["第一党支部 2 次 2 次", "第二党支部 还没有 0 次"], page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Contains("填报表 1 份", page.QuerySelectorAll("table")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_records_meetings_may_and_nobody_else_and_it_is_found_from_the_list_the_month_end_and_past_registers()
    {
        await Recorder.Open(Url);
        await Member.IsShut(Url, HttpStatusCode.Forbidden);
        await Inspector.IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.DepartmentHead, House.General)).IsShut(Url, HttpStatusCode.Forbidden);
        Assert.NotNull((await Committee.Open("/meetings")).QuerySelector($"main a[href='{Url}']"));
        Assert.NotNull((await Committee.Open("/meetings/past")).QuerySelector($"main a[href='{Url}']"));
        Assert.NotNull((await Committee.Open($"/month-end?Period={February}")).QuerySelector($"main a[href='{Url}?Period={February}']"));
        Assert.Null((await Member.Open("/meetings")).QuerySelector($"main a[href='{Url}']"));
    }
}

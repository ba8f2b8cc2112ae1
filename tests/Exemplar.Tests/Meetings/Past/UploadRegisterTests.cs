using System.Net;
using System.Text;
using Exemplar.Kernel;
using Exemplar.Meetings.Past;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Past;

public sealed class UploadRegisterTests : MeetingHouse
{
    private const string Url = "/meetings/past";
    private static readonly byte[] Register = WrittenRegister.In("Files").First().File;

    private static (string, string) Paste(string text) => ("Form.Pasted", text);

    [Fact]
    public async Task What_is_no_register_is_refused_at_the_file_and_not_kept()
    {
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", "时间,类型"u8.ToArray())).Refuses("File", "这不是 Excel 表格");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", [0x50, 0x4b, 3, 4, 5, 6, 7, 8])).Refuses("File", "文件已损坏");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", [])).Refuses("File", "文件是空的");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", new byte[UploadRegister.MostBytes + 1])).Refuses("File", "文件超过 2 MB");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", WorkbookText.Bytes("# 表\n甲|乙\n丙|丁"))).Refuses("File", "没有找到表头");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", WorkbookText.Bytes("# 表\n时间|类型"))).Refuses("File", "表头下面没有会议记录");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", Register, ("Form.Unit", Guid.CreateVersion7().ToString()))).Refuses("Unit", "请从列表中选择");
        await (await Committee.Submit(Url)).Refuses("File", "请选择文件，或者粘贴表格");
        await (await Committee.Submit(Url, Paste("没有制表符的文字"))).Refuses("Pasted", "粘贴的不是表格");
        await (await Committee.Submit(Url, Paste("\t\t\n\"\t"))).Refuses("Pasted", "没有找到表头");
        Assert.Equal(0, await App.Read(db => db.HandedInRegisters.CountAsync()));
    }

    /// <summary>A browser that is told that a file is required never sends a pasted table.</summary>
    [Theory]
    [InlineData("/meetings/past")]
    [InlineData("/people/import")]
    public async Task A_form_that_takes_a_file_or_a_text_requires_neither(string url)
    {
        var form = (await Committee.Open(url)).QuerySelector("main form[enctype]")!;
        Assert.NotNull(form.QuerySelector("textarea[name='Form.Pasted']"));
        Assert.Empty(form.QuerySelectorAll("[type=file][required], textarea[required]"));
        Assert.Empty(form.QuerySelectorAll("label.required[for=Form_File], label.required[for=Form_Pasted]"));
    }

    [Fact]
    public async Task What_was_read_waits_for_its_confirmation_and_the_file_is_kept_nowhere()
    {
        var answer = await Committee.SubmitFile(Url, "Form.File", "台账.xlsx", Register);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var waiting = await App.Read(db => db.HandedInRegisters.SingleAsync());
        Assert.Equal(($"/meetings/past/{waiting.Id}", "台账.xlsx"), (answer.Headers.Location!.OriginalString, waiting.FileName));
        Assert.Equal((0, 0, 0), (App.KeptFiles(), await App.Read(db => db.Files.CountAsync()), await App.Read(db => db.Meetings.CountAsync())));
    }

    /// <summary>Programs of before 2007 save .xls, and so do offices that never changed the default.</summary>
    [Fact]
    public async Task An_xls_is_read_like_the_xlsx_of_the_same_table()
    {
        async Task<string> Preview(string name)
        {
            var answer = await Committee.SubmitFile(Url, "Form.File", name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "Sheets", name)));
            return string.Concat((await Committee.Open(answer.Headers.Location!.OriginalString)).QuerySelectorAll("main li, main td").Select(e => e.TextContent));
        }

        Assert.Contains("党课", await Preview("old.xls"), StringComparison.Ordinal);
        Assert.Equal(await Preview("old.xlsx"), await Preview("old.xls"));
    }

    [Fact]
    public async Task A_register_that_nobody_confirmed_for_a_day_goes_with_the_next_upload()
    {
        await Committee.SubmitFile(Url, "Form.File", "旧.xlsx", Register);
        App.Clock.Advance(HandedInRegister.Waits + TimeSpan.FromSeconds(1));
        await Committee.SubmitFile(Url, "Form.File", "新.xlsx", Register);

        Assert.Equal(["新.xlsx"], await App.Read(db => db.HandedInRegisters.Select(r => r.FileName).ToListAsync()));
    }

    [Fact]
    public async Task A_table_copied_from_a_spreadsheet_is_read_as_it_was_shown()
    {
        var answer = await Secretary.Submit(Url, Paste("第一党支部2025年会议记录\n日期\t类型\t主题\t参加人员\n3.20\t支委会\t\"研究工作\n和计划\"\t5人\n"));

        var page = await Secretary.Open(answer.Headers.Location!.OriginalString);
        Assert.Contains("导入 1 次会议", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2025-03-20", page.QuerySelector("section[data-unit=第一党支部]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_passes_through_no_temporary_file()
    {
        var limits = typeof(UploadRegisterPage).GetCustomAttributes(typeof(RequestFormLimitsAttribute), inherit: false).Cast<RequestFormLimitsAttribute>().Single();
        Assert.True(limits.MemoryBufferThreshold > new KestrelServerLimits().MaxRequestBodySize, "a larger body than the server takes stays in memory");
    }

    [Fact]
    public async Task Who_records_meetings_may_and_nobody_else()
    {
        await Recorder.Open(Url);
        await Member.IsShut(Url, HttpStatusCode.Forbidden);
        await Inspector.IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.DepartmentHead, House.General)).IsShut(Url, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_list_of_meetings_leads_here()
    {
        Assert.NotNull((await Secretary.Open("/meetings")).QuerySelector($"main a[href='{Url}']"));
        Assert.Null((await Member.Open("/meetings")).QuerySelector($"main a[href='{Url}']"));
    }

    /// <summary>A file that is no register stops none of the others.</summary>
    [Fact]
    public async Task Several_files_lead_to_one_page_and_each_can_still_be_looked_at_for_itself()
    {
        var answer = await Committee.SubmitFiles(Url, "Form.File", [("台账.xlsx", WorkbookText.Bytes("# 第一党支部\n2026年第一党支部台账\n时间|会议类型|主题\n1月8日|支委会|研究计划\n2月6日|主题党日|参观学习\n3月6日|党员大会|民主推荐")), ("名单.xlsx", WorkbookText.Bytes("# 名单\n姓名|科室\n张三|一科")), ("二支部.xlsx", WorkbookText.Bytes("# 第二党支部\n2026年第二党支部台账\n时间|会议类型|主题\n1月8日|支委会|研究计划"))]);

        var page = await answer.Leads(Committee, "收下 2 份；没有收：《名单.xlsx》：没有找到表头");
        Assert.Equal("/meetings/past/together", answer.Headers.Location!.OriginalString);
        var (first, second) = (page.QuerySelectorAll("#files a")[0].GetAttribute("href")!, page.QuerySelectorAll("#files a")[1].GetAttribute("href")!);
        Assert.Equal("/meetings/past/together", (await Committee.Open(first)).QuerySelector("#waiting a")!.GetAttribute("href"));
        Assert.Equal("/meetings/past/together", (await Committee.Open(Url)).QuerySelector("#waiting a")!.GetAttribute("href"));

        var next = await Committee.Submit(first);
        await next.Leads(Committee, "已导入：1 个单位 3 次会议（2026-01-08 至 2026-03-06）。接着核对《二支部.xlsx》");
        Assert.Equal(second, next.Headers.Location!.OriginalString);
        Assert.Equal("/meetings", (await Committee.Submit(second)).Headers.Location!.OriginalString);
        Assert.Equal(4, await App.Read(db => db.Meetings.CountAsync()));
    }

    [Fact]
    public async Task What_was_left_behind_unclear_is_told_until_the_file_is_handed_in_again_with_it_settled()
    {
        const string Unclear = "# 第一党支部\n2026年第一党支部台账\n时间|会议类型|主题\n1月8日|支委会|研究计划\n|主题党日|参观学习";
        var url = (await Committee.SubmitFile("/meetings/past", "Form.File", "一支部.xlsx", WorkbookText.Bytes(Unclear))).Headers.Location!.OriginalString;
        await (await Committee.Submit(url)).Leads(Committee, "已导入：1 个单位 1 次会议（2026-01-08 至 2026-01-08）；1 次没有说清，没有导入");
        Assert.Contains("没有说清、还没有导入的：《一支部.xlsx》1 次", (await Committee.Open("/meetings/past")).QuerySelector("#unsettled")!.TextContent, StringComparison.Ordinal);

        url = (await Committee.SubmitFile("/meetings/past", "Form.File", "二支部.xlsx", WorkbookText.Bytes("# 第二党支部\n2026年第二党支部台账\n时间|会议类型|主题\n1月8日|支委会|研究计划"))).Headers.Location!.OriginalString;
        Assert.Contains("前面没有说清、没有导入的还有：《一支部.xlsx》1 次", (await (await Committee.Submit(url)).Leads(Committee, "已导入")).Body!.TextContent, StringComparison.Ordinal);

        url = (await Committee.SubmitFile("/meetings/past", "Form.File", "一支部.xlsx", WorkbookText.Bytes(Unclear.Replace("\n|主题", "\n2月6日|主题", StringComparison.Ordinal)))).Headers.Location!.OriginalString;
        await (await Committee.Submit(url)).Leads(Committee, "已导入");
        Assert.Null((await Committee.Open("/meetings/past")).QuerySelector("#unsettled"));
    }

    [Fact]
    public async Task What_was_left_behind_is_settled_too_by_saying_that_it_is_no_meeting()
    {
        const string Unclear = "# 第一党支部\n2026年第一党支部台账\n时间|会议类型|主题\n1月8日|支委会|研究计划\n1月9日|机关党委会议|研究党费";
        async Task<string> HandIn() => (await Committee.SubmitFile("/meetings/past", "Form.File", "一支部.xlsx", WorkbookText.Bytes(Unclear))).Headers.Location!.OriginalString;
        await (await Committee.Submit(await HandIn())).Leads(Committee, "已导入：1 个单位 1 次会议（2026-01-08 至 2026-01-08）；1 次没有说清");

        var url = await HandIn();
        Assert.Null((await Committee.Open(url)).QuerySelector("button[value=Confirm]"));
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "Recheck"), ("Form.Kinds[0].Kind", "none"))).Leads(Committee, "已按您选的重新核对");
        var page = await Committee.Open(url);
        Assert.Equal("都说清了，没有要导入的", page.QuerySelector("button[value=Confirm]")!.TextContent);
        await (await Committee.SubmitForm(page, url, "main form[method=post]", ("Form.Choice", "Confirm"))).Leads(Committee, "已导入：没有新的会议；已在册 1 次，没有重复登记；不导入 1 次");
        Assert.Null((await Committee.Open("/meetings/past")).QuerySelector("#unsettled"));
        Assert.Equal(1, await App.Read(db => db.Meetings.CountAsync()));

        Assert.Null((await Committee.Open(await HandIn())).QuerySelector("button[value=Confirm]"));   // nothing is left to settle
    }

    /// <summary>As another system exports them, in the encoding of an office PC.</summary>
    [Fact]
    public async Task A_csv_of_another_system_is_read_like_a_sheet()
    {
        var text = "组织名称,活动类型,活动名称,开始时间,应到人数,实到人数,状态\n第一党支部,支部委员会,\"1月支委会,例会\",2026/1/8 14:30,3,3,已完成\n第一党支部,党课,支部党课,20260226,10,9,已取消\n";
        var answer = await Committee.SubmitFile("/meetings/past", "Form.File", "导出.csv", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text));
        var page = await Committee.Open(answer.Headers.Location!.OriginalString);
        Assert.Contains("导入 1 次会议", page.Body!.TextContent, StringComparison.Ordinal);
        await Committee.Submit(answer.Headers.Location.OriginalString);
        Assert.Equal(["1月支委会，例会 2026-01-08"], await App.Read(async db => (await db.Meetings.ToListAsync()).Select(m => $"{m.Topic} {m.HeldOn.Iso()}").ToList()));
    }

    [Fact]
    public async Task Where_no_file_is_a_register_each_is_named_and_nothing_is_kept()
    {
        var names = WorkbookText.Bytes("# 名单\n姓名|科室\n张三|一科");
        await (await Committee.SubmitFiles("/meetings/past", "Form.File", [("甲.xlsx", names), ("乙.xlsx", names)])).Refuses("File", "《甲.xlsx》：没有找到表头");
        Assert.Equal(0, await App.Read(db => db.HandedInRegisters.CountAsync()));
    }
}

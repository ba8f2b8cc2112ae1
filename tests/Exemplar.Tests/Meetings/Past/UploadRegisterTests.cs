using System.Net;
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

    [Fact]
    public async Task What_was_read_waits_for_its_confirmation_and_the_file_is_kept_nowhere()
    {
        var answer = await Committee.SubmitFile(Url, "Form.File", "台账.xlsx", Register);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var waiting = await App.Read(db => db.HandedInRegisters.SingleAsync());
        Assert.Equal(($"/meetings/past/{waiting.Id}", "台账.xlsx"), (answer.Headers.Location!.OriginalString, waiting.FileName));
        Assert.Equal((0, 0, 0), (App.KeptFiles(), await App.Read(db => db.Files.CountAsync()), await App.Read(db => db.Meetings.CountAsync())));
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
}

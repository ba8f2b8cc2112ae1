using System.Net;
using Exemplar.People.RosterImport;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

public sealed class UploadRosterTests : HouseTests
{
    private const string Url = "/people/import";

    [Fact]
    public async Task What_is_no_roster_is_refused_at_the_file_and_not_kept()
    {
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", "姓名,性别"u8.ToArray())).Refuses("File", "这不是 Excel 表格");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", new SheetBuilder().Row("甲", "乙").Bytes())).Refuses("File", "没有找到表头");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", new byte[(5 << 20) + 1])).Refuses("File", "文件超过 5 MB");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", RosterSamples.All["按支部分段"].File, ("Form.AsOf", "2026-03-11"))).Refuses("AsOf", "名册日期不能在今天之后");
        Assert.Equal(0, await App.Read(db => db.HandedInRosters.CountAsync()));
    }

    [Fact]
    public async Task A_table_may_be_pasted_instead_and_what_is_none_is_refused_at_its_field()
    {
        await (await Committee.Submit(Url)).Refuses("File", "请选择文件，或者粘贴表格");
        await (await Committee.Submit(Url, ("Form.Pasted", "张三，男，1980年生"))).Refuses("Pasted", "粘贴的不是表格");
        await (await Committee.Submit(Url, ("Form.Pasted", "甲\t乙\n1\t2"))).Refuses("Pasted", "没有找到表头");
        Assert.Equal(0, await App.Read(db => db.HandedInRosters.CountAsync()));

        var answer = await Committee.Submit(Url, ("Form.Pasted", "姓名\t出生年月\t手机号\t支部\n张三\t1980.5\t13900000000\t第一党支部"));
        Assert.Equal("粘贴的表格 2026-03-10", await App.Read(db => db.HandedInRosters.Select(r => r.FileName).SingleAsync()));
        Assert.Empty(await App.Find("13900000000"));
        await (await Committee.Submit(answer.Headers.Location!.OriginalString)).Leads(Committee, "已导入：新登记 1 人");
    }

    [Fact]
    public async Task What_was_read_waits_for_its_confirmation_and_the_file_is_kept_nowhere()
    {
        var answer = await Committee.SubmitFile(Url, "Form.File", "名册.xlsx", RosterSamples.All["按支部分段"].File);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var waiting = await App.Read(db => db.HandedInRosters.SingleAsync());
        Assert.StartsWith($"/people/import/{waiting.Id}?asOf=2025-01-01", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("名册.xlsx", waiting.FileName);
        Assert.Equal(0, App.KeptFiles());
        Assert.Equal(0, await App.Read(db => db.Files.CountAsync()));
    }

    /// <summary>Proposed for today, the first roster would leave every branch empty in the year that is looked at.</summary>
    [Fact]
    public async Task The_first_roster_is_proposed_for_the_beginning_of_last_year_and_a_later_one_for_today()
    {
        await App.Read(db => db.Memberships.ExecuteDeleteAsync());
        Assert.Equal("2025-01-01", await Proposed());
        await House.Somebody("张三", House.General);
        Assert.Equal("2026-03-10", await Proposed());

        async Task<string?> Proposed() => (await Committee.Open(Url)).QuerySelector("[name='Form.AsOf']")!.GetAttribute("value");
    }

    [Fact]
    public async Task A_sheet_that_nobody_confirmed_for_a_day_goes_with_the_next_upload()
    {
        await Committee.SubmitFile(Url, "Form.File", "旧.xlsx", RosterSamples.All["按支部分段"].File);
        App.Clock.Advance(HandedInRoster.Waits);
        await Committee.SubmitFile(Url, "Form.File", "新.xlsx", RosterSamples.All["按支部分段"].File);
        Assert.Equal(["新.xlsx", "旧.xlsx"], await App.Read(db => db.HandedInRosters.OrderBy(r => r.FileName).Select(r => r.FileName).ToListAsync()));

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await Committee.SubmitFile(Url, "Form.File", "再新.xlsx", RosterSamples.All["按支部分段"].File);
        Assert.Equal(["再新.xlsx", "新.xlsx"], (await App.Read(db => db.HandedInRosters.Select(r => r.FileName).ToListAsync())).Order());
    }

    [Fact]
    public void A_sheet_passes_through_no_temporary_file()
    {
        var limits = typeof(UploadRosterPage).GetCustomAttributes(typeof(RequestFormLimitsAttribute), inherit: false).Cast<RequestFormLimitsAttribute>().Single();
        Assert.True(limits.MemoryBufferThreshold > new KestrelServerLimits().MaxRequestBodySize, "a larger body than the server takes stays in memory");
    }

    [Fact]
    public async Task Only_the_committees_office_may()
    {
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Member, House.FirstBranch)).GetAsync($"{Url}/template")).StatusCode);
    }
}

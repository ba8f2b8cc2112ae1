using System.Net;
using AngleSharp.Dom;
using Exemplar.Meetings;
using Exemplar.Platform.Log.Verification;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Meetings.Past;

public sealed class WithdrawRegisterTests : RegisterHouse
{
    private async Task<string> Imported(HttpClient browser)
    {
        await Import(browser, Three);
        return $"/meetings/imports/{await App.Read(db => db.ImportedRegisters.Select(r => r.Id).SingleAsync())}";
    }

    private async Task<List<string>> Verify()
    {
        await App.Seal();
        await using var scope = App.Services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<VerifyLog>().Handle(null, null, default)).Findings.Select(f => f.ToString()!)];
    }

    [Fact]
    public async Task Its_meetings_are_gone_and_the_log_keeps_what_they_were_and_verifies()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var before = await Standings();
        var url = await Imported(Committee);
        Assert.NotEqual(before, await Standings());
        var ids = (await Imported()).ConvertAll(m => m.Id);
        Assert.Empty(await Verify());

        await (await Committee.Submit(url)).Leads(Committee, "已撤回《台账.xlsx》：3 次会议");

        Assert.Equal((0, 0, 0), (await App.Read(db => db.Meetings.CountAsync()), await App.Read(db => db.MeetingOrigins.CountAsync()), await App.Read(db => db.MeetingRoll.CountAsync())));
        Assert.Equal(before, await Standings());
        Assert.Empty(await FactsInWords());
        foreach (var id in ids)
        {
            var entries = await App.Read(db => db.LogEntries.Where(e => e.RecordId == id).OrderBy(e => e.Id).Select(e => e.Body).ToListAsync());
            Assert.Equal(2, entries.Count);
            Assert.Equal("null", entries[1]);
        }
        Assert.Empty(await Verify());
        Assert.Contains("已从列表和台账中去掉", Text(await Committee.Open(url)), StringComparison.Ordinal);
        Assert.Equal(3, (await Again()).Count);
    }

    private async Task<List<Meeting>> Again()
    {
        await Import(Committee, Three);
        return await Imported();
    }

    [Fact]
    public async Task What_somebody_has_built_on_stands_in_the_way_and_is_named()
    {
        var url = await Imported(Secretary);
        var members = (await Imported()).Single(m => m.Kind == MeetingKind.Members);
        await (await Secretary.Submit($"/meetings/{members.Id}/sign", ("Form.ArchiveNumber", "2026-01"))).Leads(Secretary, "已签字");

        var page = await Secretary.Open(url);
        Assert.Contains("第一党支部 2026-03-06 支部党员大会", Text(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form[method=post]"));
        var token = (await Secretary.Open("/password")).QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Secretary.Send(url, ("__RequestVerificationToken", token))).StatusCode);
        Assert.Equal(3, (await Imported()).Count);
    }

    /// <summary>One of two a day apart is voided, as the preview says: that is no reason to keep the import.</summary>
    [Fact]
    public async Task A_meeting_that_was_voided_does_not_stand_in_the_way()
    {
        var url = await Imported(Secretary);
        var members = (await Imported()).Single(m => m.Kind == MeetingKind.Members);
        await (await Secretary.Submit($"/meetings/{members.Id}/void", ("Form.Reason", "重复"))).Leads(Secretary, "已作废");
        await (await Secretary.Submit(url)).Leads(Secretary, "已撤回");
        Assert.Empty(await Imported());
        Assert.Empty(await Verify());
    }

    [Fact]
    public async Task Files_that_may_hold_the_same_meetings_are_named_before_they_lose_them_and_bring_them_when_handed_in_again()
    {
        var url = await Imported(Secretary);
        Assert.Null((await Secretary.Open(url)).QuerySelector("#also-in"));
        var again = await Secretary.SubmitFile("/meetings/past", "Form.File", "支部自己的.xlsx", WorkbookText.Bytes($"{Three}\n3月9日|党课|讲课|三楼|书记甲|8人|"));
        await Confirm(Secretary, again.Headers.Location!.OriginalString);
        Assert.Contains("《支部自己的.xlsx》3 次，其中可能有这里的会议", Text(await Secretary.Open(url)), StringComparison.Ordinal);

        await (await Secretary.Submit(url)).Leads(Secretary, "已撤回");
        Assert.Single(await Imported());
        again = await Secretary.SubmitFile("/meetings/past", "Form.File", "支部自己的.xlsx", WorkbookText.Bytes($"{Three}\n3月9日|党课|讲课|三楼|书记甲|8人|"));
        await Confirm(Secretary, again.Headers.Location!.OriginalString);
        Assert.Equal(4, (await Imported()).Count);
    }

    [Fact]
    public async Task What_had_been_said_of_a_row_is_offered_again_and_of_another_row_is_not()
    {
        const string Unclear = """
            # 第一党支部
            2026年第一党支部“三会一课”登记表
            时间|会议类型|主题|参会人员
            1月中旬|支委会|研究计划|3人
            待定|固定活动|参观|5人
            2月底|主题党日|慰问|6人
            3月6日|支部党员大会|民主推荐|全体党员
            """;
        var url = await Upload(Committee, Unclear);
        var page = await Committee.Open(url);
        await Recheck(Committee, url, ($"Form.Rows[{RowOf(page, 3)}].Day", "2026-01-15"), ($"Form.Rows[{RowOf(page, 4)}].Day", "2026-02-10"), ($"Form.Rows[{RowOf(page, 4)}].Kind", "party-day"), ($"Form.Rows[{RowOf(page, 5)}].Out", "true"));
        await Confirm(Committee, url);
        Assert.Equal(["2026-01-15 committee", "2026-02-10 party-day", "2026-03-06 members"], (await Imported()).Select(m => $"{m.HeldOn:yyyy-MM-dd} {m.Kind}"));
        await (await Committee.Submit($"/meetings/imports/{await App.Read(db => db.ImportedRegisters.Select(r => r.Id).SingleAsync())}")).Leads(Committee, "已撤回");

        url = await Upload(Committee, Unclear.Replace("待定|固定活动|参观", "待定|固定活动|参观展览", StringComparison.Ordinal));
        page = await Committee.Open(url);
        Assert.Contains("导入 1 次会议，没有说清 3 次", Text(page), StringComparison.Ordinal);   // offered, and not taken unasked
        Assert.Equal("2026-01-15", page.QuerySelector($"[name='Form.Rows[{RowOf(page, 3)}].Day']")!.GetAttribute("value"));
        Assert.True(string.IsNullOrEmpty(page.QuerySelector($"[name='Form.Rows[{RowOf(page, 4)}].Day']")!.GetAttribute("value")));   // not the same row any more
        Assert.True(page.QuerySelector($"[name='Form.Rows[{RowOf(page, 5)}].Out'][type=checkbox]")!.HasAttribute("checked"));
        Assert.Equal(2, page.QuerySelectorAll("small").Count(s => s.TextContent == "上次填的已经放好，请核对"));
        await Recheck(Committee, url);
        page = await Committee.Open(url);
        Assert.Contains("导入 2 次会议，没有说清 1 次", Text(page), StringComparison.Ordinal);
    }

    private static int RowOf(IDocument page, int row) => page.QuerySelectorAll("input[name$='].Key']").Select((k, i) => (k, i)).Single(x => x.k.GetAttribute("value") == $"第一党支部!{row}!0") is var (key, _) ? int.Parse(key.GetAttribute("name")!.Split('[', ']')[1]) : -1;

    [Fact]
    public async Task Who_records_meetings_where_they_lie_may_and_nobody_else()
    {
        var url = await Imported(Committee);
        await Recorder.Open(url);
        await Member.IsShut(url, HttpStatusCode.Forbidden);
        await Inspector.IsShut(url, HttpStatusCode.Forbidden);
        await Neighbour.IsShut(url, HttpStatusCode.NotFound);
        await Committee.IsShut($"/meetings/imports/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
        Assert.Equal(3, (await Imported()).Count);
    }

    private async Task<List<string>> Standings() => [.. (await App.Read(db => db.Standings.Where(s => s.SubjectId == House.FirstBranch.Id).ToListAsync())).Select(s => $"{s.Rule} {s.From} {s.Actual} {s.Met}").Order()];
}

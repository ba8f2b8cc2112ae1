using System.Net;
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

using System.Net;
using Exemplar.Meetings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Voiding;

public sealed class RestoreMeetingTests : MeetingHouse
{
    private static string Url(Guid id) => $"/meetings/{id}/restore";

    private async Task<Guid> Voided(bool signed = false)
    {
        var id = await Held();
        if (signed) await (await Secretary.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "2026-3"))).Leads(Secretary, "已签字并锁定");
        await (await Secretary.Submit($"/meetings/{id}/void", ("Form.Reason", "误记"))).Leads(Secretary, "已作废");
        return id;
    }

    [Fact]
    public async Task It_counts_again_as_it_was_recorded()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var id = await Voided();
        var page = await (await Recorder.Submit(Url(id), ("Form.Reason", "查签名表，确实开了"))).Leads(Recorder, "已恢复：支部党员大会（3月6日）");
        Assert.Contains("支部党员大会 2026年一季度 1/1", page.Receipt(), StringComparison.Ordinal);
        var kept = await Kept(id);
        Assert.Equal(MeetingState.Held, kept.State);
        Assert.Equal([MeetingStepKind.Planned, MeetingStepKind.Held, MeetingStepKind.Voided, MeetingStepKind.Restored], StepsOf(kept));
        Assert.Equal("meetings.restore", (await LogOf(id))[^1]);
        Assert.Equal(5, await App.Read(db => db.Facts.CountAsync(f => f.RecordId == id && !f.Voided)));
        Assert.Null(page.QuerySelector("#voided"));
    }

    [Fact]
    public async Task What_was_signed_is_signed_again_and_only_the_secretary_restores_it()
    {
        var id = await Voided(signed: true);
        await Recorder.IsShut(Url(id), HttpStatusCode.Forbidden);
        await (await Secretary.Submit(Url(id), ("Form.Reason", "确实开了"))).Leads(Secretary, "已恢复");
        Assert.Equal(MeetingState.Locked, (await Kept(id)).State);
    }

    [Fact]
    public async Task Another_of_the_day_is_asked_about_and_what_is_not_void_is_refused()
    {
        var id = await Voided();
        var other = await Held();
        await (await Recorder.Submit(Url(id))).Refuses("Reason", "请写明恢复的原因");
        await (await Recorder.Submit(Url(id), ("Form.Reason", "x"))).Refuses("SameDayToo", "同一天已有一次支部党员大会");
        Assert.Equal(MeetingState.Voided, (await Kept(id)).State);
        await (await Recorder.Submit(Url(other), ("Form.Reason", "x"))).Refuses("", "会议没有作废，不用恢复");
    }

    [Fact]
    public async Task It_is_shut_to_others()
    {
        var url = Url(await Voided());
        await Member.IsShut(url, HttpStatusCode.Forbidden);
        await Neighbour.IsShut(url, HttpStatusCode.NotFound);
        await Secretary.IsShut(Url(Guid.CreateVersion7()), HttpStatusCode.NotFound);
    }
}

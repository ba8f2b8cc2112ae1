using System.Net;
using Exemplar.Meetings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Recording;

public sealed class AmendMeetingTests : MeetingHouse
{
    private async Task<Guid> Signed()
    {
        var id = await Held();
        await (await Secretary.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "2026-3"))).Leads(Secretary, "已签字并锁定");
        return id;
    }

    [Fact]
    public async Task What_was_signed_changes_with_its_reason_and_the_facts_follow()
    {
        var id = await Signed();
        await (await Recorder.Submit($"/meetings/{id}/amend", ("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "缺席"), ("Form.Reason", "点名记错"))).Leads(Recorder, "已修订：支部党员大会（3月6日），应到 4 人，实到 3 人");

        var kept = await Kept(id);
        Assert.Equal((MeetingState.Locked, "2026-3", "点名记错"), (kept.State, kept.ArchiveNumber, kept.Steps.Single(s => s.Kind is MeetingStepKind.Amended).Text));
        Assert.Equal("meetings.amend", (await LogOf(id))[^1]);
        Assert.True(await App.Read(db => db.Facts.Where(f => f.RecordId == id && f.PersonId == Zhang.Id).AllAsync(f => f.Voided)));
    }

    [Fact]
    public async Task Without_a_reason_or_before_it_was_held_nothing_changes()
    {
        var id = await Signed();
        await (await Recorder.Submit($"/meetings/{id}/amend", ("Form.Place", "别处"))).Refuses("Reason", "请写明修订的原因");
        Assert.Equal("三楼会议室", (await Kept(id)).Place);
        await (await Recorder.Submit($"/meetings/{await Planned(on: new(2026, 3, 5))}/amend", ("Form.Reason", "x"))).Refuses("", "会议待召开，不能修订");
    }

    [Fact]
    public async Task It_is_shut_to_others()
    {
        var url = $"/meetings/{await Signed()}/amend";
        await Member.IsShut(url, HttpStatusCode.Forbidden);
        await Neighbour.IsShut(url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/meetings/{Guid.CreateVersion7()}/amend", HttpStatusCode.NotFound);
    }
}

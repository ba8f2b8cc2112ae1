using System.Net;
using Exemplar.Meetings;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Planning;

public sealed class MoveMeetingTests : MeetingHouse
{
    [Fact]
    public async Task A_new_day_is_kept_with_the_old_one_and_the_reason_beside_it()
    {
        var id = await Planned(on: new(2026, 3, 13));
        var page = await (await Secretary.Submit($"/meetings/{id}/move", ("Form.HeldOn", "2026-03-20"), ("Form.StartsAt", "15:00"), ("Form.Reason", "与全市会议冲突"))).Leads(Secretary, "已改期：支部党员大会（3月20日）");

        var kept = await Kept(id);
        Assert.Equal((new DateOnly(2026, 3, 20), new TimeOnly(15, 0), new TimeOnly(17, 0)), (kept.HeldOn, kept.StartsAt, kept.EndsAt));
        Assert.Contains("原定 3月13日（周五）。与全市会议冲突", page.QuerySelector("ol.history")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("meetings.move", (await LogOf(id))[^1]);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_at_its_field_and_nothing_moves()
    {
        var id = await Planned(on: new(2026, 3, 13));
        await Planned(on: new(2026, 3, 20));
        await (await Secretary.Submit($"/meetings/{id}/move", ("Form.HeldOn", "2026-03-09"), ("Form.Reason", "x"))).Refuses("HeldOn", "新的日期不能在今天之前");
        await (await Secretary.Submit($"/meetings/{id}/move", ("Form.Reason", "x"))).Refuses("HeldOn", "日期、时间、地点都没有变");
        await (await Secretary.Submit($"/meetings/{id}/move", ("Form.HeldOn", "2026-03-18"))).Refuses("Reason", "请写明改期的原因");
        await (await Secretary.Submit($"/meetings/{id}/move", ("Form.HeldOn", "2026-03-20"), ("Form.Reason", "x"))).Refuses("SameDayToo", "同一天已有一次支部党员大会");
        Assert.Equal(new DateOnly(2026, 3, 13), (await Kept(id)).HeldOn);
        Assert.Single((await Kept(id)).Steps);
    }

    [Fact]
    public async Task A_form_opened_before_somebody_else_moved_it_is_stale()
    {
        var (id, url) = (await Planned(on: new(2026, 3, 13)), "");
        url = $"/meetings/{id}/move";
        var page = await Secretary.Open(url);
        await Recorder.Submit(url, ("Form.HeldOn", "2026-03-17"), ("Form.Reason", "x"));
        Assert.Equal(HttpStatusCode.Conflict, (await Secretary.SubmitForm(page, url, "main form", ("Form.HeldOn", "2026-03-20"), ("Form.Reason", "y"))).StatusCode);
    }

    [Fact]
    public async Task It_is_shut_to_others()
    {
        var url = $"/meetings/{await Planned()}/move";
        await Member.IsShut(url, HttpStatusCode.Forbidden);
        await Neighbour.IsShut(url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/meetings/{Guid.CreateVersion7()}/move", HttpStatusCode.NotFound);
    }
}

using System.Net;
using Exemplar.Meetings;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Planning;

public sealed class CallOffMeetingTests : MeetingHouse
{
    [Fact]
    public async Task It_stays_on_the_list_with_the_reason()
    {
        var id = await Planned(on: new(2026, 3, 13));
        await (await Secretary.Submit($"/meetings/{id}/call-off", ("Form.Reason", "并入下月"))).Leads(Secretary, "已取消：支部党员大会（3月13日）");
        Assert.Equal(MeetingState.CalledOff, (await Kept(id)).State);
        Assert.Equal("meetings.call-off", (await LogOf(id))[^1]);
        Assert.Equal("已取消", (await Secretary.Open("/meetings")).QuerySelector("tbody .badge")!.TextContent);
    }

    [Fact]
    public async Task Without_a_reason_or_once_held_it_is_refused_and_nothing_changes()
    {
        var id = await Planned();
        await (await Secretary.Submit($"/meetings/{id}/call-off")).Refuses("Reason", "请写明取消的原因");
        Assert.Equal(MeetingState.Planned, (await Kept(id)).State);
        id = await Held(on: new(2026, 3, 5));
        await (await Secretary.Submit($"/meetings/{id}/call-off", ("Form.Reason", "x"))).Refuses("", "会议已召开，不能取消");
        Assert.Equal(MeetingState.Held, (await Kept(id)).State);
    }

    [Fact]
    public async Task It_is_shut_to_others()
    {
        var url = $"/meetings/{await Planned()}/call-off";
        await Member.IsShut(url, HttpStatusCode.Forbidden);
        await Neighbour.IsShut(url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/meetings/{Guid.CreateVersion7()}/call-off", HttpStatusCode.NotFound);
    }
}

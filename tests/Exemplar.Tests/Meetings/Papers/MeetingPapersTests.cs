using System.Net;
using Exemplar.Meetings;
using Exemplar.Meetings.Planning;
using Exemplar.Platform.Security;
using Exemplar.Tests.Campaigns.Supervision;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Papers;

public sealed class MeetingPapersTests : GivenVoting
{
    [Fact]
    public async Task Before_the_meeting_come_notice_agenda_list_to_sign_and_blank()
    {
        var meeting = await Planned();
        await Members(3);
        foreach (var (paper, says) in new[] { ("notice", "关于召开支部党员大会的通知"), ("agenda", "研究年度工作计划"), ("signatures", "甲03"), ("blank", "主持人签名") })
            Assert.Contains(says, GivenDocument.TextOf(await Secretary.GetByteArrayAsync($"/meetings/{meeting.Id}/papers/{paper}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Secretary.GetAsync($"/meetings/{meeting.Id}/papers/minutes")).StatusCode);
        Assert.Equal(4, (await Secretary.Open($"/meetings/{meeting.Id}")).QuerySelectorAll("a[href*='/papers/']").Length);
    }

    [Fact]
    public async Task Afterwards_the_minutes_hold_its_votes()
    {
        var meeting = await Held(20, 12);
        await Secretary.Submit($"/meetings/{meeting.Id}/votes/new", ("Form.VotedOn", $"{meeting.Agenda[0].Id}"), ("Form.Way", "Hands"), ("Form.Yes", "12"));

        var answer = await Secretary.GetAsync($"/meetings/{meeting.Id}/papers/minutes");
        Assert.Equal("第一党支部 支部党员大会 会议记录 2026-03-06.docx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var text = GivenDocument.TextOf(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("应到 20 人，实到 12 人，赞成 12 票，反对 0 票，弃权 0 票。通过。", text, StringComparison.Ordinal);
        Assert.Contains("临江市人民政府办公室第一党支部", text, StringComparison.Ordinal);
        Assert.Contains("甲01、甲02", text, StringComparison.Ordinal);   // who was there
        Assert.Contains("签名表", await Secretary.GetStringAsync($"/meetings/{meeting.Id}"), StringComparison.Ordinal);
        Assert.Contains("13 人", GivenDocument.TextOf(await Secretary.GetByteArrayAsync($"/meetings/{meeting.Id}/papers/signatures")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_and_agenda_of_a_planned_meeting_stay_when_it_was_recorded_and_none_is_made_up_afterwards()
    {
        var people = await Members(3);
        await (await Secretary.Submit("/meetings/new", ("Form.What", MeetingPlaces.Key(House.FirstBranch.Id, MeetingKind.Members)), ("Form.HeldOn", "2026-03-13"), ("Form.StartsAt", "15:00"), ("Form.EndsAt", "16:00"),
            ("Form.Agenda", "研究年度工作计划"))).Leads(Secretary, "已安排");
        var planned = await App.Read(db => db.Meetings.SingleAsync());
        App.Clock.SetUtcNow(new(2026, 3, 16, 1, 0, 0, TimeSpan.Zero));
        await (await Secretary.Submit($"/meetings/{planned.Id}/record", ("Form.Chair", $"{people[0].Id}"), ("Form.Recorder", $"{people[1].Id}"))).Leads(Secretary, "已记录");
        var notice = GivenDocument.TextOf(await Secretary.GetByteArrayAsync($"/meetings/{planned.Id}/papers/notice"));
        Assert.Contains("2026年3月10日", notice, StringComparison.Ordinal);   // the day on which it was planned
        Assert.DoesNotContain("2026年3月16日", notice, StringComparison.Ordinal);
        Assert.Contains("研究年度工作计划", GivenDocument.TextOf(await Secretary.GetByteArrayAsync($"/meetings/{planned.Id}/papers/agenda")), StringComparison.Ordinal);

        var late = await Held(3, 3);   // entered on the 10th, held on the 6th
        Assert.Equal(HttpStatusCode.NotFound, (await Secretary.GetAsync($"/meetings/{late.Id}/papers/notice")).StatusCode);
    }

    [Fact]
    public async Task Why_somebody_was_away_is_printed_for_those_who_keep_the_records_only()
    {
        var url = $"/meetings/{(await Held(3, 2)).Id}/papers/minutes";
        var member = GivenDocument.TextOf(await (await As(Role.Member, House.FirstBranch)).GetByteArrayAsync(url));
        Assert.Contains("甲03（请假）", member, StringComparison.Ordinal);
        Assert.DoesNotContain("出差", member, StringComparison.Ordinal);
        Assert.Contains("甲03（请假：出差）", GivenDocument.TextOf(await Secretary.GetByteArrayAsync(url)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_the_meeting_gets_no_paper()
    {
        var url = $"/meetings/{(await Held(3, 3)).Id}/papers/minutes";
        await (await As(Role.SuperiorInspector, House.Office)).IsShut(url, HttpStatusCode.Forbidden);
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/meetings/{Guid.CreateVersion7()}/papers/minutes", HttpStatusCode.NotFound);
    }
}

using System.Net;
using Exemplar.Meetings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Voiding;

public sealed class VoidMeetingTests : MeetingHouse
{
    private static string Url(Guid id) => $"/meetings/{id}/void";

    private Task<int> FactsOf(Guid id) => App.Read(db => db.Facts.CountAsync(f => f.RecordId == id && !f.Voided));

    private async Task<Guid> Signed()
    {
        var id = await Held();
        await (await Secretary.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "2026-3"))).Leads(Secretary, "已签字并锁定");
        return id;
    }

    [Fact]
    public async Task What_was_recorded_by_mistake_stays_with_its_reason_and_counts_nowhere()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var id = await Held(answers: [("Form.Agenda[0].Title", "学习计划"), ("Form.Agenda[0].Decision", "每月学一次")]);
        Assert.True(await FactsOf(id) > 1);
        var page = await (await Recorder.Submit(Url(id), ("Form.Reason", "记到别的月份了"))).Leads(Recorder, "已作废：支部党员大会（3月6日），不再计入任何统计");

        Assert.Contains("支部党员大会 2026年一季度 0/1", page.Receipt(), StringComparison.Ordinal);
        var kept = await Kept(id);
        Assert.Equal((MeetingState.Voided, 4, 1), (kept.State, kept.Roll.Count, kept.Agenda.Count));   // nothing is deleted
        Assert.Equal([MeetingStepKind.Planned, MeetingStepKind.Held, MeetingStepKind.Voided], StepsOf(kept));
        Assert.Equal("meetings.void", (await LogOf(id))[^1]);
        Assert.Equal(0, await FactsOf(id));

        Assert.Contains("这次会议已作废", page.QuerySelector("#voided")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("原因：记到别的月份了（委员乙", (await Member.Open($"/meetings/{id}")).QuerySelector("#voided")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("作废", (await Secretary.Open("/meetings")).QuerySelector("tbody .badge")!.TextContent);
        Assert.DoesNotContain($"/meetings/{id}", await Secretary.GetStringAsync("/calendar?Year=2026&Month=3"), StringComparison.Ordinal);
        Assert.Null((await Recorder.Open($"/meetings/{await Planned(on: new(2026, 3, 9))}/record")).QuerySelector("[name='Form.Done']"));   // what it decided is asked after no more
        Assert.Equal(HttpStatusCode.NotFound, (await Secretary.GetAsync($"/meetings/{id}/papers/minutes")).StatusCode);
        Assert.Contains("支部党员大会（作废）", (await Secretary.Open($"/search?q={Uri.EscapeDataString("学习计划")}")).QuerySelector(".found")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_is_free_again_and_what_is_void_is_neither_corrected_nor_signed()
    {
        var id = await Held();
        await (await Recorder.Submit(Url(id), ("Form.Reason", "没有开"))).Leads(Recorder, "已作废");
        await (await Recorder.Submit($"/meetings/{id}/record", ("Form.Place", "二楼"))).Refuses("", "会议已作废。确实开了的，请先恢复再更正");
        await (await Secretary.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "3"))).Refuses("", "会议作废，不能签字");
        await (await Recorder.Submit(Url(id), ("Form.Reason", "再来"))).Refuses("", "会议作废，不用作废");
        await Held();   // the same kind on the same day is asked about no more
    }

    [Fact]
    public async Task What_rests_on_it_is_named_and_holds_it()
    {
        var id = await Planned(agenda: ["接收预备党员", "改选委员"]);
        await (await Recorder.Submit($"/meetings/{id}/record", ("Form.Agenda[0].Decision", "由综合科办理"))).Leads(Recorder, "已记录");
        var item = (await Kept(id)).Agenda[0].Id;
        await (await Secretary.Submit($"/meetings/{id}/decisions/1/task", ("Form.Title", "办理手续"), ("Form.Unit", $"{House.FirstBranch.Id}"), ("Form.DueOn", "2026-03-31"))).Leads(Secretary, "已转成任务");
        await (await Recorder.Submit($"/meetings/{id}/votes/new?Kind=Admission", ("Form.VotedOn", $"{item}"), ("Form.Person", "王芳"), ("Form.Way", "Secret"), ("Form.Yes", "3"))).Leads(Recorder, "表决已记录");
        await (await Secretary.Submit($"/meetings/{id}/elections/new", ("Form.Kind", "SecretaryDirectly"), ("Form.Post", "书记"), ("Form.Seats", "1"),
            ("Form.Candidates", $"{SecretaryPerson.Id}"), ("Form.Tellers", $"{Zhang.Id}"))).Leads(Secretary, "选举已准备");

        Assert.Equal(["任务“办理手续”正在办理", "表决“接收预备党员：王芳”", "选举书记"], (await Secretary.Open(Url(id))).QuerySelectorAll(".notice li").Select(l => l.TextContent));
        await (await Secretary.Submit(Url(id), ("Form.Reason", "x"))).Refuses("", "不能作废，还有这些以这次会为依据：任务“办理手续”正在办理；表决“接收预备党员：王芳”；选举书记");
        Assert.Equal(MeetingState.Held, (await Kept(id)).State);
    }

    [Fact]
    public async Task What_was_signed_is_voided_by_the_secretary_and_both_rows_stay()
    {
        var id = await Signed();
        Assert.DoesNotContain(Url(id), await Recorder.GetStringAsync($"/meetings/{id}"), StringComparison.Ordinal);
        await Recorder.IsShut(Url(id), HttpStatusCode.Forbidden);
        await (await Secretary.Submit(Url(id), ("Form.Reason", "会没有开，误签"))).Leads(Secretary, "已作废");
        var kept = await Kept(id);
        Assert.Equal((MeetingState.Voided, "2026-3"), (kept.State, kept.ArchiveNumber));
        Assert.Contains(MeetingStepKind.Locked, StepsOf(kept));
        Assert.Contains(MeetingStepKind.Voided, StepsOf(kept));
        Assert.Equal(0, await FactsOf(id));
    }

    [Fact]
    public async Task Without_a_reason_or_before_it_was_held_nothing_changes()
    {
        var id = await Held();
        await (await Recorder.Submit(Url(id))).Refuses("Reason", "请写明作废的原因");
        Assert.Equal(MeetingState.Held, (await Kept(id)).State);
        await (await Recorder.Submit(Url(await Planned(on: new(2026, 3, 5))), ("Form.Reason", "x"))).Refuses("", "会议还没有记录：没有开的，请取消会议");
    }

    [Fact]
    public async Task A_form_opened_before_somebody_else_corrected_it_is_stale()
    {
        var id = await Held();
        var page = await Secretary.Open(Url(id));
        await (await Recorder.Submit($"/meetings/{id}/record", ("Form.Place", "二楼"))).Leads(Recorder, "已记录");
        Assert.Equal(HttpStatusCode.Conflict, (await Secretary.SubmitForm(page, Url(id), "main form", ("Form.Reason", "x"))).StatusCode);
    }

    [Fact]
    public async Task It_is_shut_to_others()
    {
        var url = Url(await Held());
        await Member.IsShut(url, HttpStatusCode.Forbidden);
        await Neighbour.IsShut(url, HttpStatusCode.NotFound);
        await Secretary.IsShut(Url(Guid.CreateVersion7()), HttpStatusCode.NotFound);
    }
}

using System.Net;
using AngleSharp.Dom;
using Exemplar.Meetings;
using Exemplar.People;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Recording;

public sealed class RecordMeetingTests : MeetingHouse
{
    private static string Url(Guid id) => $"/meetings/{id}/record";

    private Task<List<(string Kind, Guid? Person, int Quantity)>> Facts(Guid id) => App.Read(async db =>
        (await db.Facts.Where(f => f.RecordId == id && !f.Voided).OrderBy(f => f.Kind).ToListAsync()).ConvertAll(f => (f.Kind, f.PersonId, f.Quantity)));

    [Fact]
    public async Task One_tap_on_the_absent_and_it_is_kept_logged_counted_and_receipted()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var id = await Planned();
        var page = await (await Recorder.Submit(Url(id), ("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "病假"), ("Form.Guests", "王某、刘某"))).Leads(Recorder, "已记录：支部党员大会（3月6日），应到 4 人，实到 3 人；");

        Assert.EndsWith("；3 人各 +2 学时", page.Receipt(), StringComparison.Ordinal);
        Assert.Contains("支部党员大会 2026年一季度 1/1", page.Receipt(), StringComparison.Ordinal);
        var kept = await Kept(id);
        Assert.Equal([("书记甲", Attendance.Present, true), ("委员乙", Attendance.Present, true), ("李四", Attendance.Present, false), ("张三", Attendance.Excused, true)],
            kept.Roll.OrderBy(r => r.Position).Select(r => (r.Name, r.Attendance, r.Votes)));
        Assert.Equal("病假", kept.Roll.Single(r => r.PersonId == Zhang.Id).Reason);
        Assert.Equal(["刘某", "王某"], kept.Guests.Select(g => g.Name).Order(StringComparer.Ordinal));
        Assert.Equal((MeetingState.Held, TestApp.Start), (kept.State, kept.EnteredAt));

        var log = await App.Read(db => db.LogEntries.Where(e => e.RecordId == id).OrderBy(e => e.Id).LastAsync());
        Assert.Equal("meetings.record", log.Kind);
        Assert.All(kept.Roll, r => Assert.Contains(r.Id.ToString(), log.Body, StringComparison.Ordinal));   // written as a set, and still in the log
        Assert.Equal(4, (await Facts(id)).Count);
        Assert.All((await Facts(id)).Where(f => f.Kind == "attended.members"), f => Assert.Equal(20, f.Quantity));
    }

    [Fact]
    public async Task A_correction_keeps_the_frozen_roll_and_states_the_facts_anew()
    {
        var id = await Held();
        await App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            var gone = await db.People.Include(p => p.Memberships).SingleAsync(p => p.Id == Probationary.Id, ct);
            gone.Leave(new(2026, 3, 2), Today);
            db.Log(new(null, null, TestApp.Start), "test", gone);
            return 0;
        }, default));

        await (await Recorder.Submit(Url(id), ("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "缺席"))).Leads(Recorder, "已记录：支部党员大会（3月6日），应到 4 人，实到 3 人");
        var kept = await Kept(id);
        Assert.Equal([MeetingStepKind.Planned, MeetingStepKind.Held, MeetingStepKind.Corrected], StepsOf(kept));
        Assert.Equal(Attendance.Absent, kept.Roll.Single(r => r.PersonId == Zhang.Id).Attendance);
        Assert.DoesNotContain(await Facts(id), f => f.Person == Zhang.Id);
    }

    [Fact]
    public async Task A_pasted_list_marks_the_roll_and_asks_about_what_is_doubtful()
    {
        var id = await Planned();
        var page = await (await Recorder.SubmitForm(await Recorder.Open(Url(id)), $"{Url(id)}?handler=Match#matched", "main form", ("Form.Pasted", "#报名\n1.书记甲\n2. 张山 出差请假\n3、李四👍\n4.刘德海"))).Read();
        Assert.Contains("没到 1 人，2 处请在下面确认", page.QuerySelector(".notice.good")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("请核对：委员乙", page.QuerySelector(".notice.good")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["请选择", "是张三", "列席或来宾", "不算，略过"], page.QuerySelectorAll("#doubt-0 option").Select(o => o.TextContent));
        Assert.Equal(MeetingState.Planned, (await Kept(id)).State);

        await (await Recorder.SubmitForm(page, Url(id), "main form")).Refuses("", "名单上还有 2 处没有确认");
        var box = page.QuerySelectorAll("input[name='Form.Away']").Single(b => b.GetAttribute("value") == RecorderPerson.Id.ToString());
        Assert.NotNull(box.GetAttribute("checked"));
        box.RemoveAttribute("checked");
        await (await Recorder.SubmitForm(page, Url(id), "main form", ("Form.Doubts[0].Answer", Zhang.Id.ToString()), ("Form.Doubts[1].Answer", "guest"))).Leads(Recorder, "已记录：支部党员大会（3月6日），应到 4 人，实到 3 人");

        var kept = await Kept(id);
        Assert.Equal((Attendance.Excused, "出差"), kept.Roll.Where(r => r.PersonId == Zhang.Id).Select(r => (r.Attendance, r.Reason)).Single());
        Assert.Equal(["刘德海"], kept.Guests.Select(g => g.Name));
    }

    [Fact]
    public async Task Another_day_has_another_roll_which_is_shown_before_anything_is_kept()
    {
        var joined = await Belongs("新来的", MemberStatus.Full, House.FirstBranch, from: new(2026, 3, 9));
        var id = await Planned();
        var answer = await Recorder.Submit(Url(id), ("Form.HeldOn", "2026-03-09"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.StartsWith("这一天的应到人员和刚才显示的不同", page.ErrorAt("HeldOn"), StringComparison.Ordinal);
        Assert.Equal(MeetingState.Planned, (await Kept(id)).State);

        await (await Recorder.SubmitForm(page, Url(id), "main form")).Leads(Recorder, "已记录：支部党员大会（3月9日），应到 5 人");
        Assert.Contains((await Kept(id)).Roll, r => r.PersonId == joined.Id);
    }

    [Fact]
    public async Task Three_hundred_people_fit_in_one_form()
    {
        var people = Enumerable.Range(0, 296).Select(n =>
        {
            var person = new Person { Name = $"党员{n:000}", Status = MemberStatus.Full };
            person.Memberships.Add(new() { PersonId = person.Id, UnitId = House.FirstBranch.Id, From = new(2026, 1, 1) });
            return person;
        }).ToArray();
        await App.Given([.. people]);
        var id = await Planned();
        (string, string)[] away = [.. people.Take(150).Select(p => ("Form.Away", p.Id.ToString()))];

        await (await Recorder.Submit(Url(id), away)).Leads(Recorder, "已记录：支部党员大会（3月6日），应到 300 人，实到 150 人");
        Assert.Equal(150, (await Kept(id)).Roll.Count(r => r.Attendance is Attendance.Excused));
        Assert.Equal(151, (await Facts(id)).Count);
    }

    [Fact]
    public async Task What_was_decided_comes_up_next_time_until_somebody_finds_it_done()
    {
        var first = await Held(on: new(2026, 2, 6), answers: [("Form.Agenda[0].Title", "学习计划"), ("Form.Agenda[0].Decision", "每月学一次")]);
        var item = (await Kept(first)).Agenda.Single();
        var second = await Held(on: new(2026, 3, 6));
        Assert.Equal([(item.Id, false)], (await Kept(second)).Reviews.Select(r => (r.ItemId, r.IsDone)));
        Assert.Contains("未落实", (await Member.Open($"/meetings/{second}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var third = await Planned(on: new(2026, 3, 9));
        Assert.Contains("每月学一次", (await Recorder.Open(Url(third))).QuerySelector($"label[for='d-{item.Id:N}']")!.TextContent, StringComparison.Ordinal);
        await (await Recorder.Submit(Url(third), ("Form.Done", item.Id.ToString()))).Leads(Recorder, "已记录");
        Assert.Null((await Recorder.Open(Url(await Planned(on: new(2026, 3, 8))))).QuerySelector("[name='Form.Done']"));
        Assert.Null((await Recorder.Open(Url(await Planned(MeetingKind.PartyDay, new(2026, 3, 6))))).QuerySelector("[name='Form.Done']"));
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_at_its_field_and_nothing_is_kept()
    {
        var (id, later) = (await Planned(), await Planned(on: new(2026, 3, 13)));
        await (await Recorder.Submit($"{Url(later)}?Early=true")).Refuses("HeldOn", "会议还没有开");
        await (await Recorder.Submit(Url(id), ("Form.EndsAt", "13:00"))).Refuses("EndsAt", "结束时间须晚于开始时间");
        await (await Recorder.Submit(Url(id), ("Form.Topic", ""))).Refuses("Topic", "请填写主题");
        await (await Recorder.Submit(Url(id), ("Form.Away", SecretaryPerson.Id.ToString()))).Refuses("Chair", "主持人不在出席的人里");
        await Held(on: new(2026, 3, 5));
        await (await Recorder.Submit(Url(id), ("Form.HeldOn", "2026-03-05"))).Refuses("SameDayToo", "同一天已有一次支部党员大会");
        Assert.Equal((MeetingState.Planned, 0, 1), await Kept(id) is var kept ? (kept.State, kept.Roll.Count, kept.Steps.Count) : default);
        Assert.Empty(await Facts(id));
    }

    [Theory]
    [InlineData("Chair")]
    [InlineData("Recorder")]
    public async Task Only_who_is_offered_may_be_named(string field)
    {
        var stranger = await House.Somebody("别支部的人", House.SecondBranch);
        await (await Recorder.Submit(Url(await Planned()), ($"Form.{field}", stranger.Id.ToString()))).Refuses(field, "请从列表中选择");
        await (await Recorder.Submit(Url(await Planned(on: new(2026, 3, 9))), ($"Form.{field}", Guid.CreateVersion7().ToString()))).Refuses(field, "请从列表中选择");
    }

    [Fact]
    public async Task A_form_opened_before_somebody_else_recorded_is_stale()
    {
        var id = await Planned();
        var page = await Secretary.Open(Url(id));
        await Recorder.Submit(Url(id));
        Assert.Equal(HttpStatusCode.Conflict, (await Secretary.SubmitForm(page, Url(id), "main form", ("Form.Place", "别处"))).StatusCode);
        Assert.Equal("三楼会议室", (await Kept(id)).Place);
    }

    [Fact]
    public async Task More_lines_are_given_without_losing_what_was_typed()
    {
        var id = await Planned();
        var opened = await Recorder.Open(Url(id));
        var page = await (await Recorder.SubmitForm(opened, $"{Url(id)}?handler=More#more", "main form", ("Form.Agenda[0].Title", "第一项"))).Read();
        Assert.Equal("第一项", page.QuerySelector("[name='Form.Agenda[0].Title']")!.GetAttribute("value"));
        Assert.Equal((1, 4), (Lines(opened), Lines(page)));
        Assert.Equal(Url(id), page.QuerySelector("main form")!.GetAttribute("action"));   // its address has the handler now, and saving must not press it again
        Assert.Equal(("no", "yes"), (Answer(opened), Answer(page)));   // a draft is laid over the first and never over the second

        static int Lines(IDocument page) => page.QuerySelectorAll("[name^='Form.Agenda['][name$='.Title']").Length;
        static string? Answer(IDocument page) => page.QuerySelector("main")!.GetAttribute("data-answer");
    }

    [Fact]
    public async Task It_is_shut_to_others_and_leads_on_once_signed()
    {
        var id = await Planned();
        await Member.IsShut(Url(id), HttpStatusCode.Forbidden);
        await Neighbour.IsShut(Url(id), HttpStatusCode.NotFound);
        await Secretary.IsShut(Url(Guid.CreateVersion7()), HttpStatusCode.NotFound);
        id = await Held(on: new(2026, 3, 5));
        await Secretary.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "3"));
        Assert.Equal($"/meetings/{id}/amend", (await Secretary.GetAsync(Url(id))).Headers.Location?.OriginalString);
    }
}

using AngleSharp.Dom;
using Exemplar.Meetings;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Recording;

/// <summary>What the form of a record asks, offers and leaves alone.</summary>
public sealed class RecordFormTests : MeetingHouse
{
    private static string Url(Guid id) => $"/meetings/{id}/record";

    [Fact]
    public async Task A_note_that_is_not_understood_is_asked_and_keeps_nobody_present_unasked()
    {
        var id = await Planned();
        var page = await (await Recorder.SubmitForm(await Recorder.Open(Url(id)), $"{Url(id)}?handler=Match#matched", "main form", ("Form.Pasted", "1.书记甲\n2.委员乙\n3.张三 赶不回来\n4.李四"))).Read();
        Assert.Equal("名单上的“张三”后面写着“赶不回来”，不能确定到没到：", page.QuerySelector("label[for='doubt-0']")!.TextContent);
        Assert.Equal(["请选择", "张三到了", "张三没到（赶不回来）"], page.QuerySelectorAll("#doubt-0 option").Select(o => o.TextContent));
        var answer = await (await Recorder.SubmitForm(page, Url(id), "main form")).Read();
        Assert.Equal("true", answer.QuerySelector("#doubt-0")!.GetAttribute("aria-invalid"));
        await (await Recorder.SubmitForm(page, Url(id), "main form", ("Form.Doubts[0].Answer", $"{Zhang.Id}:away"))).Leads(Recorder, "已记录：支部党员大会（3月6日），应到 4 人，实到 3 人");
        Assert.Equal((Attendance.Excused, "赶不回来"), (await Kept(id)).Roll.Where(r => r.PersonId == Zhang.Id).Select(r => (r.Attendance, r.Reason)).Single());
    }

    [Fact]
    public async Task A_word_that_may_be_a_note_on_who_stands_before_it_can_be_taken_so()
    {
        var id = await Planned();
        var page = await (await Recorder.SubmitForm(await Recorder.Open(Url(id)), $"{Url(id)}?handler=Match#matched", "main form", ("Form.Pasted", "1.书记甲\n2.委员乙\n3.张三 高烧\n4.李四"))).Read();
        Assert.Contains("不是人名，是张三没到的原因", page.QuerySelectorAll("#doubt-0 option").Select(o => o.TextContent));
        await (await Recorder.SubmitForm(page, Url(id), "main form", ("Form.Doubts[0].Answer", $"{Zhang.Id}:away"))).Leads(Recorder, "已记录");
        Assert.Equal((Attendance.Excused, "高烧"), (await Kept(id)).Roll.Where(r => r.PersonId == Zhang.Id).Select(r => (r.Attendance, r.Reason)).Single());
    }

    [Fact]
    public async Task After_the_list_was_matched_the_page_goes_to_what_it_says()
    {
        var id = await Planned();
        var opened = await Recorder.Open(Url(id));
        var page = await (await Recorder.SubmitForm(opened, $"{Url(id)}?handler=Match#matched", "main form", ("Form.Pasted", "1.书记甲"))).Read();
        var said = page.QuerySelector("#matched")!;   // the fragment of the button's address, which the browser goes to by itself
        Assert.Equal(("-1", ""), (said.GetAttribute("tabindex"), said.GetAttribute("autofocus")));
        Assert.Equal("?handler=Match#matched", opened.QuerySelector("button[formaction*='Match']")!.GetAttribute("formaction"));
    }

    [Fact]
    public async Task Enter_in_a_field_keeps_nothing()
    {
        var id = await Planned();
        foreach (var page in new[] { await Recorder.Open(Url(id)), await Recorder.Open($"/meetings/{id}/amend") })
        {
            var pressed = page.QuerySelector("main form")!.QuerySelector("button, input[type=submit]")!;   // what Enter presses: a form whose first button is disabled is not sent
            Assert.True(pressed.HasAttribute("disabled") && pressed.HasAttribute("hidden"));
        }
    }

    [Fact]
    public async Task A_correction_that_changes_nothing_is_refused_and_leaves_the_signature_of_the_other()
    {
        var id = await Held();
        await (await Secretary.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "false"))).Leads(Secretary, "已签字");
        await (await Recorder.Submit(Url(id))).Refuses("", "没有改动，不用保存");
        var kept = await Kept(id);
        Assert.NotNull(kept.ChairSignedAt);
        Assert.DoesNotContain(MeetingStepKind.Corrected, StepsOf(kept));
        Assert.Contains("登记，此后未改动", (await Recorder.Open($"/meetings/{id}")).QuerySelector(".log-line")!.TextContent, StringComparison.Ordinal);
        await (await Recorder.Submit(Url(id), ("Form.Place", "二楼"))).Leads(Recorder, "已记录");
        Assert.Contains("共改动 1 次", (await Recorder.Open($"/meetings/{id}")).QuerySelector(".log-line")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_is_still_ahead_says_so_at_once_and_one_that_was_held_early_can_be_recorded()
    {
        var id = await Planned(on: new(2026, 3, 13));
        var page = await Recorder.Open(Url(id));
        Assert.Contains("会议定在3月13日（周五），还没有开，现在不能记录。", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        await (await Recorder.Submit($"{Url(id)}?Early=true", ("Form.HeldOn", "2026-03-09"))).Leads(Recorder, "已记录：支部党员大会（3月9日）");
    }

    [Fact]
    public async Task Text_without_a_title_is_on_the_topic_and_numbers_of_the_writer_go()
    {
        var id = await Planned(MeetingKind.PartyDay);
        var page = await Recorder.Open(Url(id));
        Assert.Equal("活动内容", page.QuerySelector("label[for='Form_Agenda_0__Title']")!.TextContent);
        await (await Recorder.Submit(Url(id), ("Form.Agenda[0].Discussion", "参观旧址"))).Leads(Recorder, "已记录");
        Assert.Equal([("学习讨论", "参观旧址")], (await Kept(id)).Agenda.Select(i => (i.Title, i.Discussion)));
        id = await Planned(on: new(2026, 3, 9));
        await (await Recorder.Submit(Url(id), ("Form.Agenda[0].Title", "1. 通报"))).Leads(Recorder, "已记录");
        Assert.Equal(["通报"], (await Kept(id)).Agenda.Select(i => i.Title));
    }

    [Fact]
    public async Task Whoever_chairs_is_not_put_down_as_the_recorder_as_well()
    {
        var id = await WithoutRecorder(new(2026, 3, 6));
        Assert.Equal("", Chosen(await Secretary.Open(Url(id))));
        Assert.Equal(RecorderPerson.Id.ToString(), Chosen(await Recorder.Open(Url(id))));
        await (await Secretary.Submit(Url(id))).Refuses("Recorder", "请选择记录人");
        await (await Recorder.Submit(Url(id))).Leads(Recorder, "已记录");
        Assert.Equal(RecorderPerson.Id.ToString(), Chosen(await Secretary.Open(Url(await WithoutRecorder(new(2026, 3, 9))))));   // as last time

        async Task<Guid> WithoutRecorder(DateOnly on)
        {
            var meeting = Meeting.Plan(Guid.CreateVersion7(), Kinds.Find(MeetingKind.Members)!, House.FirstBranch, new(on, new(14, 0), new(16, 0), "", "学习", SecretaryPerson.Id, null, []), new(null, null, TestApp.Start), Today).Value!;
            await App.Given(meeting);
            return meeting.Id;
        }

        static string Chosen(IDocument page) => page.QuerySelectorAll("#Form_Recorder option").Single(o => o.HasAttribute("selected") || (o.GetAttribute("value") == "" && page.QuerySelector("#Form_Recorder option[selected]") is null)).GetAttribute("value")!;
    }

    [Fact]
    public async Task The_first_topic_is_not_ticked_for_anybody()
    {
        var id = await Planned(MeetingKind.Committee);
        Assert.False((await Recorder.Open(Url(id))).QuerySelector("#Form_FirstTopic")!.HasAttribute("checked"));
        await (await Recorder.Submit(Url(id))).Leads(Recorder, "已记录");
        Assert.False((await Kept(id)).FirstTopic);
    }

    [Fact]
    public async Task Who_gave_a_lecture_is_asked_before_it_is_kept()
    {
        var id = await Planned(MeetingKind.Lecture);
        await (await Recorder.Submit(Url(id))).Refuses("Lecturer", "请选择授课人；外请的，勾选“授课人是外请的”");
        await (await Recorder.Submit(Url(id), ("Form.OutsideLecturer", "true"))).Refuses("Lecturer", "外请的授课人，请写在列席和来宾里");
        await (await Recorder.Submit(Url(id), ("Form.OutsideLecturer", "true"), ("Form.Guests", "党校教授"))).Leads(Recorder, "已记录");
        Assert.True((await Recorder.Open(Url(id))).QuerySelector("#Form_OutsideLecturer")!.HasAttribute("checked"));
        await (await Recorder.Submit(Url(id), ("Form.OutsideLecturer", "false"), ("Form.Lecturer", SecretaryPerson.Id.ToString()))).Leads(Recorder, "已记录");
        Assert.Equal(SecretaryPerson.Id, (await Kept(id)).LecturerId);
    }
}

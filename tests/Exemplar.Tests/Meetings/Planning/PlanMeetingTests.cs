using System.Net;
using Exemplar.Meetings;
using Exemplar.Meetings.Planning;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Planning;

public sealed class PlanMeetingTests : MeetingHouse
{
    [Fact]
    public async Task An_agenda_that_was_pasted_with_its_numbers_is_numbered_once()
    {
        var what = $"{House.FirstBranch.Id:N}.{MeetingKind.Members}";
        var page = await (await Secretary.Submit("/meetings/new", ("Form.What", what), ("Form.HeldOn", "2026-03-13"), ("Form.Agenda", "1. 讨论计划\n2、研究分工\n（一）通报"), ("Held", "false"))).Leads(Secretary, "已安排");
        Assert.Contains("1. 讨论计划\n2. 研究分工\n3. 通报", page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
    }

    private string What(string kind = MeetingKind.Members, Unit? unit = null) => MeetingPlaces.Key((unit ?? House.FirstBranch).Id, kind);

    private Task<int> Count => App.Read(db => db.Meetings.CountAsync());

    [Fact]
    public async Task That_no_text_is_kept_is_said_to_those_who_hold_such_meetings()
    {
        Assert.DoesNotContain("不保存内容", await Secretary.GetStringAsync("/meetings/new"), StringComparison.Ordinal);
        House.Found(UnitKind.PartyLeadershipGroup, "党组", House.Office);
        await House.Save();
        Assert.Contains("党组会、民主生活会不保存内容", await Committee.GetStringAsync("/meetings/new"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_kept_with_its_usual_chair_logged_and_led_to_its_notice()
    {
        var page = await (await Recorder.Submit("/meetings/new", ("Form.What", What()), ("Form.HeldOn", "2026-03-13"), ("Form.StartsAt", "14:30"), ("Form.Place", "三楼"),
            ("Form.Agenda", "一\n\n 二 "), ("Held", "false"))).Leads(Recorder, "已安排：支部党员大会（3月13日）");
        Assert.Contains("定于3月13日", page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);

        var kept = await Kept(await App.Read(db => db.Meetings.Select(m => m.Id).SingleAsync()));
        Assert.Equal((SecretaryPerson.Id, RecorderPerson.Id, MeetingState.Planned), (kept.ChairId!.Value, kept.RecorderId!.Value, kept.State));
        Assert.Equal(["一", "二"], kept.Agenda.Select(i => i.Title));
        Assert.Equal(["meetings.plan"], await LogOf(kept.Id));
    }

    [Fact]
    public async Task What_was_held_already_goes_straight_on_to_its_record()
    {
        var answer = await Secretary.Submit("/meetings/new", ("Form.What", What()), ("Form.HeldOn", "2026-03-06"), ("Held", "false"));
        Assert.EndsWith("/record", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        answer = await Secretary.Submit("/meetings/new", ("Form.What", What(MeetingKind.Committee)), ("Form.HeldOn", "2026-03-10"), ("Held", "true"));
        Assert.EndsWith("/record", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_one_of_the_kind_on_the_day_is_asked_about_and_kept_when_meant()
    {
        await Planned(on: new(2026, 3, 13));
        (string, string)[] form = [("Form.What", What()), ("Form.HeldOn", "2026-03-13"), ("Held", "false")];
        var asked = await Secretary.Submit("/meetings/new", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var page = await asked.Read();
        Assert.StartsWith("同一天已有一次支部党员大会", page.ErrorAt("SameDayToo"), StringComparison.Ordinal);
        Assert.Equal(1, await Count);

        await (await Secretary.SubmitForm(page, "/meetings/new", "main form", [.. form, ("Form.SameDayToo", "true")])).Leads(Secretary, "已安排");
        Assert.Equal(2, await Count);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_is_kept()
    {
        await (await Secretary.Submit("/meetings/new", ("Form.What", What(unit: House.SecondBranch)), ("Form.HeldOn", "2026-03-13"), ("Held", "false"))).Refuses("What", "请从列表中选择会议");
        await (await Secretary.Submit("/meetings/new", ("Form.What", What(MeetingKind.Leadership)), ("Form.HeldOn", "2026-03-13"), ("Held", "false"))).Refuses("What", "请从列表中选择会议");
        await (await Secretary.Submit("/meetings/new", ("Form.What", What()), ("Form.HeldOn", "2028-03-13"), ("Held", "false"))).Refuses("HeldOn", "最多安排到一年以后");
        await (await Secretary.Submit("/meetings/new", ("Form.What", What()), ("Form.HeldOn", "2026-03-13"), ("Form.StartsAt", "14:00"), ("Form.EndsAt", "13:00"), ("Held", "false"))).Refuses("EndsAt", "结束时间须晚于开始时间");
        Assert.Equal(0, await Count);
    }

    [Fact]
    public async Task Sent_twice_it_is_planned_once()
    {
        var page = await Secretary.Open("/meetings/new");
        for (var n = 0; n < 2; n++) await (await Secretary.SubmitForm(page, "/meetings/new", "main form", ("Form.What", What()), ("Form.HeldOn", "2026-03-13"), ("Held", "false"))).Leads(Secretary, "已安排");
        Assert.Equal(1, await Count);
    }

    [Fact]
    public async Task Units_and_kinds_are_offered_together_and_a_link_fills_them_in()
    {
        Assert.Equal(["第一党支部"], (await Secretary.Open("/meetings/new")).QuerySelectorAll("optgroup").Select(g => g.GetAttribute("label")));
        var page = await Committee.Open($"/meetings/new?Unit={House.SecondBranch.Id}&Kind=party-day");
        Assert.Equal(["机关党委", "第一党支部", "第二党支部"], page.QuerySelectorAll("optgroup").Select(g => g.GetAttribute("label")));
        Assert.Equal(What(MeetingKind.PartyDay, House.SecondBranch), page.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.StartsWith("集中学习", page.QuerySelector("#Form_Agenda")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_and_the_superior_plan_nothing()
    {
        await Member.IsShut("/meetings/new", HttpStatusCode.Forbidden);
        await Inspector.IsShut("/meetings/new", HttpStatusCode.Forbidden);
        Assert.Contains("还没有可以开会的党组织", (await (await As(Role.CommitteeOffice, House.OtherOffice)).Open("/meetings/new")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }
}

using System.Net;
using Exemplar.Meetings;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Planning;

public sealed class EditMeetingTests : MeetingHouse
{
    private static string Url(Guid id) => $"/meetings/{id}/edit";

    [Fact]
    public async Task Topic_agenda_and_place_change_and_the_notice_follows()
    {
        var id = await Planned(on: new(2026, 3, 13), agenda: ["通报", "讨论"]);
        var stays = (await Kept(id)).Agenda[1].Id;
        var page = await (await Secretary.Submit(Url(id), ("Form.Place", "二楼"), ("Form.Topic", "学党章"), ("Form.Agenda", "1. 讨论\n2、表彰"))).Leads(Secretary, "已修改安排：支部党员大会（3月13日）。通知文字也已更新");

        var kept = await Kept(id);
        Assert.Equal(("二楼", "学党章", MeetingState.Planned), (kept.Place, kept.Topic, kept.State));
        Assert.Equal(["讨论", "表彰"], kept.Agenda.Select(i => i.Title));
        Assert.Equal(stays, kept.Agenda[0].Id);
        Assert.Equal("meetings.edit", (await LogOf(id))[^1]);
        Assert.EndsWith("更新", page.Receipt(), StringComparison.Ordinal);
        Assert.Contains("主题：学党章\n议程：\n1. 讨论\n2. 表彰", page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
        var changed = (await Secretary.Open($"/meetings/{id}")).QuerySelector("ol.history")!.TextContent;
        Assert.Contains("地点：三楼会议室 → 二楼", changed, StringComparison.Ordinal);
        Assert.Contains("主题：学习讨论 → 学党章", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_notice_went_out_it_says_to_send_it_again()
    {
        var id = await Planned(on: new(2026, 3, 13));
        await Secretary.Submit($"/meetings/{id}/notice");
        Assert.Contains("通知 3 月 10 日已经发出", (await Secretary.Open(Url(id))).QuerySelector("#noticed")!.TextContent, StringComparison.Ordinal);
        await (await Secretary.Submit(Url(id), ("Form.Place", "二楼"))).Leads(Secretary, "已修改安排：支部党员大会（3月13日）。通知文字也已更新；原来的通知 3 月 10 日已经发出，请再发一次");
    }

    [Fact]
    public async Task What_changes_nothing_drops_a_major_matter_or_comes_too_late_is_refused()
    {
        var id = await Planned(on: new(2026, 3, 13), agenda: "经费");
        await (await Secretary.Submit(Url(id))).Refuses("", "没有改动，不用保存");
        await (await Secretary.Submit(Url(await Planned(on: new(2026, 3, 20))), ("Form.Topic", " "))).Refuses("Topic", "主题和议程不能都空着");
        var kept = await Kept(id);
        var matter = Exemplar.Meetings.Matters.MajorMatter.Enter(Guid.CreateVersion7(), House.FirstBranch, "经费", Exemplar.Meetings.Matters.MatterKind.Funds, "议事规则", "", new(null, null, TestApp.Start)).Value!;
        Assert.Null(matter.Put(kept, kept.Agenda[0].Id, isTaken: false, isDecided: false));
        await App.Given(matter);
        await (await Secretary.Submit(Url(id), ("Form.Agenda", "别的"))).Refuses("", "“经费”有表决、选举记录或是重大事项，不能删去");
        await (await Secretary.Submit(Url(await Held(on: new(2026, 3, 5))), ("Form.Place", "二楼"))).Refuses("", "会议已召开，不能修改安排");
        Assert.Single((await Kept(id)).Steps);
    }

    [Fact]
    public async Task A_form_opened_before_somebody_else_changed_it_is_stale()
    {
        var id = await Planned(on: new(2026, 3, 13));
        var page = await Secretary.Open(Url(id));
        await Recorder.Submit(Url(id), ("Form.Place", "二楼"));
        Assert.Equal(HttpStatusCode.Conflict, (await Secretary.SubmitForm(page, Url(id), "main form", ("Form.Place", "一楼"))).StatusCode);
    }

    [Fact]
    public async Task It_is_shut_to_others()
    {
        var url = Url(await Planned());
        await Member.IsShut(url, HttpStatusCode.Forbidden);
        await Neighbour.IsShut(url, HttpStatusCode.NotFound);
        await Secretary.IsShut(Url(Guid.CreateVersion7()), HttpStatusCode.NotFound);
    }
}

using System.Net;
using Exemplar.Meetings;
using Exemplar.Tests.Campaigns.Supervision;
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
    public async Task Every_change_opens_to_what_stood_there_before_for_who_may_read_it()
    {
        var id = await Signed();
        var item = (await Kept(id)).Agenda.Count;
        await (await Recorder.Submit($"/meetings/{id}/amend", ("Form.Place", "二楼"), ("Form.Agenda[0].Title", "补议一项"), ("Form.Guests", "王科长"), ("Form.Away", Zhang.Id.ToString()),
            ($"Form.Why[{Zhang.Id}]", "住院"), ("Form.Reason", "点名记错"))).Leads(Recorder, "已修订");

        var changes = (await Recorder.Open($"/meetings/{id}")).QuerySelectorAll("ol.history details p").Select(l => l.TextContent.Trim()).ToList();
        Assert.Equal(0, item);
        Assert.Equal(["地点：三楼会议室 → 二楼", "到会，张三：出席 → 请假：住院", "列席和来宾：（空） → 王科长", "第 1 项，议题：（空） → 补议一项"], changes);
        var read = (await Member.Open($"/meetings/{id}")).QuerySelector("ol.history")!.TextContent;
        Assert.Contains("到会，张三：出席 → 请假", read, StringComparison.Ordinal);
        Assert.DoesNotContain("住院", read, StringComparison.Ordinal);
        Assert.DoesNotContain("三楼会议室", await Inspector.GetStringAsync($"/meetings/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_opens_too_and_the_printed_minutes_say_that_they_were_amended_after_they_were_signed()
    {
        var id = await Held();
        await (await Recorder.Submit($"/meetings/{id}/record", ("Form.Topic", "学习党章"))).Leads(Recorder, "已记录");
        Assert.Equal(["主题：学习讨论 → 学习党章"], (await Recorder.Open($"/meetings/{id}")).QuerySelectorAll("ol.history details p").Select(l => l.TextContent.Trim()));
        await (await Secretary.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "2026-3"))).Leads(Secretary, "已签字并锁定");
        Assert.Contains("2026年3月10日签字（纸质，存档号 2026-3）", await Minutes(id), StringComparison.Ordinal);
        Assert.DoesNotContain("签字后修订", await Minutes(id), StringComparison.Ordinal);
        await (await Recorder.Submit($"/meetings/{id}/amend", ("Form.Place", "二楼"), ("Form.Reason", "地点写错"))).Leads(Recorder, "已修订");
        Assert.Contains("签字后修订：2026年3月10日（地点写错）", await Minutes(id), StringComparison.Ordinal);
        Assert.Contains("签字后修订：2026年3月10日（地点写错）", (await Member.Open($"/meetings/{id}")).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> Minutes(Guid id) => GivenDocument.TextOf(await Secretary.GetByteArrayAsync($"/meetings/{id}/papers/minutes"));

    /// <summary>A register of last year that says how many came and nothing of who, when it began or who recorded.</summary>
    private async Task<Guid> Imported(string day = "2026-01-15")
    {
        var register = $"# 台账\n时间|会议类型|党支部|应到|实到|主持人\n{day}|支部党员大会|第一党支部|5|4|书记甲";
        var url = (await Committee.SubmitFile("/meetings/past", "Form.File", "台账.xlsx", WorkbookText.Bytes(register))).Headers.Location!.OriginalString;
        await (await Committee.Submit(url)).Leads(Committee, "已导入");
        return await App.Read(db => db.Meetings.Select(m => m.Id).SingleAsync());
    }

    /// <summary>Corrected in its day alone, 应到 5 实到 4 became 实到 5: everybody of the roster was taken for present.</summary>
    [Fact]
    public async Task An_imported_meeting_that_is_corrected_in_its_day_keeps_its_numbers_and_what_its_register_did_not_say()
    {
        var id = await Imported();
        var url = $"/meetings/{id}/amend";
        var form = await Committee.Open(url);
        Assert.All(new[] { "StartsAt", "EndsAt", "Recorder" }, name => Assert.False(form.QuerySelector($"#Form_{name}")!.HasAttribute("required")));
        Assert.Contains("到会只记人数，不逐人记（现在是：应到 5 人，实到 4 人）", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await (await Committee.Submit(url, ("Form.HeldOn", "2026-01-16"), ("Form.Reason", "日期抄错"))).Leads(Committee, "已修订：支部党员大会（1月16日），应到 5 人，实到 4 人");
        var kept = await Kept(id);
        Assert.Equal((new DateOnly(2026, 1, 16), true, new MeetingNumbers(5, 4)), (kept.HeldOn, kept.IsAsImported, kept.Numbers));
        Assert.Equal((null, null, null), (kept.StartsAt, kept.EndsAt, kept.RecorderId));
        Assert.DoesNotContain(kept.Roll, r => r.PersonId == Zhang.Id);
        Assert.Equal(0, await App.Read(db => db.Facts.CountAsync(f => f.RecordId == id && f.PersonId == Zhang.Id && !f.Voided)));
    }

    [Fact]
    public async Task The_numbers_of_an_imported_meeting_are_corrected_without_saying_who_came()
    {
        var id = await Imported();
        var url = $"/meetings/{id}/amend";
        await (await Committee.Submit(url, ("Form.Due", "5"), ("Form.Present", "6"), ("Form.Reason", "抄错"))).Refuses("Present", "实到不能多于应到");
        await (await Committee.Submit(url, ("Form.Present", "0"), ("Form.Reason", "抄错"))).Refuses("Present", "请写一个人数");
        Assert.Equal(new MeetingNumbers(5, 4), (await Kept(id)).Numbers);

        await (await Committee.Submit(url, ("Form.Due", "6"), ("Form.Present", "5"), ("Form.Reason", "抄错"))).Leads(Committee, "已修订：支部党员大会（1月15日），应到 6 人，实到 5 人");
        var kept = await Kept(id);
        Assert.Equal((true, new MeetingNumbers(6, 5)), (kept.IsAsImported, kept.Numbers));
        Assert.Contains("\"Present\":5", await App.Read(db => db.LogEntries.Where(e => e.RecordId == id).OrderByDescending(e => e.Id).Select(e => e.Body).FirstAsync()), StringComparison.Ordinal);

        Assert.Contains("实到人数：4 → 5", (await Committee.Open($"/meetings/{id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await Committee.Submit(url, ("Form.Due", ""), ("Form.Present", "3"), ("Form.Reason", "应到没有数"));
        Assert.Equal("实到 3 人，应到没有写（那天名册上 4 人）", (await Kept(id)).Numbers.InWords);
    }

    [Theory]
    [InlineData("2026-01-15", "更正")]
    [InlineData("2025-03-06", "修订")]
    public async Task The_page_of_an_imported_meeting_names_the_button_that_it_has(string day, string button)
    {
        var page = (await Committee.Open($"/meetings/{await Imported(day)}")).QuerySelector("main")!;
        Assert.Contains($"请用“{button}”补全", page.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("a.button"), a => a.TextContent == button);
    }

    [Fact]
    public async Task Whoever_changes_who_came_to_an_imported_meeting_or_says_that_the_list_counts_gets_the_numbers_of_the_list()
    {
        var id = await Imported();
        await (await Committee.Submit($"/meetings/{id}/amend", ("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "出差"), ("Form.Reason", "补名单"))).Leads(Committee, "已修订：支部党员大会（1月15日），应到 4 人，实到 3 人");
        Assert.False((await Kept(id)).IsAsImported);

        var unticked = await Committee.Open($"/meetings/{id}/amend");
        Assert.Null(unticked.QuerySelector("[name='Form.AsImported']"));   // the list counts from now on
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

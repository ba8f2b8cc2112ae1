using System.Net;
using Exemplar.Meetings;
using Exemplar.Meetings.Past;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Past;

public sealed class ImportRegisterTests : RegisterHouse
{
    private const string Unclear = """
        # Sheet1
        2026年会议情况
        支部|时间|类型|主题
        后勤支部|1月9日|固定党日|慰问
        后勤支部|2月30日|支委会|研究工作
        第一党支部|2月11日|固定党日|学习
        第一党支部|9月1日|支委会|秋季工作
        """;

    /// <summary>Nobody has entered posts for that time: who is named in a committee's row was no guest of it.</summary>
    [Fact]
    public async Task Without_posts_on_record_a_committees_meeting_was_of_those_whom_its_row_names()
    {
        await House.Somebody("支委丙", House.SecondBranch);
        await House.Somebody("支委丁", House.SecondBranch);
        await Import(Committee, "# 第二党支部\n2026年第二党支部台账\n时间|会议类型|主题|主持人|参会人员\n1月8日|支委会|研究计划|支委丙|支委丙、支委丁");

        var meeting = Assert.Single(await Imported());
        Assert.Equal(["支委丁", "支委丙"], meeting.Roll.Select(r => r.Name).Order(StringComparer.Ordinal));
        Assert.Empty(meeting.Guests);
    }

    [Fact]
    public async Task The_preview_shows_each_branch_and_writes_nothing()
    {
        var page = await Committee.Open(await Upload(Committee, Three));

        Assert.Contains("导入 3 次会议，没有说清 0 次，已在册 0 次，不导入 0 次", Text(page), StringComparison.Ordinal);
        Assert.Contains("支委会 1、主题党日 1、支部党员大会 1", page.QuerySelector("section[data-unit=第一党支部]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“第一党支部”表第 4 行 F 列：“王小明”不在第一党支部的名册上，只留在原表内容里，不记到会", page.QuerySelectorAll("section[aria-labelledby=remarks] li").Select(li => li.TextContent));
        Assert.Equal(0, await App.Read(db => db.Meetings.CountAsync()));
    }

    [Fact]
    public async Task What_was_confirmed_is_held_on_record_with_what_the_row_says_and_no_more()
    {
        var list = await Import(Committee, Three);

        var (committee, day, members) = await Imported() is [var a, var b, var c] ? (a, b, c) : throw new InvalidOperationException();
        Assert.Equal([MeetingKind.Committee, MeetingKind.PartyDay, MeetingKind.Members], new[] { committee, day, members }.Select(m => m.Kind));
        Assert.All(await Imported(), m => Assert.Equal((MeetingState.Held, House.FirstBranch.Id, SecretaryPerson.Id, null), (m.State, m.UnitId, m.ChairId!.Value, m.RecorderId)));
        Assert.All(await Imported(), m => Assert.Empty(m.Steps));
        var history = (await Committee.Open($"/meetings/{day.Id}")).QuerySelector("ol.history")!.TextContent;
        Assert.Contains("导入", history, StringComparison.Ordinal);
        Assert.Contains("表第 4 行", history, StringComparison.Ordinal);
        Assert.Equal([("书记甲", Attendance.Present), ("委员乙", Attendance.Present)], committee.Roll.Select(r => (r.Name, r.Attendance)));
        Assert.Equal([("张三", Attendance.Present)], day.Roll.Select(r => (r.Name, r.Attendance)));
        Assert.Equal((null, 14), (day.Numbers.Due, day.Numbers.Present));
        Assert.Equal(["书记甲 Present", "委员乙 Present", "李四 Excused", "张三 Present"], members.Roll.Select(r => $"{r.Name} {r.Attendance}"));
        Assert.Equal(("纪念馆", "参观学习"), (day.Place, day.Topic));
        Assert.Equal(4, day.Origin!.Row);
        Assert.Contains("参会人员：张三、王小明等14人", day.Origin.Text, StringComparison.Ordinal);
        Assert.Equal(3, list.QuerySelectorAll("td .badge").Count(b => b.TextContent == "导入"));
    }

    [Fact]
    public async Task It_is_stated_to_the_rules_and_logged_as_a_whole()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await Import(Committee, Three);

        Assert.Equal(["2026-01-08 attended.committee 书记甲", "2026-01-08 attended.committee 委员乙", "2026-01-08 held.committee", "2026-02-06 attended.party-day 张三", "2026-02-06 held.party-day",
            "2026-03-06 attended.members 书记甲", "2026-03-06 attended.members 委员乙", "2026-03-06 attended.members 张三", "2026-03-06 held.members"], (await FactsInWords()).Order(StringComparer.Ordinal));
        Assert.True(await App.Read(db => db.Standings.AnyAsync(s => s.SubjectId == House.FirstBranch.Id && s.Rule == "MTG-02" && s.From == new DateOnly(2026, 1, 1) && s.Actual == 1 && s.Met)));
        foreach (var meeting in await App.Read(db => db.Meetings.Include(m => m.Roll).Include(m => m.Guests).Include(m => m.Agenda).Include(m => m.Reviews).Include(m => m.Guided).Include(m => m.Steps).ToListAsync()))
        {
            var entry = await App.Read(db => db.LogEntries.SingleAsync(e => e.RecordId == meeting.Id));
            Assert.Equal((MeetingsCapability.Record, CanonicalJson.Of(await App.Read(db => Task.FromResult(db.Model)), meeting)), (entry.Kind, entry.Body));
        }
        Assert.Equal([MeetingsCapability.Record], await LogOf(await App.Read(db => db.ImportedRegisters.Select(r => r.Id).SingleAsync())));
    }

    [Fact]
    public async Task The_meetings_page_says_where_it_came_from_and_that_it_is_imported()
    {
        await Import(Committee, Three);
        var day = (await Imported()).Single(m => m.Kind == MeetingKind.PartyDay);

        var page = await Committee.Open($"/meetings/{day.Id}");
        Assert.Contains(page.QuerySelectorAll(".head .badge"), b => b.TextContent == "导入");
        Assert.Contains("实到 14 人，应到没有写（按原表）", Text(page), StringComparison.Ordinal);
        Assert.Contains("《台账.xlsx》“第一党支部”表第 4 行", Text(page), StringComparison.Ordinal);
        Assert.Contains("参会人员：张三、王小明等14人", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", Text(await Inspector.Open($"/meetings/{day.Id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await Import(Committee, Three);
        var facts = await FactsInWords();

        var url = await Upload(Committee, Three);
        var page = await Committee.Open(url);
        Assert.Contains("导入 0 次会议，没有说清 0 次，已在册 3 次", Text(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main button[value=Confirm]"));
        await (await Committee.SubmitForm(page, url, "main form[method=post]")).Refuses("", "没有可以导入的会议");
        Assert.Equal((3, facts.Count), ((await Imported()).Count, (await FactsInWords()).Count));
    }

    [Fact]
    public async Task A_meeting_that_is_on_record_is_known_and_one_that_was_called_off_is_not()
    {
        await Held(MeetingKind.Members, new(2026, 3, 6));
        var off = await Planned(MeetingKind.Committee, new(2026, 1, 8));
        await Secretary.Submit($"/meetings/{off}/call-off", ("Form.Reason", "改期"));

        var page = await Committee.Open(await Upload(Committee, Three));
        Assert.True(Text(page).Contains("导入 2 次会议", StringComparison.Ordinal) && Text(page).Contains("已在册 1 次", StringComparison.Ordinal), Text(page)[..200]);
    }

    [Fact]
    public async Task A_confirmation_sent_twice_imports_once()
    {
        var url = await Upload(Committee, Three);
        var page = await Committee.Open(url);
        for (var i = 0; i < 2; i++) await (await Committee.SubmitForm(page, url, "main form[method=post]")).Leads(Committee, "已导入：1 个单位 3 次会议");
        Assert.Equal((3, 1), ((await Imported()).Count, await App.Read(db => db.ImportedRegisters.CountAsync())));
        Assert.Contains("这份文件已经导入", Text(await Committee.Open(url)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_clear_is_asked_at_its_place_and_not_imported()
    {
        var url = await Upload(Committee, Unclear);
        var page = await Committee.Open(url);

        Assert.Equal(["固定党日", "后勤支部"], page.QuerySelectorAll("section.card table th[scope=row]").Select(th => th.TextContent.Trim()).Where(t => !t.StartsWith('“')).Distinct());
        Assert.Contains("C 列：“固定党日”不是认得的会议类型", Text(page), StringComparison.Ordinal);
        Assert.Contains("A 列：没有叫“后勤支部”的支部", Text(page), StringComparison.Ordinal);
        Assert.Contains("B 列：“2月30日”：2026 年没有这一天", Text(page), StringComparison.Ordinal);
        Assert.Contains("第 6 行：日期在今天之后，是计划，不是记录", page.QuerySelector("section[aria-labelledby=left]")!.TextContent, StringComparison.Ordinal);
        await (await Committee.SubmitForm(page, url, "main form[method=post]")).Refuses("", "没有可以导入的会议");
    }

    [Fact]
    public async Task A_word_that_was_explained_once_is_known_in_the_next_file()
    {
        var url = await Upload(Committee, Unclear);
        var page = await Recheck(Committee, url, ("Form.Kinds[0].Kind", MeetingKind.PartyDay), ("Form.Units[0].Unit", House.SecondBranch.Id.ToString()));
        Assert.Contains("导入 2 次会议，没有说清 1 次", Text(page), StringComparison.Ordinal);
        page = await Recheck(Committee, url, ("Form.Rows[0].Day", "2026-02-27"));
        Assert.Contains("导入 3 次会议，没有说清 0 次", Text(page), StringComparison.Ordinal);
        await Confirm(Committee, url);

        Assert.Equal([(House.SecondBranch.Id, "2026-01-09"), (House.FirstBranch.Id, "2026-02-11"), (House.SecondBranch.Id, "2026-02-27")], (await Imported()).Select(m => (m.UnitId, m.HeldOn.ToString("yyyy-MM-dd"))));
        Assert.Equal([$"后勤支部 {House.SecondBranch.Id}", "固定党日 party-day"], (await App.Read(db => db.OfficeWords.Where(w => w.Sort != WordSort.RegisterRow).ToListAsync())).Select(w => $"{w.Word} {w.Meaning}{w.UnitId}").Order(StringComparer.Ordinal));
        Assert.Contains("导入 1 次会议，没有说清 0 次", Text(await Committee.Open(await Upload(Committee, "# 2月\n2026年\n支部|时间|类型\n后勤支部|20日|固定党日"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_can_be_left_out_and_the_digest_guards_what_was_shown()
    {
        var url = await Upload(Committee, Unclear);
        var page = await Recheck(Committee, url, ("Form.Rows[1].Out", "true"));
        Assert.Contains("没有说清 2 次，已在册 0 次，不导入 2 次", Text(page), StringComparison.Ordinal);
        Assert.Contains("您选了不导入", Text(page), StringComparison.Ordinal);

        var clear = await Upload(Committee, Three);
        var shown = await Committee.Open(clear);
        await Held(MeetingKind.Members, new(2026, 3, 6));
        await (await Committee.SubmitForm(shown, clear, "main form[method=post]")).Refuses("", "下面的内容与您刚才看到的不同");
        await Committee.SubmitForm(await Committee.Open(clear), clear, "main form[method=post]", ("Form.Choice", "GiveUp"));
        await Committee.IsShut(clear, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_branch_takes_over_its_own_and_no_others()
    {
        var url = await Upload(Secretary, Unclear);
        var page = await Recheck(Secretary, url, ("Form.Kinds[0].Kind", MeetingKind.PartyDay), ("Form.Units[0].Unit", House.SecondBranch.Id.ToString()));
        Assert.Contains("没有叫“后勤支部”的支部", Text(page), StringComparison.Ordinal);
        await Confirm(Secretary, url);
        Assert.Equal([House.FirstBranch.Id], (await Imported()).Select(m => m.UnitId));
    }

    [Fact]
    public async Task Only_who_handed_it_in_sees_it_here()
    {
        var url = await Upload(Committee, Three);
        await App.As(await House.Account("另一位", (Role.CommitteeOffice, House.Office))).IsShut(url, HttpStatusCode.NotFound);
        await Committee.IsShut($"/meetings/past/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
        await Member.IsShut(url, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Numbers_that_nobody_may_store_are_stored_nowhere()
    {
        string[] secret = ["110101198001011234", "13800001111", "13900002222"];
        var url = await Upload(Committee, $"# 第一党支部\n时间|类型|主题|身份证号|参会人员|联系电话\n2026年1月8日|支委会|研究|{secret[0]}|张三{secret[1]}|'{secret[2]}");
        Assert.Empty(await App.Find(secret));
        Assert.Contains("已略去不需要的列：身份证号、联系电话。本系统不存这些。", Text(await Committee.Open(url)), StringComparison.Ordinal);
        await Confirm(Committee, url);
        Assert.Empty(await App.Find(secret));
    }

    [Fact]
    public async Task A_register_that_reaches_further_back_suggests_an_earlier_start_date()
    {
        await App.Keep(new(2026, 3, 1), House.FirstBranch);
        var page = await Secretary.Open(await Upload(Secretary, Three));
        Assert.Contains("第一党支部：表里最早的会议是 2026年1月8日，启用日是 2026年3月1日", Text(page), StringComparison.Ordinal);
        Assert.Contains("请机关党委办公室把启用日改早", Text(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name='Form.SetBack']"));
    }

    /// <summary>Founded with the roster of the first day, every branch would otherwise owe nothing of the year that was just brought in.</summary>
    [Fact]
    public async Task Whoever_may_change_units_sets_the_start_date_back_with_the_same_press_and_it_is_logged()
    {
        await App.Keep(new(2026, 3, 1), House.FirstBranch);
        var url = await Upload(Committee, Three);
        Assert.Contains("把 1 个单位的启用日改到 2026-01-01，年度页", Text(await Committee.Open(url)), StringComparison.Ordinal);
        await Confirm(Committee, url);
        Assert.Equal(new DateOnly(2026, 1, 1), await App.Read(db => db.Units.Where(u => u.Id == House.FirstBranch.Id).Select(u => u.DutiesFrom).SingleAsync()));
        Assert.Equal("units.change", (await LogOf(House.FirstBranch.Id))[^1]);
        Assert.NotEmpty((await Committee.Open($"/units/{House.FirstBranch.Id}/year?Year=2026")).QuerySelectorAll("a.cell.missed"));
    }

    /// <summary>A secretary who sends the tick all the same changes no unit.</summary>
    [Fact]
    public async Task Nobody_sets_back_what_they_may_not_change()
    {
        await App.Keep(new(2026, 3, 1), House.FirstBranch);
        var url = await Upload(Secretary, Three);
        var page = await Secretary.Open(url);
        await (await Secretary.Send(url, [.. Pages.Kept(page.QuerySelector("main form[method=post]")!), ("Form.SetBack", "true")])).Leads(Secretary, "已导入");
        Assert.Equal(new DateOnly(2026, 3, 1), await App.Read(db => db.Units.Where(u => u.Id == House.FirstBranch.Id).Select(u => u.DutiesFrom).SingleAsync()));
    }

    [Fact]
    public async Task What_was_held_before_the_start_date_shows_as_done_and_nothing_else_of_that_time()
    {
        await App.Keep(new(2026, 3, 1), House.FirstBranch);
        await Import(Secretary, Three.Replace("2026年第一", "2025年第一", StringComparison.Ordinal));

        var page = await Committee.Open($"/units/{House.FirstBranch.Id}/year?Year=2025");
        Assert.Equal(["2月"], page.QuerySelectorAll("#MTG-05 a.cell.done > span:first-child").Select(s => s.TextContent));
        Assert.Empty(page.QuerySelectorAll("a.cell.missed"));
        Assert.NotNull((await Committee.Open($"/units/{House.FirstBranch.Id}/year")).QuerySelector("a.button[href$='Year=2025']"));

        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        page = await Committee.Open($"/units/{House.FirstBranch.Id}/year?Year=2025");
        Assert.Equal((1, 11), (page.QuerySelectorAll("#MTG-05 a.cell.done").Length, page.QuerySelectorAll("#MTG-05 a.cell.missed").Length));
    }

    [Fact]
    public async Task A_roster_that_does_not_reach_back_names_people_and_concludes_nothing_from_it()
    {
        await Import(Committee, Three.Replace("2026年第一", "2025年第一", StringComparison.Ordinal));
        var meetings = await Imported();
        Assert.Equal([2, 1, 1], meetings.Select(m => m.Roll.Count));
        Assert.Equal((null, null), (meetings[2].Numbers.Due, meetings[2].Numbers.Present));
    }

    [Fact]
    public async Task Votes_and_papers_wait_until_the_record_is_completed()
    {
        await Import(Committee, Three);
        var members = (await Imported()).Single(m => m.Kind == MeetingKind.Members);
        Assert.DoesNotContain("/votes/new", (await Committee.Open($"/meetings/{members.Id}")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync($"/meetings/{members.Id}/papers/minutes")).StatusCode);

        await (await Committee.Submit($"/meetings/{members.Id}/record", ("Form.AsImported", "false"), ("Form.StartsAt", "14:00"), ("Form.EndsAt", "16:00"), ("Form.Recorder", RecorderPerson.Id.ToString()))).Leads(Committee, "已记录");
        var kept = await Kept(members.Id);
        Assert.Equal((false, new MeetingNumbers(4, 3)), (kept.IsAsImported, kept.Numbers));
        Assert.Equal(HttpStatusCode.OK, (await Committee.GetAsync($"/meetings/{members.Id}/papers/minutes")).StatusCode);
    }
}

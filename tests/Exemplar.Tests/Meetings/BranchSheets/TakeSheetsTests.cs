using System.Net;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.BranchSheets;

public sealed class TakeSheetsTests : SheetHouse
{
    private async Task<string> OneSheet(Action<SheetPen>? strokes = null)
    {
        var file = FilledIn(await OfFirstBranch());
        return await Preview(Committee, ("一支部.xlsx", strokes is null ? file : SheetPen.On(file, strokes)));
    }

    [Fact]
    public async Task What_was_confirmed_is_held_on_record_with_its_roll_its_hours_and_where_it_came_from()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var page = await Take(Committee, await OneSheet());

        Assert.Contains("一支部.xlsx", Text(page), StringComparison.Ordinal);
        var (committee, day) = await Kept() is [var a, var b] ? (a, b) : throw new InvalidOperationException();
        Assert.Equal((MeetingKind.Committee, MeetingKind.PartyDay, MeetingState.Held), (committee.Kind, day.Kind, day.State));
        Assert.Equal(["书记甲 Present", "委员乙 Present"], committee.Roll.Select(r => $"{r.Name} {r.Attendance}"));
        Assert.Equal(["书记甲 Present", "委员乙 Present", "李四 Absent", "张三 Excused"], day.Roll.Select(r => $"{r.Name} {r.Attendance}"));
        Assert.Equal((4, 2, 20), (day.Numbers.Due, day.Numbers.Present, day.StudyTenths));
        Assert.Equal((SecretaryPerson.Id, RecorderPerson.Id, "纪念馆", "参观学习"), (day.ChairId, committee.RecorderId!.Value, day.Place, day.Topic));
        Assert.Equal((new TimeOnly(15, 0), new TimeOnly(17, 0)), (day.StartsAt, day.EndsAt));
        Assert.Equal((true, true, "一支部.xlsx", 6), (day.Origin!.IsOfSheet, day.IsAsImported, day.Origin.Sheet, day.Origin.Row));
        Assert.Contains("到会：请假 张三；缺席 李四", day.Origin.Text, StringComparison.Ordinal);

        Assert.True(await App.Read(db => db.Standings.AnyAsync(s => s.SubjectId == House.FirstBranch.Id && s.Rule == "MTG-05" && s.From == new DateOnly(2026, 2, 1) && s.Actual == 1 && s.Met)));
        Assert.Equal(20, await App.Read(db => db.Facts.Where(f => f.Kind == "attended.party-day" && f.PersonId == SecretaryPerson.Id).Select(f => f.Quantity).SingleAsync()));
        Assert.Equal(0, await App.Read(db => db.Facts.CountAsync(f => f.PersonId == Zhang.Id)));
        Assert.Equal([MeetingsCapability.Record], await LogOf(day.Id));
    }

    [Fact]
    public async Task It_is_recorded_late_and_seen_as_such_and_nobody_is_asked_to_sign_it_here()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch);
        await Take(Committee, await OneSheet());

        var monthEnd = Text(await Committee.Open($"/month-end?Period={February}"));
        Assert.Contains("主题党日（2 月 6 日） 补记，2026-03-10 09:00 录入", string.Join(' ', monthEnd.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("记录还没有签字", monthEnd, StringComparison.Ordinal);
        var day = (await Kept()).Single(m => m.Kind == MeetingKind.PartyDay);
        var page = await Committee.Open($"/meetings/{day.Id}");
        Assert.Contains("由填报表填入：《一支部.xlsx》第 6 行 这次收的", string.Join(' ', Text(page).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("应到 4 人，实到 2 人（按填报表）", Text(page), StringComparison.Ordinal);
        Assert.Contains("补记", page.QuerySelectorAll("dt").Select(d => d.TextContent));
        Assert.Equal(2, (await Committee.Open("/meetings")).QuerySelectorAll("td .badge").Count(b => b.TextContent == "填报表"));
    }

    [Fact]
    public async Task The_same_sheet_again_changes_nothing_and_the_next_issue_shows_it_as_on_record()
    {
        var file = FilledIn(await OfFirstBranch());
        await Take(Committee, await Preview(Committee, ("一支部.xlsx", file)));
        var page = await Committee.Open(await Preview(Committee, ("一支部.xlsx", file)));

        Assert.Contains("不用收 没有新的会议；已在册 2 次，没有重复登记", Of(page, "一支部.xlsx"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main button[value=Confirm]"));
        Assert.Equal(2, (await Kept()).Count);
        Assert.Equal(2, Exemplar.Documents.Sheets.SheetReader.ReadAll(await OfFirstBranch()).Value![0].Rows.Count(r => r[0].Text == "在册"));
    }

    [Fact]
    public async Task All_of_one_drop_is_taken_back_together()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch);
        await House.Somebody("支委丙", House.SecondBranch);
        var second = SheetPen.On((await Issued(Committee))[1].File, pen => pen.Put(Meetings, "B5", new DateOnly(2026, 2, 9)).Put(Meetings, "C5", "支部党员大会").Put(Meetings, "D5", "学习"));
        var before = await Standings();
        var url = await Preview(Committee, ("一支部.xlsx", FilledIn(await OfFirstBranch())), ("二支部.xlsx", second));
        var done = await Take(Committee, url);
        Assert.Equal(3, (await Kept()).Count);
        Assert.NotEqual(before, await Standings());

        var withdraw = done.QuerySelector("main a[href^='/meetings/imports/']")!.GetAttribute("href")!;
        await (await Committee.Submit(withdraw)).Leads(Committee, "已撤回");
        Assert.Empty(await Kept());
        Assert.Equal(before, await Standings());
        Assert.Contains("这次收的已经撤回", Text(await Committee.Open(url)), StringComparison.Ordinal);
        Assert.Contains("已撤回", Text(await Committee.Open("/meetings/sheets")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_one_row_that_is_not_clear_is_not_taken_at_all_and_the_others_are()
    {
        var file = await OfFirstBranch();
        var wrong = SheetPen.On(FilledIn(file), pen => pen.Put(Meetings, "C5", "碰头会"));
        var right = SheetPen.On(file, pen => pen.Put(Meetings, "B5", new DateOnly(2026, 2, 6)).Put(Meetings, "C5", "主题党日").Put(Meetings, "D5", "参观"));
        await Take(Committee, await Preview(Committee, ("错的.xlsx", wrong), ("对的.xlsx", right)));

        Assert.Equal(["参观"], (await Kept()).Select(m => m.Topic));   // the same meeting, of the file that holds
    }

    /// <summary>That a branch has no Party group is known only when the sheet is held against the units.</summary>
    [Fact]
    public async Task What_turns_out_wrong_against_the_units_holds_the_whole_file_back_too()
    {
        var page = await Committee.Open(await OneSheet(pen => pen.Put(Meetings, "C5", "党小组会")));

        Assert.Equal(["“会议”表第 5 行：没有写是第一党支部的哪个党小组"], Findings(page, "一支部.xlsx"));
        Assert.Contains("没有收 有 1 处要改", Of(page, "一支部.xlsx"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main button[value=Confirm]"));
    }

    [Fact]
    public async Task Who_was_not_due_came_as_a_guest_and_who_had_left_is_told_at_the_place()
    {
        await Belongs("王五", MemberStatus.Full, House.FirstBranch, from: new(2026, 1, 1), to: new(2026, 2, 4));   // row 8, by pinyin
        var url = await OneSheet(pen => pen.Put(Roll, "D9", "出席").Put(Roll, "E8", "出席").Put(Roll, "D7", "请假"));
        var page = await Committee.Open(url);

        Assert.Equal(["“到会”表第 7 行 D 列：李四不是应到人员，“请假”没有记", "“到会”表第 8 行 E 列：王五那天不在本支部（还没有转入，或者已经转出），记作列席"], Findings(page, "一支部.xlsx"));
        await Take(Committee, url);
        var (committee, day) = await Kept() is [var a, var b] ? (a, b) : throw new InvalidOperationException();
        Assert.Equal(("张三", "王五"), (Assert.Single(committee.Guests).Name, Assert.Single(day.Guests).Name));
        Assert.Equal((2, 4), (committee.Numbers.Due, day.Numbers.Due));
    }

    [Fact]
    public async Task Whoever_joined_after_the_sheet_went_out_is_not_taken_to_have_come()
    {
        var file = FilledIn(await OfFirstBranch());
        await Belongs("新来的", MemberStatus.Full, House.FirstBranch);
        var url = await Preview(Committee, ("一支部.xlsx", file));

        Assert.Equal(["“会议”表第 6 行：新来的那天在名册上、不在这份表里，没有记到会"], Findings(await Committee.Open(url), "一支部.xlsx"));
        await Take(Committee, url);
        var day = (await Kept()).Single(m => m.Kind == MeetingKind.PartyDay);
        Assert.Equal((5, 2, false), (day.Numbers.Due, day.Numbers.Present, day.Roll.Exists(r => r.Name == "新来的")));
    }

    [Fact]
    public async Task Of_a_Party_group_only_those_who_were_chosen_count()
    {
        var group = House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch);
        await House.Save();
        var file = SheetPen.On(await OfFirstBranch(), pen => pen.Put(Meetings, "B5", new DateOnly(2026, 2, 5)).Put(Meetings, "C5", "党小组会（第一党小组）").Put(Meetings, "D5", "学习").Put(Roll, "D7", "出席").Put(Roll, "D8", "出席"));
        var url = await Preview(Committee, ("一支部.xlsx", file));

        Assert.Equal(["“会议”表第 5 行：第一党小组的会不知道该谁到，“其余都出席”没有算，只记选了的人"], Findings(await Committee.Open(url), "一支部.xlsx"));
        await Take(Committee, url);
        var meeting = Assert.Single(await Kept());
        Assert.Equal((group.Id, MeetingKind.Group, null, 2), (meeting.UnitId, meeting.Kind, meeting.Numbers.Due, meeting.Numbers.Present));
    }

    [Fact]
    public async Task A_lecturer_from_outside_is_a_guest_and_one_of_the_branch_has_lectured()
    {
        Action<SheetPen> Lecture(string row, int day, string by) => pen => pen.Put(Meetings, $"B{row}", new DateOnly(2026, 2, day)).Put(Meetings, $"C{row}", "党课").Put(Meetings, $"D{row}", "党课").Put(Meetings, $"K{row}", by);
        var file = SheetPen.On(SheetPen.On(await OfFirstBranch(), Lecture("5", 10, "党校教授")), Lecture("6", 11, "书记甲"));
        await Take(Committee, await Preview(Committee, ("一支部.xlsx", file)));

        var (outside, own) = await Kept() is [var a, var b] ? (a, b) : throw new InvalidOperationException();
        Assert.Equal((null, "党校教授", SecretaryPerson.Id), (outside.LecturerId, Assert.Single(outside.Guests).Name, own.LecturerId!.Value));
        Assert.Equal(1, await App.Read(db => db.Facts.CountAsync(f => f.Kind == "lectured")));
    }

    /// <summary>Whoever can change a hidden sheet can write any id into it.</summary>
    [Fact]
    public async Task A_forged_mark_puts_nothing_into_another_branch_and_nobody_strange_into_the_chair()
    {
        var stranger = await House.Somebody("外人", House.SecondBranch);
        var file = SheetPen.On(FilledIn(await OfFirstBranch()), pen => pen.Put("填报表标记", "C9", $"{House.SecondBranch.Id}").Put("填报表标记", "C12", $"{stranger.Id}").Put("填报表标记", "C13", $"{Guid.CreateVersion7()}"));
        await Take(Committee, await Preview(Committee, ("一支部.xlsx", file)));

        Assert.All(await Kept(), m => Assert.Equal((House.FirstBranch.Id, null, null), (m.UnitId, m.ChairId, m.RecorderId)));
        Assert.DoesNotContain(await Kept(), m => m.Roll.Exists(r => r.PersonId == stranger.Id));
    }

    [Fact]
    public async Task A_session_for_the_year_before_says_so_in_its_own_column()
    {
        var file = SheetPen.On(await OfFirstBranch(), pen => pen.Put(Meetings, "B5", new DateOnly(2026, 2, 12)).Put(Meetings, "C5", "组织生活会").Put(Meetings, "D5", "组织生活会").Put(Meetings, "M5", "是"));
        await Take(Committee, await Preview(Committee, ("一支部.xlsx", file)));
        Assert.Equal(2025, Assert.Single(await Kept()).CountsFor);
    }

    [Fact]
    public async Task A_meeting_that_is_planned_is_not_made_twice()
    {
        await Planned(MeetingKind.PartyDay, new(2026, 2, 6));
        var page = await Committee.Open(await OneSheet());

        Assert.Contains("1 次会议，2 人次；已在册 1 次", Of(page, "一支部.xlsx"), StringComparison.Ordinal);
        Assert.Equal(["“会议”表第 6 行：第一党支部 2026-02-06 的主题党日已经安排在系统里，还没有记录：请打开那次会议，点“开过了，记录”"], Findings(page, "一支部.xlsx"));
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_is_shown_again_and_cancelling_keeps_nothing()
    {
        var url = await OneSheet();
        var page = await Committee.Open(url);
        await Held(MeetingKind.PartyDay, new(2026, 2, 6));
        await (await Committee.SubmitForm(page, url, "main form[method=post]")).Refuses("", "下面的内容与您刚才看到的不同");

        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "GiveUp"))).Leads(Committee, "已取消");
        Assert.Equal(0, await App.Read(db => db.HandedInRegisters.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task It_is_seen_by_whoever_handed_it_in_and_nobody_else()
    {
        var url = await OneSheet();
        await Secretary.IsShut(url, HttpStatusCode.NotFound);
        await Member.IsShut(url, HttpStatusCode.Forbidden);
        await Committee.IsShut($"/meetings/sheets/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
    }
}

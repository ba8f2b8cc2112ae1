using System.Net;
using AngleSharp.Dom;
using Exemplar.Meetings;
using Exemplar.Meetings.Past;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Past;

/// <summary>Several registers on one page: what they ask is asked once, and one press takes all of them over.</summary>
public sealed class ImportTogetherTests : RegisterHouse
{
    private const string Url = "/meetings/past/together";
    private const string Heading = "时间|会议类型|主题|参加人员\n";
    private const string First = $"# 第一党支部\n{Heading}2026-01-08|支委会|研究计划|3人\n2026-02-06|主题党日|参观|";
    private const string Second = $"# 第二党支部\n{Heading}2026-01-09|支委会|研究计划|3人";

    private Task<HttpResponseMessage> HandIn(params (string Name, string Sheet)[] files) =>
        Committee.SubmitFiles("/meetings/past", "Form.File", files.Select(f => (f.Name, WorkbookText.Bytes(f.Sheet))));

    private async Task<IDocument> Handed(params (string Name, string Sheet)[] files)
    {
        await HandIn(files);
        return await Committee.Open(Url);
    }

    private Task<HttpResponseMessage> Press(IDocument page, string choice, params (string, string)[] answers) =>
        Committee.SubmitForm(page, Url, "main form[method=post]", [("Form.Choice", choice), .. answers]);

    private static List<string> Table(IDocument page, string id) => [.. page.QuerySelectorAll($"#{id} tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim())))];

    private Task<List<string>> OnRecord() => App.Read(async db => (await db.Meetings.Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { m.HeldOn, m.Kind, u.Name, m.CountsFor, Numbers = m.Origins.Select(o => $"{o.Due}/{o.Present}").Single() }).ToListAsync())
        .Select(m => $"{m.HeldOn:yyyy-MM-dd} {m.Kind} {m.Name} {m.CountsFor} {m.Numbers}").Order(StringComparer.Ordinal).ToList());

    [Fact]
    public async Task One_page_tells_what_each_file_and_each_branch_gets_and_one_press_imports_all_each_for_itself()
    {
        var page = await Handed(("一.xlsx", First), ("二.xlsx", Second));
        Assert.Contains("导入 3 次会议。", Text(page), StringComparison.Ordinal);
        Assert.Equal(["一.xlsx 2 0 0 0", "二.xlsx 1 0 0 0"], Table(page, "files"));
        Assert.Equal(["党组织", "年份", "支委会", "主题党日", "没写人数"], page.QuerySelectorAll("#brought th[scope=col]").Select(h => h.TextContent));
        Assert.Equal(["第一党支部 2026 1 1 1", "第二党支部 2026 1  "], Table(page, "brought"));

        var answer = await Press(page, "Confirm");
        await answer.Leads(Committee, "已导入：2 份 3 次会议（2026-01-08 至 2026-02-06）");
        Assert.Equal("/meetings", answer.Headers.Location!.OriginalString);
        var imports = await App.Read(db => db.ImportedRegisters.OrderBy(i => i.FileName).ToListAsync());
        Assert.Equal([("一.xlsx", 2), ("二.xlsx", 1)], imports.Select(i => (i.FileName, i.Meetings)));
        foreach (var done in imports) Assert.Equal([MeetingsCapability.Record], await LogOf(done.Id));

        await (await Committee.Submit($"/meetings/imports/{imports[0].Id}")).Leads(Committee, "已撤回");
        Assert.Equal(["2026-01-09 committee 第二党支部 2026 /3"], await OnRecord());
    }

    /// <summary>The later file is looked at as if the earlier one had been imported.</summary>
    [Fact]
    public async Task What_an_earlier_file_brings_is_on_record_for_the_later_one_and_gets_its_numbers_from_it()
    {
        const string Again = $"# 第一党支部\n{Heading}2026-01-08|支委会|研究计划|3人\n2026-02-06|主题党日|参观|9人\n2026-02-07|主题党日|参观|9人\n2026-02-20|支委会|研究计划|3人";
        var page = await Handed(("汇总.xlsx", First), ("明细.xlsx", Again), ("又一份.xlsx", Again.Replace("9人", "8人", StringComparison.Ordinal)));
        Assert.Contains("导入 4 次会议，已在册 6 次（其中 1 次补上人数）", Text(page), StringComparison.Ordinal);
        Assert.Equal(["汇总.xlsx 2 0 0 0", "明细.xlsx 2 0 2 0", "又一份.xlsx 0 0 4 0"], Table(page, "files"));
        Assert.Contains("2026-02-06 已有一次在册，这里是 2026-02-07", Text(page), StringComparison.Ordinal);

        await (await Press(page, "Confirm")).Leads(Committee, "已导入：2 份 4 次会议（2026-01-08 至 2026-02-20）；已在册 2 次，没有重复登记，其中 1 次补上了人数；没有新内容的：《又一份.xlsx》");
        Assert.Contains("2026-02-06 party-day 第一党支部 2026 /9", await OnRecord());
        Assert.Equal(0, await App.Read(db => db.HandedInRegisters.CountAsync()));
    }

    /// <summary>All registers of the tests: the page brings what handing them in one after another brings.</summary>
    [Fact]
    public async Task Together_is_the_same_as_one_after_another()
    {
        var files = WrittenRegister.In("Files").Take(20).Select(r => ($"{r.Name}.xlsx", r.File)).ToList();
        await Committee.SubmitFiles("/meetings/past", "Form.File", files);
        var page = await Committee.Open(Url);
        var shown = Table(page, "files").Sum(row => int.Parse(row.Split(' ')[^4], System.Globalization.CultureInfo.InvariantCulture));
        await Press(page, "Confirm");
        for (var left = await Committee.Open(Url); left.QuerySelector("button[value=Confirm]") is not null; left = await Committee.Open(Url)) await Press(left, "Confirm");
        var together = await OnRecord();
        Assert.InRange(together.Count, 50, shown);

        foreach (var id in await App.Read(db => db.ImportedRegisters.Where(i => i.WithdrawnAt == null).Select(i => i.Id).ToListAsync())) await Committee.Submit($"/meetings/imports/{id}");
        await Press(await Committee.Open(Url), "GiveUp");
        Assert.Empty(await OnRecord());
        foreach (var (name, bytes) in files)
        {
            var url = (await Committee.SubmitFile("/meetings/past", "Form.File", name, bytes)).Headers.Location!.OriginalString;
            if ((await Committee.Open(url)).QuerySelector("button[value=Confirm]") is not null) await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "Confirm"));
        }
        Assert.Equal(together, await OnRecord());
    }

    [Fact]
    public async Task A_name_that_several_files_ask_about_is_asked_once_and_the_nearest_counts_as_meant_and_is_remembered()
    {
        var branch = House.Found(UnitKind.Branch, "不动产登记中心党支部", House.Committee);
        await House.Save();
        var page = await Handed(("一.xlsx", $"# 汇总\n支部|{Heading}登记中心支部|2026-01-08|支委会|研究计划|"), ("二.xlsx", $"# 台账\n支部|{Heading}登记中心党支部|2026-02-06|主题党日|植树|"));
        Assert.Equal(["登记中心支部"], page.QuerySelectorAll("input[name$='.Word']").Select(i => i.GetAttribute("value")));
        Assert.Equal(branch.Id.ToString(), page.QuerySelector("select[name='Form.Units[0].Unit'] option[selected]")!.GetAttribute("value"));
        Assert.Equal(["确认导入 2 次", "都取消"], page.QuerySelectorAll(".buttons button").Select(b => b.TextContent));

        await (await Press(page, "Confirm")).Leads(Committee, "已导入：2 份 2 次会议");
        Assert.All(await Imported(), m => Assert.Equal(branch.Id, m.UnitId));
        Assert.Contains("导入 1 次会议", Text(await Committee.Open(await Upload(Committee, $"# 汇总\n支部|{Heading}登记中心支部|2026-03-08|支委会|研究计划|"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_name_than_the_proposed_is_looked_at_first_and_none_leaves_its_meetings_behind()
    {
        House.Found(UnitKind.Branch, "不动产登记中心党支部", House.Committee);
        await House.Save();
        (string, string) other = ("二.xlsx", $"# 汇总\n支部|{Heading}登记中心支部|2026-01-08|支委会|研究计划|");
        await (await Press(await Handed(("一.xlsx", First), other), "Confirm", ("Form.Units[0].Unit", $"{SaidWord.NoUnit}"))).Leads(Committee, "已按您选的重新核对");
        var page = await Committee.Open(Url);
        Assert.Equal(["按上面选的重新核对", "先导入其余 2 次，没有说清的 1 次以后再定", "都取消"], page.QuerySelectorAll(".buttons button").Select(b => b.TextContent));

        var answer = await Press(page, "Confirm");
        Assert.Contains("二.xlsx", Text(await answer.Leads(Committee, "已导入：1 份 2 次会议")), StringComparison.Ordinal);   // it waits
        Assert.Equal(Url, answer.Headers.Location!.OriginalString);
        await (await Press(await Committee.Open(Url), "Recheck", ("Form.Units[0].Unit", $"{House.SecondBranch.Id}"))).Leads(Committee, "已按您选的重新核对");
        await (await Press(await Committee.Open(Url), "Confirm")).Leads(Committee, "已导入：1 份 1 次会议");
        Assert.Equal(3, await App.Read(db => db.Meetings.CountAsync()));
    }

    [Fact]
    public async Task A_kind_said_once_holds_for_all_files_and_a_row_that_only_its_own_file_can_settle_leads_there()
    {
        var page = await Handed(("一.xlsx", $"# 第一党支部\n{Heading}2026-01-08|固定活动|参观|"), ("二.xlsx", $"# 第二党支部\n{Heading}2026-01-09|固定活动|参观|\n|支委会|研究计划|"));
        Assert.Equal(["按上面选的重新核对", "都取消"], page.QuerySelectorAll(".buttons button").Select(b => b.TextContent));
        Assert.Matches("《二.xlsx》“第二党支部”表第 3 行：A 列：没有日期（研究计划）", page.QuerySelector("form .findings li")!.TextContent);
        Assert.Equal(["打开说清 1 次"], page.QuerySelectorAll("#files small").Select(s => s.TextContent));

        await (await Press(page, "Recheck", ("Form.Kinds[0].Kind", MeetingKind.PartyDay))).Leads(Committee, "已按您选的重新核对");
        page = await Committee.Open(Url);
        await (await Press(page, "Confirm")).Leads(Committee, "已导入：2 份 2 次会议（2026-01-08 至 2026-01-09）；没有说清、没有导入的：《二.xlsx》1 次，补好再交一次就行");
        Assert.Equal([MeetingKind.PartyDay, MeetingKind.PartyDay], (await Imported()).Select(m => m.Kind));
    }

    [Fact]
    public async Task Party_groups_that_the_files_name_are_set_up_once_for_all_of_them()
    {
        var page = await Handed(("一.xlsx", "# 汇总\n2025年党小组会\n支部|季度|支委会|党小组会\n第一党支部|一季度|1.7|一组：1.13；二组：1.14"), ("二.xlsx", "# 汇总\n2025年党小组会\n支部|季度|支委会|党小组会\n第一党支部|二季度|4.7|二组：4.14；三组：4.15"));
        Assert.Equal(["第一党支部：第一党小组、第二党小组、第三党小组"], page.QuerySelectorAll("#missing-groups li").Select(l => l.TextContent.Trim()));
        await (await Press(page, "Groups")).Leads(Committee, "已设立：第一党支部·第一党小组、第一党支部·第二党小组、第一党支部·第三党小组");
        await (await Press(await Committee.Open(Url), "Confirm")).Leads(Committee, "已导入：2 份 6 次会议");
        Assert.Equal(3, await App.Read(db => db.Units.CountAsync(u => u.Kind == UnitKind.PartyGroup)));
    }

    /// <summary>The groups of a branch that is only proposed, too: one press answers all their rows.</summary>
    [Fact]
    public async Task Rows_whose_groups_one_press_sets_up_are_not_asked_for_one_by_one()
    {
        House.Found(UnitKind.Branch, "不动产登记中心党支部", House.Committee);
        await House.Save();
        var page = await Handed(("一.xlsx", $"# 汇总\n支部|{Heading}登记中心支部|2026-01-08|支委会|研究计划|\n登记中心支部|2026-01-09|党小组会（一组）|学习|\n登记中心支部|2026-02-09|党小组会（一组）|学习|"), ("二.xlsx", Second));
        Assert.Equal(["不动产登记中心党支部：第一党小组"], page.QuerySelectorAll("#missing-groups li").Select(l => l.TextContent.Trim()));
        Assert.Contains("没有说清 2 次", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("要打开那一份逐行说", Text(page), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#files small"));
        await (await Press(page, "Groups")).Leads(Committee, "已设立：不动产登记中心党支部·第一党小组");
        await (await Press(await Committee.Open(Url), "Confirm")).Leads(Committee, "已导入：2 份 4 次会议");
    }

    [Fact]
    public async Task The_receipt_tells_what_is_still_open_when_all_are_imported()
    {
        const string Open = $"# 第一党支部\n{Heading}2026-01-08|支委会|研究计划|3人\n某天|主题党日|参观|";
        var page = await Handed(("一.xlsx", Open), ("一.xlsx", Open.Replace("某天", "2026-02-06", StringComparison.Ordinal)), ("二.xlsx", Second));
        var list = await (await Press(page, "Confirm")).Leads(Committee, "已导入：3 份 3 次会议");
        Assert.DoesNotContain("没有说清、没有导入的", list.QuerySelector(".notice.good")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Every branch has a 第一党小组: of such a word nothing is proposed, and nothing is remembered.</summary>
    [Fact]
    public async Task A_group_that_is_named_without_its_branch_is_no_likeness_and_its_answer_holds_for_these_files_alone()
    {
        var (one, _) = (House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch), House.Found(UnitKind.PartyGroup, "第一党小组", House.SecondBranch));
        await House.Save();
        (string, string)[] files = [("一.xlsx", "# 小组会\n日期|党小组|内容\n2026/1/7|第一党小组|学习"), ("二.xlsx", Second)];
        var page = await Handed(files);
        Assert.Equal(["第一党小组"], page.QuerySelectorAll("input[name$='.Word']").Select(i => i.GetAttribute("value")));
        Assert.Null(page.QuerySelector("select[name='Form.Units[0].Unit'] option[selected]"));
        await (await Press(page, "Recheck", ("Form.Units[0].Unit", $"{one.Id}"))).Leads(Committee, "已按您选的重新核对");
        await (await Press(await Committee.Open(Url), "Confirm")).Leads(Committee, "已导入：2 份 2 次会议");
        Assert.Contains(one.Id, (await Imported()).Select(m => m.UnitId));

        page = await Handed(("三.xlsx", files[0].Item2.Replace("1/7", "2/7", StringComparison.Ordinal)), files[1]);
        Assert.Equal(["第一党小组"], page.QuerySelectorAll("input[name$='.Word']").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task The_name_of_a_file_says_whose_it_is_and_what_was_chosen_for_the_rest_is_told()
    {
        var sheet = $"# 支委会\n{Heading}2026-01-08|支委会|研究计划|3人";
        await Committee.SubmitFiles("/meetings/past", "Form.File", [("第二党支部组织生活登记表.xlsx", WorkbookText.Bytes(sheet)), ("登记表.xlsx", WorkbookText.Bytes(sheet))], ("Form.Unit", $"{House.FirstBranch.Id}"));
        var page = await Committee.Open(Url);
        Assert.Contains("《登记表.xlsx》：没有写支部的 1 次，按您选的记到第一党支部", Text(page), StringComparison.Ordinal);
        Assert.Equal(["第一党支部 2026 1", "第二党支部 2026 1"], Table(page, "brought"));
    }

    [Fact]
    public async Task Whose_year_an_early_meeting_is_and_the_first_day_of_the_branches_are_said_once()
    {
        await App.Keep(new(2026, 3, 1), House.FirstBranch);
        await App.Keep(new(2026, 3, 1), House.SecondBranch);
        var page = await Handed(("一.xlsx", $"# 第一党支部\n{Heading}2026-01-08|组织生活会|查摆|"), ("二.xlsx", $"# 第二党支部\n{Heading}2026-01-09|组织生活会|查摆|"));
        Assert.Contains("把 2 个单位的启用日改到 2026-01-01", Text(page), StringComparison.Ordinal);
        Assert.Contains("年初（1—3 月）开的组织生活会 2 次", Text(page), StringComparison.Ordinal);

        await (await Press(page, "Confirm", ("Form.EarlyIsBefore", "false"))).Leads(Committee, "已按您选的重新核对");   // it changes what was shown
        await (await Press(await Committee.Open(Url), "Confirm")).Leads(Committee, "已导入：2 份 2 次会议");
        Assert.All(await Imported(), m => Assert.Equal(2026, m.CountsFor));
        Assert.Equal([new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1)], await App.Read(db => db.Units.Where(u => u.DutiesFrom != null && u.Kind == UnitKind.Branch).Select(u => u.DutiesFrom!.Value).ToListAsync()));
    }

    [Fact]
    public async Task What_has_changed_since_it_was_shown_is_shown_again_and_nothing_is_imported()
    {
        var page = await Handed(("一.xlsx", First), ("二.xlsx", Second));
        await Import(Secretary, $"# 第一党支部\n{Heading}2026-01-08|支委会|研究计划|3人");
        var answer = await Press(page, "Confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await answer.Read();
        Assert.Contains("下面的内容与您刚才看到的不同，请重新核对后再确认", Text(again), StringComparison.Ordinal);
        Assert.Contains("导入 2 次会议，已在册 1 次", Text(again), StringComparison.Ordinal);
        Assert.Single(await Imported());
    }

    [Fact]
    public async Task Who_may_not_record_is_refused_and_nobody_sees_what_others_handed_in()
    {
        await Handed(("一.xlsx", First), ("二.xlsx", Second));
        await Member.IsShut(Url, HttpStatusCode.Forbidden);
        Assert.Equal("/meetings/past", (await Secretary.GetAsync(Url)).Headers.Location!.OriginalString);   // nothing of theirs waits
        var own = (await Secretary.Open("/meetings/past")).QuerySelector("main form[method=post]")!;
        Assert.Equal("/meetings/past", (await Secretary.Send(Url, [.. Pages.Kept(own), ("Form.Choice", "Confirm")])).Headers.Location!.OriginalString);
        Assert.Empty(await Imported());
    }

    [Fact]
    public async Task Pressed_in_a_second_window_it_says_that_they_are_done_and_imports_nothing_twice()
    {
        var page = await Handed(("一.xlsx", First), ("二.xlsx", Second));
        await (await Press(page, "Confirm")).Leads(Committee, "已导入：2 份 3 次会议");
        var again = await Press(page, "Confirm");
        Assert.Contains("一.xlsx", Text(await again.Leads(Committee, "没有等着核对的了：已经导入，或者取消了")), StringComparison.Ordinal);
        Assert.Equal((3, 2), (await App.Read(db => db.Meetings.CountAsync()), await App.Read(db => db.ImportedRegisters.CountAsync())));
    }

    [Fact]
    public async Task All_are_given_up_together()
    {
        await (await Press(await Handed(("一.xlsx", First), ("二.xlsx", Second)), "GiveUp")).Leads(Committee, "已取消，这些文件的内容没有保留");
        Assert.Equal(0, await App.Read(db => db.HandedInRegisters.CountAsync()));
    }
}

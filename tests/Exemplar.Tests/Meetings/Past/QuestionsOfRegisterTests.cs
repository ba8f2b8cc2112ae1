using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Past;

/// <summary>What somebody new had to answer on day one, and has not to any more (docs/reviews/day-one.md).</summary>
public sealed class QuestionsOfRegisterTests : RegisterHouse
{
    [Fact]
    public async Task Whoever_joined_between_two_meetings_stands_on_the_later_roll_only()
    {
        var person = await House.Somebody("新来的", House.FirstBranch);
        await App.Read(db => db.Memberships.Where(m => m.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.From, new DateOnly(2026, 2, 1))));
        await Import(Committee, "# 第一党支部\n2026年第一党支部台账\n时间|会议类型|主题|参会人员\n1月8日|支部党员大会|研究计划|全体党员\n2月8日|支部党员大会|研究工作|全体党员\n3月8日|支部党员大会|研究工作|全体党员");

        Assert.Equal([false, true, true], (await Imported()).Select(m => m.Roll.Exists(r => r.Name == "新来的")));
    }

    [Fact]
    public async Task Of_whoever_is_named_before_they_came_it_is_said_from_which_day_on_they_belong()
    {
        await Belongs("新来的", MemberStatus.Probationary, House.FirstBranch, from: new(2026, 2, 16));
        var page = await Committee.Open(await Upload(Committee, "# 第一党支部\n时间|会议类型|主题|参会人员\n2026-01-08|支部党员大会|学习|书记甲、新来的、不认识\n2026-03-08|支部党员大会|学习|书记甲、新来的"));
        Assert.Contains("“新来的”那天还不在第一党支部（2026-02-16 起），只留在原表内容里，不记到会", Text(page), StringComparison.Ordinal);
        Assert.Contains("“不认识”不在第一党支部的名册上", Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_handed_in_again_leaves_nothing_open_on_the_receipt_of_its_second_import()
    {
        const string Asks = "# 第一党支部\n时间|会议类型|主题\n2026-01-08|支委会|研究计划\n某天|主题党日|参观";
        await Import(Committee, Asks);
        var list = await Import(Committee, Asks.Replace("某天", "2026-02-06", StringComparison.Ordinal));
        Assert.DoesNotContain("前面没有说清", list.QuerySelector(".notice.good")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_sheet_says_only_that_all_came_the_page_says_that_the_roster_counted_them()
    {
        await Import(Committee, "# 第一党支部\n时间|会议类型|主题|参会人员\n2026-03-05|支部党员大会|学习|全体党员\n2026-03-06|支部党员大会|学习|全体党员4人");
        Assert.Equal(["应到 4 人，实到 4 人（写的是全体党员，应到按那天的名册）", "应到 4 人，实到 4 人（按原表）"], await Task.WhenAll((await Imported()).Select(m => NumbersOf(m.Id))));
        var first = (await Imported())[0].Id;
        await (await Committee.Submit($"/meetings/{first}/record", ("Form.Topic", "学习党章"))).Leads(Committee, "已记录");
        Assert.EndsWith("应到按那天的名册）", await NumbersOf(first), StringComparison.Ordinal);   // nobody counted anew
    }

    private async Task<string> NumbersOf(Guid meeting) => (await Committee.Open($"/meetings/{meeting}")).QuerySelectorAll("dl.facts dt").Single(t => t.TextContent == "人数").NextElementSibling!.TextContent;

    /// <summary>Two groups of a branch: their rows say which, in a note, in brackets, or not at all.</summary>
    [Fact]
    public async Task A_groups_meeting_goes_to_the_group_that_its_row_names_and_else_is_asked_once_or_by_row()
    {
        var (one, two) = (House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch), House.Found(UnitKind.PartyGroup, "第二党小组", House.FirstBranch));
        await House.Save();
        var url = await Upload(Committee, "# 第一党支部\n2026年第一党支部台账\n时间|会议类型|主题|备注\n1月8日|党小组会|学习党章|第一党小组\n1月9日|党小组会（二组）|学习党章|\n1月10日|党小组会|学习党章|三组\n2月10日|党小组会|学习党章|三组\n2月12日|党小组会|学习党章|");

        var page = await Committee.Open(url);
        Assert.Contains("导入 2 次会议，没有说清 3 次", Text(page), StringComparison.Ordinal);
        Assert.Contains("2 次会议只差上面这些词", page.QuerySelector("#asked-above")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["第一党支部的三组", "第一党支部的党小组会，没有写是哪个小组"], page.QuerySelectorAll("input[name$='.Word']").Select(i => i.GetAttribute("value")!));
        Assert.All(page.QuerySelectorAll("select[name^='Form.Units']"), s => Assert.Equal(["请选择单位", "第一党支部·第一党小组", "第一党支部·第二党小组"], s.QuerySelectorAll("option").Select(o => o.TextContent)));
        Assert.Single(page.QuerySelectorAll("section > table input[name$='.Key']"));   // the row without a word; it may also be answered by itself

        await Recheck(Committee, url, ("Form.Units[0].Unit", $"{two.Id}"), ("Form.Rows[0].Unit", $"{one.Id}"));
        await Confirm(Committee, url);
        Assert.Equal([one.Id, two.Id, two.Id, two.Id, one.Id], (await Imported()).Select(m => m.UnitId));
    }

    /// <summary>The page has chosen the nearest name already, and shows what it brings.</summary>
    [Fact]
    public async Task A_short_name_of_a_branch_is_answered_with_the_nearest_by_one_press()
    {
        var branch = House.Found(UnitKind.Branch, "不动产登记中心党支部", House.Committee);
        await House.Save();
        var url = await Upload(Committee, "# 汇总\n支部|时间|会议类型|主题\n登记中心支部|2026年1月8日|支委会|研究计划\n登记中心支部|2026年2月6日|主题党日|植树");
        var page = await Committee.Open(url);
        Assert.Equal(branch.Id.ToString(), page.QuerySelector("select[name='Form.Units[0].Unit'] option[selected]")!.GetAttribute("value"));
        Assert.Contains("导入 2 次会议，没有说清 0 次", Text(page), StringComparison.Ordinal);
        Assert.Equal("确认导入 2 次", page.QuerySelector("button.primary[name='Form.Choice']")!.TextContent);

        await Confirm(Committee, url);
        Assert.Equal([branch.Id, branch.Id], (await Imported()).Select(m => m.UnitId));
        Assert.Contains("导入 1 次会议", Text(await Committee.Open(await Upload(Committee, "# 又\n支部|时间|会议类型|主题\n登记中心支部|2026年1月9日|支委会|研究"))), StringComparison.Ordinal);   // remembered
    }

    [Fact]
    public async Task Whoever_says_that_the_nearest_is_none_leaves_its_rows_open()
    {
        House.Found(UnitKind.Branch, "不动产登记中心党支部", House.Committee);
        await House.Save();
        var url = await Upload(Committee, "# 汇总\n支部|时间|会议类型|主题\n登记中心支部|2026年1月8日|支委会|研究计划\n第一党支部|2026年2月6日|主题党日|植树");

        var said = await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "Confirm"), ("Form.Units[0].Unit", $"{SaidWord.NoUnit}"));
        await said.Leads(Committee, "已按您选的重新核对，看过再确认");
        Assert.Contains("导入 1 次会议，没有说清 1 次", Text(await Committee.Open(url)), StringComparison.Ordinal);
        await Confirm(Committee, url);
        Assert.Equal(House.FirstBranch.Id, Assert.Single(await Imported()).UnitId);
    }

    [Fact]
    public async Task A_name_that_leaves_characters_out_is_answered_with_the_branch_that_it_shortens()
    {
        var branch = House.Found(UnitKind.Branch, "公路事业发展中心党支部", House.Committee);
        await House.Save();
        var page = await Committee.Open(await Upload(Committee, "# 汇总\n支部|时间|会议类型|主题\n公路中心|2026年1月8日|支委会|研究计划"));
        Assert.Equal(branch.Id.ToString(), page.QuerySelector("select[name='Form.Units[0].Unit'] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_buttons_say_what_becomes_of_what_is_open_and_do_it()
    {
        const string Asks = """
            # 登记
            时间|会议类型|主题|支部
            2026-01-08|支部党员大会|研究计划|第一党支部
            2026-01-09|支部党员大会|研究计划|第二支部党部
            2026-01-10|固定活动|参观|第一党支部
            """;
        var url = await Upload(Committee, Asks);
        var page = await Committee.Open(url);
        Assert.Equal(["按补上的重新核对", "先导入其余 2 次，没有说清的 1 次以后再定", "取消，换一份文件"], page.QuerySelectorAll(".buttons button").Select(b => b.TextContent));
        Assert.Equal("Recheck", page.QuerySelector(".buttons button.primary")!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelectorAll("select[name$='.Unit'] option[selected]"));   // the nearest name is chosen already, which is nobody's word

        await Confirm(Committee, url);
        Assert.Equal(2, (await Imported()).Count);

        url = await Upload(Committee, Asks);
        page = await Committee.Open(url);
        var typed = await Committee.SubmitForm(page, url, "main form[method=post]", ("Form.Choice", "Confirm"), ("Form.Kinds[0].Kind", "party-day"));
        await typed.Leads(Committee, "已按您选的重新核对，看过再确认");   // what somebody typed is not passed over
        Assert.Equal("确认导入 1 次", (await Committee.Open(url)).QuerySelector(".buttons button.primary")!.TextContent);
        await Confirm(Committee, url);
        Assert.Equal(3, (await Imported()).Count);
    }

    [Fact]
    public async Task A_word_for_what_is_no_organizational_life_is_said_once_and_its_rows_stay_out()
    {
        const string Asks = """
            # 2026年
            支部|日期|类型|主题
            第一党支部|3月4日|支委会|研究计划
            第一党支部|3月5日|机关党委会议|研究换届
            第一党支部|3月6日|机关党委会议|研究党费
            """;
        var url = await Upload(Committee, Asks);
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "Recheck"), ("Form.Kinds[0].Kind", "none"))).Leads(Committee, "已按您选的重新核对");
        var page = await Committee.Open(url);
        Assert.Equal("确认导入 1 次", page.QuerySelector(".buttons button.primary")!.TextContent);
        Assert.Contains("“机关党委会议”不是要登记的组织生活", Text(page), StringComparison.Ordinal);
        await Confirm(Committee, url);

        page = await Committee.Open(await Upload(Committee, "# 2026年\n支部|日期|类型|主题\n第一党支部|4月8日|机关党委会议|研究党课"));
        Assert.DoesNotContain("这些词是什么", Text(page), StringComparison.Ordinal);
        Assert.Contains("不是要登记的组织生活，不导入", Text(await Committee.Open("/people/words")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_remark_about_many_rows_is_folded_and_who_was_not_counted_is_said_once()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 5).Select(day => $"|1月{day}日|参观|第一党支部"));
        var page = await Committee.Open(await Upload(Committee, $"# 2026年主题党日\n月份|时间|主题|支部\n1月|1月8日|参观|第一党支部\n{rows}"));
        Assert.Contains(page.QuerySelectorAll(".findings summary").Select(s => s.TextContent), s => s.StartsWith("5 处：没有写月份，按上面的 1 月记", StringComparison.Ordinal));
        Assert.Contains("导入 6 次：主题党日 6；6 次表里没有写人数。", Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_note_says_was_not_held_is_not_imported()
    {
        var page = await Committee.Open(await Upload(Committee, "# 第一党支部\n2026年第一党支部台账\n时间|会议类型|主题|备注\n1月8日|党员大会|民主测评|因专项行动未召开\n1月9日|支委会|研究工作|上月未召开，本次补开"));
        Assert.Contains("导入 1 次会议，没有说清 0 次，已在册 0 次，不导入 1 次", Text(page), StringComparison.Ordinal);
        Assert.Contains("没有召开（因专项行动未召开）", Text(page), StringComparison.Ordinal);
    }

    /// <summary>No group is on record yet: it is set up from the preview, and the page leads back to the file that waits.</summary>
    [Fact]
    public async Task Where_a_branch_has_no_group_it_is_set_up_from_the_preview_and_the_file_waits()
    {
        var url = await Upload(Committee, "# 第一党支部\n2026年第一党支部台账\n时间|会议类型|主题\n1月8日|党小组会|学习党章\n2月8日|党小组会|学习党章");
        var link = (await Committee.Open(url)).QuerySelector("a[href^='/units/']")!.GetAttribute("href")!;
        Assert.NotNull((await Committee.Open("/meetings/past")).QuerySelector($"#waiting a[href='{url}']"));

        var founded = await Committee.Submit(link);
        await founded.Leads(Committee, "已设立：第一党小组");
        Assert.Equal(url, founded.Headers.Location!.OriginalString);
        Assert.Contains("导入 2 次会议，没有说清 0 次", Text(await Committee.Open(url)), StringComparison.Ordinal);
    }
}

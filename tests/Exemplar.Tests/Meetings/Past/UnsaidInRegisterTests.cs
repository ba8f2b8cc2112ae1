using System.Text.RegularExpressions;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Past;

/// <summary>What a register leaves to be understood: whose a sheet is, and for which year an early meeting counts.</summary>
public sealed class UnsaidInRegisterTests : RegisterHouse
{
    [Fact]
    public async Task A_sheet_named_after_a_branch_is_that_branchs_and_another_name_is_asked_about_once()
    {
        var url = await Upload(Committee, """
            # 第一
            时间|会议类型|主题
            2026-01-08|支部党员大会|研究计划
            # 机关处
            时间|会议类型|主题
            2026-01-09|支部党员大会|研究计划
            2026-02-09|主题党日|参观
            # 1月
            时间|会议类型|主题
            2026-01-10|主题党日|参观
            """);
        var page = await Committee.Open(url);
        Assert.Equal(["机关处"], page.QuerySelectorAll("input[name^='Form.Units'][name$='.Word']").Select(i => i.GetAttribute("value")));
        Assert.Contains("没有写是哪个支部的", Text(page), StringComparison.Ordinal);   // a month is no branch
        Assert.Contains("导入 1 次", Text(page), StringComparison.Ordinal);

        await Recheck(Committee, url, ("Form.Units[0].Unit", House.SecondBranch.Id.ToString()));
        Assert.Contains("导入 3 次", Text(await Committee.Open(url)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yearly_meeting_early_in_a_year_is_taken_for_the_year_before_where_that_had_none_and_may_be_said_otherwise()
    {
        var url = await Upload(Committee, """
            # 党支部
            支部|时间|会议类型|主题
            第一党支部|2026-01-22|组织生活会|查摆问题
            第一党支部|2026-02-05|民主评议党员|2025年度民主评议
            第二党支部|2025-11-20|组织生活会|查摆问题
            第二党支部|2026-03-05|组织生活会|查摆问题
            """);
        var page = await Committee.Open(url);
        Assert.Contains("年初（1—3 月）开的组织生活会 2 次，没有写是哪一年度的", Text(page), StringComparison.Ordinal);
        Assert.Contains("没有开过的算前一年的（1 次）", page.QuerySelector("#early option")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2026-01-22（计入 2025 年度）", "2026-02-05（计入 2025 年度）"], Regex.Matches(Text(page), "2026-0[123]-[0-9]{2}（计入 2025 年度）").Select(m => m.Value));

        await Recheck(Committee, url, ("Form.EarlyIsBefore", "true"));
        Assert.Equal("true", (await Committee.Open(url)).QuerySelector("#early option[selected]")!.GetAttribute("value"));
        await Recheck(Committee, url, ("Form.EarlyIsBefore", "false"));
        var typed = await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "Confirm"), ("Form.EarlyIsBefore", "true"));
        await typed.Leads(Committee, "已按您选的重新核对，看过再确认");   // what was said changes the plan: it is shown first
        await Recheck(Committee, url, ("Form.EarlyIsBefore", "false"));
        await Confirm(Committee, url);
        Assert.Equal([2025, 2026, 2025, 2026], await App.Read(db => db.Meetings.OrderBy(m => m.HeldOn).Select(m => m.CountsFor).ToListAsync()));
    }

    [Fact]
    public async Task So_is_one_whose_kind_somebody_said()
    {
        var url = await Upload(Committee, "# 第一党支部\n支部|时间|会议类型|主题\n第一党支部|2026-01-22|民主生活座谈|召开2025年度组织生活会\n第一党支部|2026-02-22|民主生活座谈|查摆问题");
        await Recheck(Committee, url, ("Form.Kinds[0].Kind", "org-life"));
        Assert.Contains("年初（1—3 月）开的组织生活会 1 次", Text(await Committee.Open(url)), StringComparison.Ordinal);
        await Confirm(Committee, url);
        Assert.Equal([2025, 2025], await App.Read(db => db.Meetings.OrderBy(m => m.HeldOn).Select(m => m.CountsFor).ToListAsync()));
    }

    [Fact]
    public async Task A_meeting_a_day_apart_from_one_on_record_is_told()
    {
        await Import(Committee, "# 第一党支部\n时间|会议类型|主题\n2026-01-15|主题党日|参观\n2026-01-20|支委会|研究计划");
        var page = await Committee.Open(await Upload(Committee, "# 第一党支部\n时间|会议类型|主题\n2026-01-14|主题党日|参观\n2026-01-21|支委会|研究计划\n2026-02-06|主题党日|参观"));
        Assert.Contains("第一党支部的主题党日，2026-01-15 已有一次在册，这里是 2026-01-14", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("支委会，2026", Text(page), StringComparison.Ordinal);
    }

    /// <summary>A note of a meeting with its own day is read where nothing else can be meant; what it speaks of else is told.</summary>
    [Fact]
    public async Task A_note_that_tells_of_another_meeting_is_registered_or_told()
    {
        var text = Text(await Committee.Open(await Upload(Committee, """
            # 第一党支部
            2026年第一党支部组织生活
            月份|支委会|党员大会|主题党日|备注
            1月|1.8||1.21|1月29日召开2025年度组织生活会，开展民主评议党员
            2月|2.9||2.12|2月10日参加机关党委组织的党课；2月11日党员大会传达精神；请假2人
            """)));
        Assert.Contains("导入 6 次会议，没有说清 0 次，已在册 0 次，不导入 0 次", text, StringComparison.Ordinal);
        Assert.Contains("按 1 月 29 日的组织生活会、民主评议党员登记，各记一次", text, StringComparison.Ordinal);
        Assert.Contains("2026-01-29（计入 2025 年度）", text, StringComparison.Ordinal);
        Assert.Contains("说到 2 月 10 日的党课，没有按它登记", text, StringComparison.Ordinal);
        Assert.Contains("说到 2 月 11 日的支部党员大会，没有按它登记", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appraisal_held_with_the_meeting_is_one_more_also_where_the_sheet_says_the_kind()
    {
        var text = Text(await Committee.Open(await Upload(Committee, "# 组织生活会\n第一党支部2026年度组织生活会登记表\n序号|日期|会议内容|应到人数|实到人数|备注\n1|1月27日|2025年度组织生活会，民主评议党员|16|14|请假2人")));
        Assert.Contains("组织生活会 1、民主评议党员 1", text, StringComparison.Ordinal);
        Assert.Contains("“2025年度组织生活会", text, StringComparison.Ordinal);
        Assert.Contains("按组织生活会、民主评议党员各记一次", text, StringComparison.Ordinal);
    }
}

using Exemplar.Tests.Support;

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
    public async Task A_yearly_meeting_early_in_a_year_says_for_which_year_it_is_taken()
    {
        var text = Text(await Committee.Open(await Upload(Committee, """
            # 第一党支部
            时间|会议类型|主题
            2026-01-22|组织生活会|查摆问题
            2026-02-05|民主评议党员|2025年度民主评议
            """)));
        Assert.Contains("组织生活会在年初开，没写是哪一年度的，按 2026 年度记", text, StringComparison.Ordinal);
        Assert.DoesNotContain("民主评议党员在年初开", text, StringComparison.Ordinal);
    }
}

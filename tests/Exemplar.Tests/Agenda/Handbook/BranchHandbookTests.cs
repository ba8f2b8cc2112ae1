using System.Net;
using Exemplar.Meetings;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Handbook;

public sealed class BranchHandbookTests : GivenHandbook
{
    [Fact]
    public async Task Those_who_keep_the_records_print_it_and_nobody_from_outside_the_branch()
    {
        foreach (var keeper in new[] { Secretary, Recorder, Committee }) Assert.Equal(HttpStatusCode.OK, (await keeper.GetAsync(Url())).StatusCode);
        await Member.IsShut(Url(), HttpStatusCode.Forbidden);
        await Inspector.IsShut(Url(), HttpStatusCode.Forbidden);
        await Neighbour.IsShut(Url(), HttpStatusCode.NotFound);
        await (await As(Role.CommitteeOffice, House.OtherOffice)).IsShut(Url(), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_a_branch_that_is_there_and_a_year_that_has_begun_have_one()
    {
        await Committee.IsShut($"/units/{Guid.CreateVersion7()}/handbook/2026", HttpStatusCode.NotFound);
        foreach (var unit in new[] { House.Committee, House.General, House.Office }) await Committee.IsShut(Url(unit: unit), HttpStatusCode.NotFound);
        foreach (var year in new[] { 1999, 2027, 20260 }) await Secretary.IsShut(Url(year), HttpStatusCode.NotFound);
        await Secretary.IsShut($"/units/{House.FirstBranch.Id}/handbook/abc", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_year_page_leads_to_the_handbook_of_the_year_it_shows()
    {
        var year = $"/units/{House.FirstBranch.Id}/year";
        var link = (await Secretary.Open($"{year}?Year=2025")).QuerySelector("a[href*='/handbook/']")!;
        Assert.Equal((Url(2025), "打印支部工作手册（2025年）", "false"), (link.GetAttribute("href"), link.TextContent, link.GetAttribute("hx-boost")));
        Assert.Null((await Member.Open(year)).QuerySelector("a[href*='/handbook/']"));
        Assert.Null((await Committee.Open($"/units/{House.Committee.Id}/year")).QuerySelector("a[href*='/handbook/']"));
        Assert.Null((await Secretary.Open($"{year}?Year=2027")).QuerySelector("a[href*='/handbook/']"));
    }

    [Fact]
    public async Task The_file_carries_the_name_of_branch_and_year()
    {
        var answer = await Secretary.GetAsync(Url(2025));
        Assert.Equal("第一党支部 支部工作手册 2025年.docx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_year_without_a_record_says_so_part_by_part_and_has_no_blank_form()
    {
        var text = await Printed(2025);
        Says(text, "2025年度", "支部书记：没有登记", "记录至：2025年12月31日", "2025年没有登记支部委员会成员的任职。", "没有登记换届日期和启用日，不计算任期和组织设置。",
            "2025年12月31日名册里没有党员。", "2025年没有党员变动。", "没有登记启用日，不计算应开展的组织生活。", "没有会议和活动记录，不统计到会情况。", "2025年没有会议和活动记录。",
            "2025年没有党课记录。", "2025年没有主题党日记录。", "2025年没有学时记录。", "没有表决和选举记录。", "没有登记谈心谈话的年度确认。");
        NeverSays(text, "主持人", "应到", "授课人");
    }

    [Fact]
    public async Task Cover_posts_and_roster_stand_as_the_records_hold_them()
    {
        var text = await Printed();
        Says(text, "临江市人民政府办公室第一党支部", "支部工作手册", "2026年度", "党支部：第一党支部", "支部书记：书记甲", "上级组织：临江市人民政府办公室机关党委", "记录至：2026年3月10日",
            "二、党员名册（2026年3月10日）", "组织委员", "2026-01-01", "在任", "1980-05", "预备党员", "名册从2026年1月1日建立，这一天在册的不算变动。", "2026年没有党员变动。");
        Assert.Contains("党员\n4 人\n正式党员\n3 人\n预备党员\n1 人\n女党员\n0 人", text, StringComparison.Ordinal);
        Assert.Contains("1\n书记甲", text, StringComparison.Ordinal);   // posts first, then by name
        Assert.Contains("2\n委员乙", text, StringComparison.Ordinal);
    }

    /// <summary>A table of zeros would say that nobody had studied.</summary>
    [Fact]
    public async Task Hours_that_nobody_entered_are_blank_and_no_table_of_zeros()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var register = await Secretary.SubmitFile("/meetings/past", "Form.File", "台账.xlsx", WorkbookText.Bytes("# 第一党支部\n时间|会议类型|主题|参加人员\n2026-02-06|党课|讲党纪|3人"));
        await (await Secretary.Submit(register.Headers.Location!.OriginalString)).Leads(Secretary, "已导入");
        var text = await Printed();
        Assert.Contains("2026年没有登记学时。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("要求学时", text, StringComparison.Ordinal);
        Assert.Contains("2月6日\n讲党纪\n\n3\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_stands_with_who_came_what_was_decided_and_what_became_of_it()
    {
        var first = await Decided();
        var item = (await Kept(first)).Agenda.Single();
        await Secretary.Submit($"/meetings/{first}/decisions/1/task", ("Form.Unit", House.General.Id.ToString()), ("Form.DueOn", "2026-03-31"));
        await Held(on: new(2026, 3, 6), answers: ("Form.Done", item.Id.ToString()));

        var text = await Printed();
        Says(text, "（一）支部党员大会（2月6日）", "2026年2月6日 14:00—16:00", "三楼会议室", "应到 4 人，实到 3 人，出席的每人 2 学时", "请假 1 人：张三（出差）", "王科长", "学习讨论",
            "学习计划", "记录：大家逐一发言。", "决定：每月学一次", "综合科承办，时限2026年3月31日，待签收；2026年3月6日会上通报已落实", "（二）支部党员大会（3月6日）");
        Assert.Contains("支部党员大会\n2\n8\n7\n1\n0", text, StringComparison.Ordinal);   // attendance by kind
    }

    [Fact]
    public async Task Duties_stand_by_periods_with_days_states_and_the_words_of_their_rules()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await Held(MeetingKind.PartyDay, new(2026, 1, 9), null, ("Form.Reason", "当时漏记"));
        await Held(MeetingKind.Members, new(2026, 2, 6));
        var text = await Printed();
        Assert.Contains("支部党员大会\n2月6日\n未到期\n未到期\n未到期\n1/4", text, StringComparison.Ordinal);
        Assert.Contains("主题党日\n1月 9日\n2月 未完成\n3月 未到期\n4月 未到期", text, StringComparison.Ordinal);
        Assert.Contains("支部党员大会\n每季度不少于 1 次\n《中国共产党支部工作条例（试行）》第十一条、第十四条", text, StringComparison.Ordinal);
        NeverSays(text, "当时漏记");
        Says(text, "支委会不要求的原因：正式党员不足 7 人，不设支委会。");
        Assert.Contains("张三\n4\n32", text, StringComparison.Ordinal);   // twice two hours
    }

    [Fact]
    public async Task Opening_it_changes_nothing_and_equal_records_give_equal_bytes()
    {
        await Decided();
        var before = await App.Snapshot();
        Assert.Equal(await Secretary.GetByteArrayAsync(Url()), await Secretary.GetByteArrayAsync(Url()));
        Assert.Equal(before, await App.Snapshot());
    }
}

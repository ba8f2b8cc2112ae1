using System.Net;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Planning;

public sealed class NoticeMeetingTests : MeetingHouse
{
    [Fact]
    public async Task The_notice_says_when_where_what_who_and_how_to_ask_for_leave()
    {
        var id = await Planned(on: new(2026, 3, 13), agenda: ["通报上次议定事项", "讨论学习计划"]);
        var page = await Secretary.Open($"/meetings/{id}/notice");
        Assert.Equal("""
            【会议通知】第一党支部定于3月13日（周五）14:00至16:00召开支部党员大会。
            地点：三楼会议室
            主题：学习讨论
            议程：
            1. 通报上次议定事项
            2. 讨论学习计划
            参加人员：全体党员（4 人）
            不能参加的，请提前向书记请假并说明原因；会后可以向记录人了解会议内容。
            """, page.QuerySelector("#notice")!.TextContent.Trim());
        Assert.Equal("notice", page.QuerySelector("button[data-copy]")!.GetAttribute("data-copy"));
    }

    [Fact]
    public async Task A_meeting_without_text_says_none()
    {
        var group = House.Found(UnitKind.PartyLeadershipGroup, "党组", House.Office);
        await House.Save();
        var id = await Planned(MeetingKind.Leadership, new(2026, 3, 13), group, "人事事项");
        var text = (await Committee.Open($"/meetings/{id}/notice")).QuerySelector("#notice")!.TextContent;
        Assert.DoesNotContain("人事", text, StringComparison.Ordinal);
        Assert.DoesNotContain("主题", text, StringComparison.Ordinal);
        Assert.Contains("参加人员：班子成员", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_it_went_out_is_kept_logged_and_receipted_and_refused_once_held()
    {
        var id = await Planned(on: new(2026, 3, 13));
        await (await Secretary.Submit($"/meetings/{id}/notice")).Leads(Secretary, "已记下：支部党员大会（3月13日）的通知已发出");
        Assert.Equal([MeetingStepKind.Planned, MeetingStepKind.Noticed], StepsOf(await Kept(id)));
        Assert.Equal("meetings.notice", (await LogOf(id))[^1]);

        id = await Held();
        await (await Secretary.Submit($"/meetings/{id}/notice")).Refuses("", "会议已召开，不用再发通知");
        Assert.DoesNotContain(MeetingStepKind.Noticed, StepsOf(await Kept(id)));
    }

    [Fact]
    public async Task It_is_shut_to_others()
    {
        var url = $"/meetings/{await Planned()}/notice";
        await Member.IsShut(url, HttpStatusCode.Forbidden);
        await Neighbour.IsShut(url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/meetings/{Guid.CreateVersion7()}/notice", HttpStatusCode.NotFound);
        await App.As(await House.Account("双重", (Role.BranchSecretary, House.SecondBranch), (Role.Member, House.FirstBranch))).IsShut(url, HttpStatusCode.Forbidden);
    }
}

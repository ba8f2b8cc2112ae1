using System.Net;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Calendar;

/// <summary>The clock stands at 10 March 2026.</summary>
public sealed class CalendarMonthTests : HouseTests
{
    [Fact]
    public async Task Meetings_last_days_and_days_of_the_year_stand_together()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await Planned("lecture", House.FirstBranch, new(2026, 3, 12), new(9, 0));

        var page = await Committee.Open("/calendar");
        Assert.Equal(["09:00 党课 第一党支部"], On(page, "2026-03-12"));
        Assert.Equal(["学雷锋纪念日"], On(page, "2026-03-05"));
        Assert.Contains("支部党员大会 截止 第一党支部", On(page, "2026-03-31"));
        Assert.Contains("off", page.QuerySelector("time[datetime='2026-03-14']")!.ParentElement!.ClassList);
        Assert.Equal("会议 1", page.QuerySelectorAll("td.load")[2].QuerySelector("small")!.ChildNodes[0].TextContent);
    }

    [Fact]
    public async Task A_Party_group_stands_with_its_branch()
    {
        var group = House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch);
        await House.Save();
        await App.Keep(new(2026, 1, 1), group);
        await Planned("group", group, new(2026, 3, 12), new(9, 0));

        var page = await Committee.Open("/calendar");
        Assert.Equal(["09:00 党小组会 第一党支部·第一党小组"], On(page, "2026-03-12"));
        Assert.Equal(["党小组会 截止 第一党支部·第一党小组"], On(page, "2026-03-31"));
    }

    [Fact]
    public async Task Meetings_that_share_people_at_one_time_are_named()
    {
        var both = await House.Somebody("林向阳", House.FirstBranch);
        await App.Given(new Post { UnitId = House.Committee.Id, PersonId = both.Id, Kind = PostKind.CommitteeMember, From = new(2026, 1, 1) });
        await Planned("lecture", House.FirstBranch, new(2026, 3, 12), new(9, 0));
        await Planned("lecture", House.Committee, new(2026, 3, 12), new(9, 30));
        await Planned("lecture", House.SecondBranch, new(2026, 3, 12), new(9, 30));

        var clash = Assert.Single((await Committee.Open("/calendar")).QuerySelectorAll(".notice.bad:not([hidden]) li"));
        Assert.EndsWith("有 1 人两边都要参加", clash.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_branchs_meetings_are_not_seen()
    {
        await Planned("lecture", House.SecondBranch, new(2026, 3, 12), new(9, 0));
        Assert.Empty(On(await (await As(Role.Member, House.FirstBranch)).Open("/calendar"), "2026-03-12"));
    }

    [Fact]
    public async Task Hour_and_place_are_for_whoever_may_read_the_meeting_or_sits_in_the_body()
    {
        await Planned("committee", House.FirstBranch, new(2026, 3, 12), new(9, 0));
        var sits = await House.Somebody("林向阳", House.FirstBranch);
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = sits.Id, Kind = PostKind.OrganizationMember, From = new(2026, 1, 1) });
        var seated = App.As(await House.AccountOf(sits, "林向阳", (Role.Member, House.FirstBranch)));
        var member = await As(Role.Member, House.FirstBranch);

        Assert.Equal(["09:00 支委会 第一党支部"], On(await seated.Open("/calendar"), "2026-03-12"));
        Assert.Equal(["09:00 支委会 第一党支部"], On(await (await As(Role.BranchSecretary, House.FirstBranch)).Open("/calendar"), "2026-03-12"));
        Assert.Equal(["支委会 第一党支部"], On(await member.Open("/calendar"), "2026-03-12"));
        Assert.Equal(["支委会 第一党支部"], On(await (await As(Role.SuperiorInspector, House.Office)).Open("/calendar"), "2026-03-12"));
        Assert.DoesNotContain("三楼会议室", await member.GetStringAsync("/calendar"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_makes_no_sense_shows_this_one_and_a_stranger_is_shut_out()
    {
        Assert.Contains("2026 年 3 月", (await Committee.Open("/calendar?Month=rubbish")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await App.Browser().GetAsync("/calendar")).StatusCode);
    }

    private Task Planned(string kind, Unit unit, DateOnly on, TimeOnly at) => App.Given(Meeting.Plan(Guid.CreateVersion7(), MeetingKinds.Read().Find(kind)!, unit,
        new(on, at, null, "三楼会议室", "", null, null, []), new Act(null, null, TestApp.Start), new(2026, 3, 10)).Value!);

    private static IEnumerable<string> On(AngleSharp.Dom.IDocument page, string day) =>
        page.QuerySelector($"time[datetime='{day}']")!.ParentElement!.QuerySelectorAll("li").Select(li => string.Join(' ', li.ChildNodes.Select(n => n.TextContent.Trim()).Where(t => t.Length > 0)));
}

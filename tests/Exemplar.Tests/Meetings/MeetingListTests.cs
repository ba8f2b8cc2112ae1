using System.Net;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings;

public sealed class MeetingListTests : MeetingHouse
{
    private static async Task<List<string>> Cells(HttpClient browser, string address, string label) =>
        [.. (await browser.Open(address)).QuerySelectorAll($"tbody td[data-label='{label}']").Select(c => c.TextContent.Trim())];

    [Fact]
    public async Task New_ones_come_first_and_within_a_day_units_stand_in_organization_order()
    {
        await Planned(on: new(2026, 2, 6));
        await Planned(on: new(2026, 3, 6), unit: House.SecondBranch);
        await Planned(on: new(2026, 3, 6));
        Assert.Equal(["第一党支部", "第二党支部", "第一党支部"], await Cells(Committee, "/meetings", "单位"));
        Assert.Equal(["第一党支部", "第一党支部"], await Cells(Secretary, "/meetings", "单位"));
    }

    [Fact]
    public async Task Party_groups_of_several_branches_stand_with_their_branch_wherever_one_is_chosen_or_listed()
    {
        var groups = new[] { House.FirstBranch, House.SecondBranch }.Select(b => House.Found(UnitKind.PartyGroup, "第一党小组", b)).ToList();
        await House.Save();
        foreach (var group in groups) await Planned(MeetingKind.Group, new(2026, 2, 6), group);

        Assert.Equal(["第一党支部·第一党小组", "第二党支部·第一党小组"], await Cells(Committee, "/meetings", "单位"));
        foreach (var (address, select) in new[] { ("/meetings", "#Unit"), ("/meetings/past", "#Form_Unit"), ("/people", "#unit") })
        {
            var offered = (await Committee.Open(address)).QuerySelector(select)!.QuerySelectorAll("option").Select(o => o.TextContent.Trim()).Where(o => o.EndsWith("党小组", StringComparison.Ordinal));
            Assert.Equal(["第一党支部·第一党小组", "第二党支部·第一党小组"], offered);
        }
    }

    [Fact]
    public async Task It_is_narrowed_by_unit_kind_and_year()
    {
        await Planned(MeetingKind.PartyDay, new(2025, 11, 7));
        await Planned(MeetingKind.Committee, new(2026, 3, 3));
        Assert.Equal(["支委会：学习讨论"], await Cells(Committee, "/meetings?Year=2026", "会议"));
        Assert.Equal(["主题党日：学习讨论"], await Cells(Committee, "/meetings?Kind=party-day", "会议"));
        Assert.Empty(await Cells(Committee, $"/meetings?Unit={House.SecondBranch.Id}", "会议"));
        Assert.Contains("这里没有会议", await Committee.GetStringAsync($"/meetings?Unit={House.SecondBranch.Id}&Year=99999"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_superior_sees_dates_and_counts_without_text_and_plans_nothing()
    {
        await Held();
        Assert.Equal(["支部党员大会"], await Cells(Inspector, "/meetings", "会议"));
        Assert.Equal(["4、4"], await Cells(Inspector, "/meetings", "应到、实到"));
        Assert.Null((await Inspector.Open("/meetings")).QuerySelector("a[href='/meetings/new']"));
        Assert.NotNull((await Secretary.Open("/meetings")).QuerySelector("a[href='/meetings/new']"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        for (var n = 0; n < 60; n++) await Planned(on: new(2026, 3, 1 + n % 3), unit: n % 2 == 0 ? House.FirstBranch : House.SecondBranch);
        List<string> seen = [];
        for (var address = "/meetings"; address is not null;)
        {
            var page = await Committee.Open(address);
            seen.AddRange(page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!));
            address = page.QuerySelector(".more a")?.GetAttribute("href");
        }
        Assert.Equal((60, 60), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task Whoever_has_nothing_to_do_with_meetings_is_refused() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.DepartmentHead, House.General)).GetAsync("/meetings")).StatusCode);
}

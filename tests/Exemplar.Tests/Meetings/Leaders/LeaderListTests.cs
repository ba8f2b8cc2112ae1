using System.Net;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Leaders;

public sealed class LeaderListTests : MeetingHouse
{
    private Unit group = null!;
    private Person first = null!;
    private HttpClient leader = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        group = House.Found(UnitKind.PartyLeadershipGroup, "党组", House.Office);
        await House.Save();
        first = await House.Somebody("丁组长", House.FirstBranch);
        var second = await House.Somebody("丙成员", House.SecondBranch);
        await App.Given(Post(group, first, PostKind.LeadershipSecretary), Post(group, second, PostKind.LeadershipMember));
        leader = App.As(await House.AccountOf(first, "丁组长", (Role.Member, House.FirstBranch)));
    }

    private static async Task<List<string>> Rows(HttpClient browser, string address = "/leaders") =>
        [.. (await browser.Open(address)).QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim())))];

    [Fact]
    public async Task Each_leaders_part_in_both_lives_of_the_year_stands_in_organization_order()
    {
        await Held(on: new(2026, 3, 6));
        await Held(MeetingKind.PartyDay, new(2026, 3, 5), null, ("Form.Away", first.Id.ToString()));
        await Held(MeetingKind.Committee, new(2026, 3, 4));   // not a leader's part as an ordinary member
        var life = await Planned(MeetingKind.DemocraticLife, unit: group);
        await (await Committee.Submit($"/meetings/{life}/record", ("Form.Recorder", RecorderPerson.Id.ToString()), ("Form.Chair", first.Id.ToString()))).Leads(Committee, "已记录");

        Assert.Equal(["丁组长|党组书记|第一党支部|应参加 2 次，参加 1 次|出席", "丙成员|党组成员|第二党支部|还没有记录|出席"], await Rows(Committee));
    }

    [Fact]
    public async Task It_is_seen_by_the_leader_their_branch_secretary_and_the_committees_office_only()
    {
        Assert.Equal(["丁组长"], (await Rows(leader)).Select(r => r.Split('|')[0]));
        Assert.Equal(["丁组长"], (await Rows(Secretary)).Select(r => r.Split('|')[0]));
        Assert.Equal(["丙成员"], (await Rows(Neighbour)).Select(r => r.Split('|')[0]));
        Assert.Equal(["丁组长", "丙成员"], (await Rows(Committee)).Select(r => r.Split('|')[0]));

        Assert.Equal(HttpStatusCode.NotFound, (await Member.GetAsync("/leaders")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Recorder.GetAsync("/leaders")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Inspector.GetAsync("/leaders")).StatusCode);
        Assert.Empty(await Rows(await As(Role.CommitteeOffice, House.OtherOffice)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(Role.LeadingGroupMember, House.Office)).GetAsync("/leaders")).StatusCode);
    }

    [Fact]
    public async Task A_leaders_year_ends_with_the_post_and_begins_with_it()
    {
        var former = await House.Somebody("前成员", House.FirstBranch);
        await App.Given(new Post { UnitId = group.Id, PersonId = former.Id, Kind = PostKind.LeadershipMember, From = new(2024, 1, 1), To = new(2025, 6, 30) });
        Assert.DoesNotContain(await Rows(Committee), r => r.StartsWith("前成员", StringComparison.Ordinal));
        Assert.Equal(["前成员"], (await Rows(Committee, "/leaders?Year=2025")).Select(r => r.Split('|')[0]));
    }
}

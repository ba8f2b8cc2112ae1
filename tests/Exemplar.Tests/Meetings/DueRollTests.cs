using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings;

public sealed class DueRollTests : MeetingHouse
{
    private async Task<List<RollPlace>> RollOf(string kind, Unit unit, DateOnly? on = null) => await App.Read(db => db.RollOn(Kinds.Find(kind)!, unit, on ?? Today, default));

    private static IEnumerable<string> NamesOf(IEnumerable<RollPlace> roll) => roll.Select(r => r.Name);

    [Fact]
    public async Task Members_are_those_who_belonged_to_the_branch_on_that_day_posts_first()
    {
        await Belongs("来得晚", MemberStatus.Full, House.FirstBranch, from: new(2026, 3, 11));
        await Belongs("走了的", MemberStatus.Full, House.FirstBranch, to: new(2026, 3, 9));
        await House.Somebody("同事", House.General);

        Assert.Equal(["书记甲", "委员乙", "李四", "张三"], NamesOf(await RollOf(MeetingKind.Members, House.FirstBranch)));
        Assert.Contains("走了的", NamesOf(await RollOf(MeetingKind.Members, House.FirstBranch, new(2026, 3, 9))));
        Assert.Contains("来得晚", NamesOf(await RollOf(MeetingKind.Members, House.FirstBranch, new(2026, 3, 11))));
    }

    [Fact]
    public async Task Only_full_members_vote_and_whoever_was_confirmed_later_did_not_yet()
    {
        await Belongs("察看", MemberStatus.OnProbationInParty, House.FirstBranch);
        var confirmed = new Person { Name = "后转正", Status = MemberStatus.Full, JoinedOn = new DateOnly(2025, 3, 20), ConfirmedOn = new DateOnly(2026, 3, 20) };
        confirmed.Memberships.Add(new() { PersonId = confirmed.Id, UnitId = House.FirstBranch.Id, From = new(2026, 1, 1) });
        await App.Given(confirmed);

        Assert.Equal(["书记甲", "委员乙", "张三"], NamesOf((await RollOf(MeetingKind.Members, House.FirstBranch)).Where(r => r.Votes)));
        Assert.Equal(MemberStatus.Probationary, (await RollOf(MeetingKind.Members, House.FirstBranch)).Single(r => r.Name == "后转正").Status);
        Assert.Contains("后转正", NamesOf((await RollOf(MeetingKind.Members, House.FirstBranch, new(2026, 3, 20))).Where(r => r.Votes)));
    }

    [Fact]
    public async Task A_committee_is_its_posts_and_the_secretaries_report_before_that_of_the_office()
    {
        var head = await House.Somebody("专职副书记", House.SecondBranch);
        await App.Given(Post(House.Committee, head, PostKind.FullTimeDeputySecretary), Post(House.SecondBranch, head, PostKind.Secretary));

        Assert.Equal(["书记甲", "委员乙"], NamesOf(await RollOf(MeetingKind.Committee, House.FirstBranch)));
        Assert.Equal(["专职副书记", "书记甲"], NamesOf(await RollOf(MeetingKind.Reporting, House.Committee)));
    }

    [Fact]
    public async Task A_lecture_of_the_committee_is_for_the_members_of_all_its_branches_and_a_group_chooses_from_its_branch()
    {
        var group = House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch);
        await House.Save();
        await House.Somebody("二支部的", House.SecondBranch);

        Assert.Equal(5, (await RollOf(MeetingKind.Lecture, House.Committee)).Count);
        Assert.Equal(4, (await RollOf(MeetingKind.Group, group)).Count);
        Assert.Equal(4, (await RollOf(MeetingKind.OrgLife, group)).Count);
    }
}

using Exemplar.Kernel;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Tests.Rules.Catalogue;

/// <summary>A passing and a failing record for every rule that is counted, taken from the articles, not from the catalogue.</summary>
public sealed class EveryRuleTests
{
    private static readonly RuleCatalogue Catalogue = RuleCatalogue.Read();
    private static readonly Guid Unit = Guid.CreateVersion7(), Person = Guid.CreateVersion7();
    private static readonly DateOnly Kept = new(2025, 1, 1), Day = new(2026, 2, 3);

    /// <summary>Rule, unit kind, what is done, how often it is enough, how often it is not.</summary>
    public static TheoryData<string, string, string, int, int> Sessions => new()
    {
        { "MTG-01", "Branch", "held.members", 1, 0 },
        { "MTG-02", "Branch", "held.committee", 1, 0 },
        { "MTG-03", "PartyGroup", "held.group", 1, 0 },
        { "MTG-04", "Branch", "held.lecture", 1, 0 },
        { "MTG-05", "Branch", "held.party-day", 1, 0 },
        { "MTG-06", "Branch", "held.org-life", 1, 0 },
        { "MTG-07", "Branch", "held.appraisal", 1, 0 },
        { "MTG-08", "Branch", "held.talks", 1, 0 },
        { "MTG-09", "PartyLeadershipGroup", "held.democratic-life", 1, 0 },
        { "MTG-10", "PartyLeadershipGroup", "held.study-group", 1, 0 },
        { "MTG-12", "PartyLeadershipGroup", "discussed.strictness", 1, 0 },
        { "MTG-12-monthly", "PartyLeadershipGroup", "held.leadership", 1, 0 },
        { "MTG-13", "Committee", "held.reporting", 1, 0 },
        { "MTG-14", "PartyLeadershipGroup", "first-topic", 1, 0 },
        { "ELE-07", "Branch", "void.ELE-07", 0, 1 },
        { "ELE-10", "Branch", "void.ELE-10", 0, 1 },
        { "ORD-01", "Branch", "void.ORD-01", 0, 1 },
        { "ORD-03", "Branch", "void.ORD-03", 0, 1 },
    };

    [Theory, MemberData(nameof(Sessions))]
    public void A_unit_meets_a_duty_by_what_it_held(string rule, string kind, string fact, int enough, int tooFew)
    {
        Assert.True(OfUnit(rule, kind, fact, enough).Met);
        Assert.False(OfUnit(rule, kind, fact, tooFew).Met);
    }

    private static Standing OfUnit(string rule, string kind, string fact, int times) =>
        Single(rule, UnitOf(kind, full: 9), times == 0 ? [] : [new Tally(Unit, fact, 202602, times, times)]);

    /// <summary>Rule, unit kind, members that are right and that are not (all full; probationary ones are added by the other test).</summary>
    [Theory]
    [InlineData("ORG-01", "Branch", 3, 2)]
    [InlineData("ORG-02", "Branch", 50, 51)]
    [InlineData("ORG-08", "GeneralBranch", 50, 49)]
    [InlineData("ORG-08", "GeneralBranch", 99, 100)]
    [InlineData("ORG-09", "Committee", 100, 99)]
    public void The_number_of_members_decides(string rule, string kind, int right, int wrong)
    {
        Assert.True(Single(rule, UnitOf(kind, right), []).Met);
        Assert.False(Single(rule, UnitOf(kind, wrong), []).Met);
    }

    [Fact]
    public void Thresholds_of_three_count_full_members_and_of_fifty_all_members()
    {
        Assert.False(Single("ORG-01", UnitOf("Branch", full: 2, probationary: 5), []).Met);
        Assert.False(Single("ORG-02", UnitOf("Branch", full: 48, probationary: 3), []).Met);
    }

    [Theory]
    [InlineData("ORG-06", new[] { "Secretary", "OrganizationMember", "DisciplineMember" }, new[] { "Secretary", "OrganizationMember" })]
    [InlineData("ORG-06-posts", new[] { "Secretary", "OrganizationMember", "PublicityMember", "DisciplineMember" }, new[] { "Secretary", "OrganizationMember", "PublicityMember", "DeputySecretary" })]
    [InlineData("ORG-07", new[] { "Secretary" }, new[] { "DeputySecretary" })]
    [InlineData("ORG-10", new[] { "DisciplineMember" }, new[] { "Secretary" }, "Committee")]
    [InlineData("ORG-13", new[] { "PartyGroupLeader" }, new string[0], "PartyGroup")]
    public void The_posts_that_are_held_decide(string rule, string[] right, string[] wrong, string kind = "Branch")
    {
        Assert.True(Single(rule, UnitOf(kind, 9, 0, right), []).Met);
        Assert.False(Single(rule, UnitOf(kind, 9, 0, wrong), []).Met);
    }

    [Theory]
    [InlineData("ORG-03", 5, 6)]
    public void The_number_of_units_covered_decides_for_a_joint_branch_only(string rule, int right, int wrong)
    {
        Assert.True(Single(rule, UnitOf("Branch", 9) with { Formation = "Joint", CoveredUnits = right }, []).Met);
        Assert.False(Single(rule, UnitOf("Branch", 9) with { Formation = "Joint", CoveredUnits = wrong }, []).Met);
        Assert.Empty(All(rule, UnitOf("Branch", 9) with { Formation = "Own" }, [], []));
    }

    [Theory]
    [InlineData("ORG-04", "2026-06-30")]
    public void A_temporary_branch_is_dissolved_when_its_task_ends(string rule, string ends)
    {
        var formed = UnitOf("Branch", 9) with { Formation = "Temporary", TaskEndsOn = DateOnly.Parse(ends) };
        var running = Single(rule, formed, [], []);
        Assert.Equal((DateOnly.Parse(ends), false), (running.DueOn, running.Met));
        Assert.Equal([StandingState.Due, StandingState.AtRisk, StandingState.Missed], new[] { -31, -30, 1 }.Select(n => running.State(running.DueOn.AddDays(n))));
        Assert.True(Single(rule, formed with { DissolvedOn = DateOnly.Parse(ends) }, [], []).Met);
        Assert.Empty(All(rule, formed with { Formation = "Own" }, [], []));
    }

    [Theory]
    [InlineData("EDU-01", "", "attended.party-day", 320, 319)]
    [InlineData("EDU-02", "Branch/CommitteeMember", "attended.lecture", 560, 559)]
    public void Hours_come_from_what_was_attended(string rule, string post, string fact, int tenthsEnough, int tenthsTooFew)
    {
        Assert.True(Single(rule, Member(post), [new(Person, fact, 202602, 8, tenthsEnough)]).Met);
        Assert.False(Single(rule, Member(post), [new(Person, fact, 202602, 8, tenthsTooFew)]).Met);
    }

    [Theory]
    [InlineData("MTG-04-secretary", "PartyLeadershipGroup/LeadershipSecretary", "lectured")]
    [InlineData("MTG-11", "PartyLeadershipGroup/LeadershipMember", "attended.org-life")]
    [InlineData("EDU-02-training", "Branch/PublicityMember", "trained")]
    [InlineData("EDU-03", "Branch/Secretary", "trained")]
    public void Whoever_holds_a_post_owes_it_once_a_year(string rule, string post, string fact)
    {
        Assert.True(Single(rule, Member(post), [new(Person, fact, 202602, 1, 1)]).Met);
        Assert.False(Single(rule, Member(post), []).Met);
    }

    [Theory]
    [InlineData("EDU-03-new", "2026-07-30", "2026-08-20")]   // in post since 5 February 2026
    [InlineData("EDU-04", "2026-08-30", "2026-10-02")]       // joined 1 September 2024, confirmed 1 September 2025
    public void A_span_begins_with_the_person(string rule, string inTime, string late)
    {
        var person = Member("Branch/Secretary", new(2026, 2, 5)) with { JoinedOn = new(2024, 9, 1), ConfirmedOn = new(2025, 9, 1) };
        Assert.True(Single(rule, person, [], Trained(inTime)).Met);
        Assert.False(Single(rule, person, [], Trained(late)).Met);
    }

    [Theory]
    [InlineData("ELE-01", "Committee", "2026-05-01", "2031-04-30")]
    [InlineData("ELE-02", "Branch", "2026-05-01", "2029-04-30")]
    [InlineData("ELE-02", "Branch", "2024-02-29", "2027-02-27")]   // the third year has no 29th
    public void A_term_ends_after_its_years_and_is_met_by_the_next_election(string rule, string kind, string elected, string due)
    {
        var running = Single(rule, UnitOf(kind, 9), [], Elected(elected));
        Assert.Equal((DateOnly.Parse(due), false), (running.DueOn, running.Met));
        Assert.Equal(StandingState.Due, running.State(running.DueOn.AddDays(-184)));
        Assert.Equal(StandingState.AtRisk, running.State(running.DueOn.AddDays(-183)));

        var both = All(rule, UnitOf(kind, 9), [], [.. Elected(elected), .. Elected(due)]);
        Assert.Equal([true, false], both.OrderBy(s => s.From).Select(s => s.Met));
    }

    [Fact]
    public void No_counted_rule_lacks_its_two_records()
    {
        string[] shown = [.. Sessions.Select(row => (string)row[0]), .. typeof(EveryRuleTests).GetMethods().SelectMany(m => m.GetCustomAttributes(typeof(InlineDataAttribute), false)).Cast<InlineDataAttribute>().Select(d => (string)d.GetData(null!).Single()[0])];
        Assert.Empty(Catalogue.All.Where(r => r.Require is not null && !shown.Contains(r.Id)).Select(r => r.Id));
    }

    private static IReadOnlyList<DatedFact> Trained(string on) => [new(Person, "trained", DateOnly.Parse(on), 1)];

    private static IReadOnlyList<DatedFact> Elected(string on) => [new(Unit, "elected", DateOnly.Parse(on), 1)];

    private static Standing Single(string rule, Subject subject, IReadOnlyList<Tally> tallies, IReadOnlyList<DatedFact>? dated = null) =>
        All(rule, subject, tallies, dated ?? []).First(s => dated is not null || (s.From <= Day && Day <= s.To));

    private static List<Standing> All(string rule, Subject subject, IReadOnlyList<Tally> tallies, IReadOnlyList<DatedFact> dated) =>
        [.. new Evaluation([Catalogue.Find(rule, Day)!], new(tallies, dated, [])).Of(subject, [2026])];

    private static Subject UnitOf(string kind, int full, int probationary = 0, params string[] posts) => new(Unit,
        [.. Enumerable.Range(0, full + probationary).Select(n => new Stay(Guid.CreateVersion7(), Unit, "/1/", Kept, Kept, null, n < full ? "Full" : "Probationary", false))],
        [.. posts.Select(p => new Held(Guid.CreateVersion7(), Unit, "/1/", Kept, $"{kind}/{p}", Kept, null))])
    { Kind = kind, Path = "/1/", DutiesFrom = Kept };

    private static Subject Member(string post, DateOnly? since = null) => new(Person,
        [new(Person, Unit, "/1/", Kept, Kept, null, "Full", false)],
        post.Length == 0 ? [] : [new(Person, Unit, "/1/", Kept, post, since ?? Kept, null)]);
}

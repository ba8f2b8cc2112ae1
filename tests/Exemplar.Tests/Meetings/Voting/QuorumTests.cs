using Exemplar.Meetings.Voting;
using Exemplar.Rules.Catalogue;

namespace Exemplar.Tests.Meetings.Voting;

/// <summary>How many must be there, from the facts of the domain; rolls of 0, 1, 2, 3 and 7 are where halves go wrong.</summary>
public sealed class QuorumTests
{
    [Theory]
    [InlineData(0, 1), InlineData(1, 1), InlineData(2, 1), InlineData(3, 2), InlineData(7, 4), InlineData(20, 10), InlineData(21, 11)]
    public void An_ordinary_vote_needs_half_of_those_due(int due, int needed) => Assert.Equal(needed, Quorums.Branch.Needed(due));

    [Theory]
    [InlineData(0, 1), InlineData(1, 1), InlineData(2, 2), InlineData(3, 2), InlineData(7, 4), InlineData(20, 11), InlineData(21, 11)]
    public void Admission_needs_more_than_half_of_those_due(int due, int needed) => Assert.Equal(needed, Quorums.Admission.Needed(due));

    [Theory]
    [InlineData(0, 1), InlineData(1, 1), InlineData(2, 1), InlineData(3, 2), InlineData(5, 3), InlineData(7, 4)]
    public void A_branch_committee_needs_half_of_itself(int due, int needed) => Assert.Equal(needed, Quorums.Committee.Needed(due));

    [Theory]
    [InlineData(1, 1), InlineData(2, 1), InlineData(7, 4), InlineData(9, 5)]
    public void A_leadership_group_needs_half_of_itself(int due, int needed) => Assert.Equal(needed, Quorums.Leadership.Needed(due));

    [Theory]
    [InlineData(0, 1), InlineData(1, 1), InlineData(2, 2), InlineData(3, 2), InlineData(7, 5), InlineData(9, 6)]
    public void Personnel_discipline_and_the_democratic_life_meeting_need_two_thirds(int due, int needed)
    {
        Assert.Equal(needed, Quorums.LeadershipPersonnel.Needed(due));
        Assert.Equal(needed, Quorums.DemocraticLife.Needed(due));
    }

    [Theory]
    [InlineData(0, 1), InlineData(1, 1), InlineData(2, 2), InlineData(3, 3), InlineData(7, 6), InlineData(9, 8), InlineData(20, 16), InlineData(21, 17)]
    public void An_election_needs_four_fifths(int due, int needed) => Assert.Equal(needed, Quorums.Election.Needed(due));

    [Fact]
    public void The_sentence_shows_the_sum()
    {
        Assert.Equal("实到 17 人，应到 20 人的五分之四为 16 人，达到", Quorums.Election.Check(20, 17).Sentence);
        Assert.Equal("实到 16 人，应到 21 人的五分之四为 17 人（小数进位），未达到", Quorums.Election.Check(21, 16).Sentence);
        Assert.Equal("实到 10 人，须超过应到 20 人的半数，即至少 11 人，未达到", Quorums.Admission.Check(20, 10).Sentence);
        Assert.Equal("没有应到的人，不能表决", Quorums.Branch.Check(0, 0).Sentence);
    }

    [Fact]
    public void Every_ground_names_a_rule_of_the_catalogue_with_source_and_certainty()
    {
        var catalogue = RuleCatalogue.Read();

        Assert.Equal("《中国共产党支部工作条例（试行）》第十一条（解释待核）", catalogue.SourceOf(Quorums.Branch.Check(20, 10)));
        Assert.Equal("《中国共产党基层组织选举工作条例》（条款待核）", catalogue.SourceOf(Quorums.Election.Check(20, 17)));
        Assert.All(Enum.GetValues<VoteKind>(), kind => Assert.All(VoteOutcome.Of(new() { Kind = kind, Due = 3, Present = 3, Cast = new(3) }).Grounds, g => Assert.NotNull(catalogue.Latest(g.Rule))));
        Assert.All(Enum.GetValues<ElectionKind>(), kind => Assert.All(ElectionOutcome.Of(GivenElection(kind)).Grounds, g => Assert.NotNull(catalogue.Latest(g.Rule))));

        static ElectionCount GivenElection(ElectionKind kind)
        {
            var candidate = new CandidateVotes(Guid.CreateVersion7(), 1);
            return new() { Kind = kind, Due = 3, Present = 3, FullMembers = 8, Seats = 2, Issued = 3, Collected = 3, Candidates = [candidate], Tellers = [candidate.Id] };
        }
    }
}

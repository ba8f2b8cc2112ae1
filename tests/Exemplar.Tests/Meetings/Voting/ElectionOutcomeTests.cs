using Exemplar.Meetings.Voting;
using static Exemplar.Meetings.Voting.CandidateResult;

namespace Exemplar.Tests.Meetings.Voting;

/// <summary>The arithmetic of an election, from the facts of the domain.</summary>
public sealed class ElectionOutcomeTests
{
    /// <summary>A committee of so many seats, elected by 17 of 20.</summary>
    private static ElectionCount Count(int seats, params int[] votes) => new()
    {
        Kind = ElectionKind.Committee,
        Due = 20,
        Present = 17,
        FullMembers = 20,
        Seats = seats,
        Issued = 17,
        Collected = 17,
        Candidates = [.. votes.Select(v => new CandidateVotes(Guid.CreateVersion7(), v))],
    };

    private static CandidateResult[] Results(ElectionCount count)
    {
        var outcome = ElectionOutcome.Of(count);
        return [.. count.Candidates.Select(c => outcome.Candidates[c.Id])];
    }

    [Theory]
    [InlineData(20, 15, false), InlineData(20, 16, true), InlineData(21, 16, false), InlineData(21, 17, true), InlineData(9, 7, false), InlineData(9, 8, true)]
    [InlineData(0, 0, false), InlineData(1, 1, true), InlineData(2, 1, false), InlineData(3, 2, false), InlineData(7, 5, false), InlineData(7, 6, true)]
    public void It_is_held_only_with_four_fifths_of_those_due(int due, int present, bool isHeld)
    {
        var outcome = ElectionOutcome.Of(Count(3, 0, 0, 0, 0) with { Due = due, Present = present, Issued = present, Collected = present });

        Assert.Equal(isHeld, outcome.Result is not ElectionResult.NotHeld);
    }

    [Theory]
    [InlineData(17, 9), InlineData(16, 9), InlineData(1, 1), InlineData(2, 2), InlineData(3, 2), InlineData(7, 4)]
    public void Elected_is_who_has_more_than_half_of_those_who_came(int present, int needed)
    {
        var count = Count(1, needed, needed - 1) with { Due = present, Present = present, Issued = present, Collected = present };

        Assert.Equal([Elected, TooFewVotes], Results(count));
    }

    [Theory]
    [InlineData(1, 2), InlineData(3, 4), InlineData(4, 5), InlineData(5, 6), InlineData(6, 8), InlineData(7, 9)]
    public void A_committee_needs_a_fifth_more_candidates_than_seats(int seats, int candidates)
    {
        Assert.Equal(candidates, ElectionRules.CandidatesNeeded(seats));
        Assert.True(Margin(candidates).IsMet);
        Assert.False(Margin(candidates - 1).IsMet);

        Ground Margin(int stand) => Assert.Single(ElectionOutcome.Of(Count(seats, new int[stand])).Grounds, g => g.Sentence.Contains("差额", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_written_onto_the_ballot_are_no_candidates_for_the_margin_and_can_win()
    {
        var count = Count(1, 9, 0);
        count = count with { Candidates = [count.Candidates[0] with { IsWrittenIn = true }, count.Candidates[1]] };
        var outcome = ElectionOutcome.Of(count);

        Assert.Equal(Elected, outcome.Candidates[count.Candidates[0].Id]);
        Assert.Contains(outcome.Grounds, g => !g.IsMet && g.Sentence == "应选 1 名，候选人 1 名，差额须不少于应选人数的 20%，至少 2 名，未达到");
    }

    [Theory]
    [InlineData(17, 17, ElectionResult.Complete), InlineData(17, 16, ElectionResult.Complete), InlineData(16, 17, ElectionResult.Invalid)]
    public void More_ballots_collected_than_issued_make_it_invalid(int issued, int collected, ElectionResult expected)
    {
        var outcome = ElectionOutcome.Of(Count(3, 16, 15, 14, 1) with { Issued = issued, Collected = collected });

        Assert.Equal(expected, outcome.Result);
        Assert.Contains(outcome.Grounds, g => g.Sentence == $"发出 {issued} 票，收回 {collected} 票，{(collected > issued ? "收回多于发出，选举无效，须重新选举" : "收回不多于发出，有效")}");
        if (expected is ElectionResult.Invalid) Assert.Equal([NotJudged, NotJudged, NotJudged, NotJudged], Results(Count(3, 16, 15, 14, 1) with { Issued = issued, Collected = collected }));
    }

    [Fact]
    public void When_more_pass_than_there_are_seats_votes_decide() =>
        Assert.Equal([Elected, Elected, Outvoted, Elected], Results(Count(3, 15, 12, 10, 13)));

    [Fact]
    public void A_tie_at_the_last_seat_is_voted_on_again_among_the_tied()
    {
        var count = Count(3, 15, 12, 10, 10);
        var outcome = ElectionOutcome.Of(count);

        Assert.Equal([Elected, Elected, Tied, Tied], Results(count));
        Assert.Equal((ElectionResult.Tied, 1), (outcome.Result, outcome.OpenSeats));
        Assert.Equal([Tied, Tied, Tied, Tied], Results(Count(3, 10, 10, 10, 10)));
        Assert.Equal([Elected, Tied, Tied, TooFewVotes], Results(Count(2, 15, 12, 12, 3)));
    }

    [Fact]
    public void A_tie_above_the_last_seat_is_none() => Assert.Equal([Elected, Elected, Elected, Outvoted], Results(Count(3, 12, 12, 12, 10)));

    [Fact]
    public void When_fewer_pass_the_open_seats_are_named()
    {
        var outcome = ElectionOutcome.Of(Count(3, 15, 12, 8, 5));

        Assert.Equal((ElectionResult.Incomplete, 1), (outcome.Result, outcome.OpenSeats));
        Assert.Equal("应选 3 名，过半数的 2 名，还缺 1 名：对不足的名额另行选举；接近应选名额的，经超过半数的选举人同意也可以减少名额", outcome.Grounds[^1].Sentence);
    }

    [Theory]
    [InlineData(8, ElectionResult.Incomplete), InlineData(9, ElectionResult.Reduced)]
    public void Fewer_seats_need_the_consent_of_over_half(int consent, ElectionResult expected) =>
        Assert.Equal(expected, ElectionOutcome.Of(Count(3, 15, 12, 8, 5) with { ConsentToFewerSeats = consent }).Result);

    [Theory]
    [InlineData(ElectionKind.Committee, 6, false), InlineData(ElectionKind.Committee, 7, true)]
    [InlineData(ElectionKind.SecretaryDirectly, 6, true), InlineData(ElectionKind.SecretaryDirectly, 7, false)]
    public void A_committee_from_seven_full_members_on_below_that_the_secretary_directly(ElectionKind kind, int members, bool isMet)
    {
        var ground = Assert.Single(ElectionOutcome.Of(Count(1, 9, 0) with { Kind = kind, FullMembers = members }).Grounds, g => g.Sentence.StartsWith("正式党员", StringComparison.Ordinal));

        Assert.Equal((isMet, false), (ground.IsMet, ground.Decides));
    }

    [Fact]
    public void Only_the_members_meeting_needs_the_margin() =>
        Assert.DoesNotContain(ElectionOutcome.Of(Count(1, 9) with { Kind = ElectionKind.ByCommittee }).Grounds, g => g.Sentence.Contains("差额", StringComparison.Ordinal));

    [Fact]
    public void Candidates_cannot_be_tellers()
    {
        var count = Count(3, 16, 15, 14, 1);
        var outcome = ElectionOutcome.Of(count with { Tellers = [Guid.CreateVersion7(), count.Candidates[3].Id] });

        Assert.Contains(outcome.Grounds, g => !g.IsMet && !g.Decides && g.Sentence == "候选人不得担任监票人，本次有 1 名监票人是候选人");
    }

    [Fact]
    public void Among_the_tied_most_votes_win_even_without_half()
    {
        Assert.Equal([Elected, Outvoted], Results(Count(1, 8, 7) with { Round = ElectionRound.AmongTied }));
        Assert.Equal([Tied, Tied], Results(Count(1, 8, 8) with { Round = ElectionRound.AmongTied }));
    }

    [Theory]
    [InlineData(17, 17, 0, 16, null)]
    [InlineData(18, 17, 0, 16, "发出 18 票，多于实到有选举权的 17 人")]
    [InlineData(17, 17, 18, 0, "无效票 18 张，多于收回的 17 张")]
    [InlineData(17, 17, 2, 16, "有人得 16 票，多于有效票 15 张")]
    [InlineData(17, 17, -1, 16, "票数不能小于 0")]
    public void The_numbers_must_fit(int issued, int collected, int @void, int votes, string? refusal) =>
        Assert.Equal(refusal, (Count(1, votes, 0) with { Issued = issued, Collected = collected, Void = @void }).Refuse()?.Message);

    /// <summary>A ballot that marks more names than seats is void, so the valid ones hold no more names than that.</summary>
    [Fact]
    public void Valid_ballots_hold_no_more_names_than_seats() =>
        Assert.Equal("各人得票合计 52 票，多于有效票 17 张每张最多 3 名的 51 票", Count(3, 17, 17, 17, 1).Refuse()?.Message);

    [Fact]
    public void Somebody_has_to_stand_for_at_least_one_seat()
    {
        Assert.Equal("请填写应选名额", Count(0, 1).Refuse()?.Message);
        Assert.Equal("请至少填写一名候选人", Count(1).Refuse()?.Message);
        Assert.Equal("实到 21 人，多于应到 20 人", (Count(1, 1) with { Present = 21 }).Refuse()?.Message);
    }
}

using CsCheck;
using Exemplar.Meetings.Voting;

namespace Exemplar.Tests.Meetings.Voting;

/// <summary>What holds of every election, whatever the numbers.</summary>
public sealed class ElectionPropertiesTests
{
    private static readonly Gen<ElectionCount> Elections =
        from due in Gen.Int[1, 40]
        from present in Gen.Int[0, due]
        from seats in Gen.Int[1, 7]
        from votes in Gen.Int[0, present].Array[1, 9]
        select new ElectionCount
        {
            Kind = ElectionKind.Committee,
            Due = due,
            Present = present,
            FullMembers = due,
            Seats = seats,
            Issued = present,
            Collected = present,
            Candidates = [.. votes.Select(v => new CandidateVotes(Guid.CreateVersion7(), v))],
        };

    private static IEnumerable<CandidateVotes> With(ElectionCount count, CandidateResult result)
    {
        var outcome = ElectionOutcome.Of(count);
        return count.Candidates.Where(c => outcome.Candidates[c.Id] == result);
    }

    [Fact]
    public void Nobody_is_elected_without_more_than_half_and_never_more_than_there_are_seats() => Elections.Sample(count =>
        With(count, CandidateResult.Elected).Count() <= count.Seats && With(count, CandidateResult.Elected).All(c => 2 * c.Votes > count.Present));

    [Fact]
    public void Whoever_is_elected_has_more_votes_than_whoever_is_not() => Elections.Sample(count =>
    {
        var elected = With(count, CandidateResult.Elected).Select(c => c.Votes).DefaultIfEmpty(int.MaxValue).Min();
        var others = count.Candidates.Except(With(count, CandidateResult.Elected)).Select(c => c.Votes).DefaultIfEmpty(-1).Max();
        return ElectionOutcome.Of(count).Result is ElectionResult.NotHeld || elected > others;
    });

    [Fact]
    public void The_order_of_candidates_elects_nobody() => Elections.Sample(count =>
    {
        var turned = count with { Candidates = [.. count.Candidates.Reverse()] };
        return With(count, CandidateResult.Elected).Select(c => c.Id).Order().SequenceEqual(With(turned, CandidateResult.Elected).Select(c => c.Id).Order());
    });

    [Fact]
    public void Another_vote_never_unseats_its_candidate() => Elections.Sample(count =>
        With(count, CandidateResult.Elected).All(winner => With(
            count with { Candidates = [.. count.Candidates.Select(c => c.Id == winner.Id ? c with { Votes = c.Votes + 1 } : c)] }, CandidateResult.Elected).Any(c => c.Id == winner.Id)));

    [Fact]
    public void Elected_and_open_seats_make_up_all_seats() => Elections.Sample(count =>
        ElectionOutcome.Of(count) is { Result: ElectionResult.NotHeld } || With(count, CandidateResult.Elected).Count() + ElectionOutcome.Of(count).OpenSeats == count.Seats);

    [Fact]
    public void A_tie_leaves_more_people_than_seats() => Elections.Sample(count =>
        ElectionOutcome.Of(count).Result is not ElectionResult.Tied || (With(count, CandidateResult.Tied).Count() > ElectionOutcome.Of(count).OpenSeats && ElectionOutcome.Of(count).OpenSeats > 0));
}

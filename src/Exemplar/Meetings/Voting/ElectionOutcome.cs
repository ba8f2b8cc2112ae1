namespace Exemplar.Meetings.Voting;

public enum ElectionResult
{
    [Display(Name = "选举有效，名额选足")] Complete,
    [Display(Name = "选举有效，经同意减少名额")] Reduced,
    [Display(Name = "选举有效，名额未选足")] Incomplete,
    [Display(Name = "选举有效，有票数相等须再次投票")] Tied,
    [Display(Name = "选举无效，须重新选举")] Invalid,
    [Display(Name = "到会人数不足，不能选举")] NotHeld,
}

public enum CandidateResult
{
    [Display(Name = "当选")] Elected,

    /// <summary>Enough votes to be elected, and others had more.</summary>
    [Display(Name = "未当选（他人得票更多）")] Outvoted,
    [Display(Name = "未当选（未过半数）")] TooFewVotes,
    [Display(Name = "票数相等，再次投票")] Tied,
    [Display(Name = "不计")] NotJudged,
}

/// <summary>Who is elected, which seats stay open, and by which rules.</summary>
public sealed record ElectionOutcome(ElectionResult Result, IReadOnlyDictionary<Guid, CandidateResult> Candidates, int OpenSeats, IReadOnlyList<Ground> Grounds)
{
    public static ElectionOutcome Of(ElectionCount count)
    {
        var (quorum, ballots) = (Quorums.Election.Check(count.Due, count.Present), ElectionRules.Ballots(count));
        if (!quorum.IsMet) return NotJudged(ElectionResult.NotHeld, count, [quorum]);
        if (!ballots.IsMet) return NotJudged(ElectionResult.Invalid, count, [quorum, ballots]);

        // Among the tied, who all have more than half already, the most votes win.
        var needed = count.Round is ElectionRound.AmongTied ? 1 : ElectionRules.VotesNeeded(count.Present);
        var (elected, tied) = Seat([.. count.Candidates.Where(c => c.Votes >= needed)], count.Seats);
        var open = count.Seats - elected.Count;
        var result = open == 0 ? ElectionResult.Complete
            : tied.Count > 0 ? ElectionResult.Tied
            : count.ConsentToFewerSeats >= ElectionRules.VotesNeeded(count.Present) ? ElectionResult.Reduced
            : ElectionResult.Incomplete;
        return new(result, count.Candidates.ToDictionary(c => c.Id, c =>
            elected.Contains(c) ? CandidateResult.Elected : tied.Contains(c) ? CandidateResult.Tied : c.Votes >= needed ? CandidateResult.Outvoted : CandidateResult.TooFewVotes),
            open, [quorum, ballots, .. ElectionRules.Procedure(count), Votes(count, needed), .. OpenSeatsOf(count, result, elected.Count, tied.Count)]);
    }

    /// <summary>By votes, until the seats are full; who ties for the last of them is not seated.</summary>
    private static (List<CandidateVotes> Elected, List<CandidateVotes> Tied) Seat(List<CandidateVotes> passed, int seats)
    {
        if (passed.Count <= seats) return (passed, []);
        var last = passed.Select(c => c.Votes).OrderDescending().ElementAt(seats - 1);
        if (passed.Count(c => c.Votes >= last) == seats) return ([.. passed.Where(c => c.Votes >= last)], []);
        return ([.. passed.Where(c => c.Votes > last)], [.. passed.Where(c => c.Votes == last)]);
    }

    private static Ground Votes(ElectionCount count, int needed) => count.Round is ElectionRound.AmongTied
        ? new(IsMet: true, "票数相等的再次投票，得票多的当选", "ELE-08")
        : new(IsMet: true, $"得票须超过实到 {count.Present} 人的半数，即至少 {needed} 票，始得当选", "ELE-08");

    private static IEnumerable<Ground> OpenSeatsOf(ElectionCount count, ElectionResult result, int elected, int tied)
    {
        var open = count.Seats - elected;
        if (result is ElectionResult.Tied)
            yield return new(IsMet: false, $"还有 {open} 个名额，{tied} 人票数相等：就票数相等的人再次投票", "ELE-08");
        if (result is ElectionResult.Reduced)
            yield return new(IsMet: true, $"应选 {count.Seats} 名，过半数的 {elected} 名；实到 {count.Present} 人中 {count.ConsentToFewerSeats} 人同意减少名额，超过半数", "ELE-08");
        if (result is ElectionResult.Incomplete)
            yield return new(IsMet: false, $"应选 {count.Seats} 名，过半数的 {elected} 名，还缺 {open} 名：对不足的名额另行选举；接近应选名额的，经超过半数的选举人同意也可以减少名额", "ELE-08");
    }

    private static ElectionOutcome NotJudged(ElectionResult result, ElectionCount count, IReadOnlyList<Ground> grounds) =>
        new(result, count.Candidates.ToDictionary(c => c.Id, _ => CandidateResult.NotJudged), count.Seats, grounds);
}

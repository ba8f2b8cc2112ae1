namespace Exemplar.Meetings.Elections;

internal static class ElectionFacts
{
    /// <summary>
    /// Inside a commit: what the election says to the rules, and what void ones of the same post in the unit still say beside it.
    /// A void election is to be held again (ELE-07, ELE-10): once it was, and is valid, nothing is held against the unit.
    /// </summary>
    /// <returns>The standings that moved, in words.</returns>
    public static async Task<string> StateElection(this AppDb db, Election election, Meeting meeting, CancellationToken ct)
    {
        var others = await db.Elections.AsNoTracking().Include(e => e.Candidates).Include(e => e.Tellers).Include(e => e.NotCounted).AsSplitQuery()
            .Where(e => e.Id != election.Id && e.Kind == election.Kind && e.Post == election.Post && e.CountedAt != null && e.WithdrawnAt == null)
            .Where(e => db.Meetings.Any(m => m.Id == e.MeetingId && m.UnitId == meeting.UnitId)).ToListAsync(ct);
        var ids = others.ConvertAll(e => e.MeetingId);
        var meetings = await db.Meetings.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);

        List<string> moved = [];
        foreach (var other in others.Where(e => e.IsVoid))
            moved.Add((await db.StateFacts(other.Id, IsMadeGood(other) ? [] : other.Facts(meetings[other.MeetingId]), ct)).InWords());
        moved.Add((await db.StateFacts(election.Id, election.IsVoid && IsMadeGood(election) ? [] : election.Facts(meeting), ct)).InWords());
        return string.Join('；', moved.Where(words => words.Length > 0));

        bool IsMadeGood(Election one) => others.Append(election).Any(e => e.Id != one.Id && e.IsValid && e.CountedAt >= one.CountedAt);
    }
}

using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Papers;
using Exemplar.Rules.Catalogue;

namespace Exemplar.Meetings.Voting;

/// <summary>The votes and elections of a meeting with why they ended so, and the papers it has: what its page shows of them.</summary>
public sealed class VotesOfMeeting(AppDb db, Actor actor, MeetingKinds kinds, Lazy<RuleCatalogue> catalogue)
{
    /// <param name="About">What was voted on.</param>
    /// <param name="Moved">Says that who came was corrected after the vote, so that its numbers are no longer the roll's; null when they are.</param>
    public sealed record VoteRow(Vote Vote, string About, string? Moved, IReadOnlyList<(Ground Ground, string Source)> Grounds);

    /// <param name="Moved">As of a vote.</param>
    /// <param name="IsLast">No other of its post was prepared after it.</param>
    public sealed record ElectionRow(Election Election, string? Moved, bool IsLast, IReadOnlyList<(Ground Ground, string Source)> Grounds)
    {
        /// <summary>What is to be done next, if it does not end here.</summary>
        public string? Next => !IsLast || Election.WithdrawnAt is not null ? null : Election.Outcome?.Result switch
        {
            ElectionResult.Tied => "票数相等，再次投票",
            ElectionResult.Incomplete => "对不足名额另行选举",
            ElectionResult.Invalid => "重新选举",
            _ => null,
        };
    }

    /// <param name="SeesReasons">Why somebody is not counted, such as an illness, is for those who keep the records.</param>
    /// <param name="MayVote">The reader records, and this kind of meeting votes.</param>
    public sealed record View(Guid Unit, IReadOnlyList<VoteRow> Votes, IReadOnlyList<ElectionRow> Elections, IReadOnlyList<(string Address, string Name)> Papers, bool MayVote, bool MayElect, bool SeesReasons);

    /// <summary>Null when the reader may not read what was decided.</summary>
    public async Task<View?> Show(Guid meetingId, CancellationToken ct)
    {
        var meeting = await db.Meetings.AsNoTracking().Include(m => m.Agenda).Include(m => m.Roll).Include(m => m.Steps).AsSplitQuery().FindOrThrow(meetingId, ct);
        var unit = await db.Units.AsNoTracking().FindOrThrow(meeting.UnitId, ct);
        if (!actor.MayRead(meeting, unit)) return null;

        var votes = await db.Votes.AsNoTracking().Where(v => v.MeetingId == meetingId).OrderBy(v => v.EnteredAt).ToListAsync(ct);
        var elections = await db.Elections.AsNoTracking().Include(e => e.Candidates).Include(e => e.Tellers).Include(e => e.NotCounted).AsSplitQuery().Where(e => e.MeetingId == meetingId).ToListAsync(ct);
        var titles = await db.TitlesOf(meeting, ct);
        var roll = RollNumbers.Of(meeting.Roll);
        var keeps = actor.May(MeetingsCapability.Record, unit);
        var records = keeps && !meeting.IsAsImported && meeting.State is (MeetingState.Held or MeetingState.Planned);
        return new(unit.Id,
            [.. votes.Select(v => new VoteRow(v, v.About(titles), v.RestsOn(roll) ? null : RollMoved.InWords(meeting, "表决时", v.Due, v.Present), Explained(v.Outcome.Grounds)))],
            [.. elections.OrderBy(e => e.Id).Select(e => new ElectionRow(e, e.RestsOn(meeting.Roll) ? null : RollMoved.InWords(meeting, "计票时", e.Due, e.Present),
                !elections.Exists(o => o.Post == e.Post && o.WithdrawnAt is null && o.Id.CompareTo(e.Id) > 0), Explained(e.Outcome?.Grounds ?? [])))],
            [.. MeetingPapers.Offered(meeting, kinds.Of(meeting), unit).Select(p => ($"/meetings/{meetingId}/papers/{p}", MeetingPapers.Names[p]))],
            records && meeting.State is MeetingState.Held && Vote.KindsIn(meeting.Kind).Count > 0, records && Election.KindsIn(meeting.Kind).Count > 0, keeps);
    }

    private List<(Ground, string)> Explained(IReadOnlyList<Ground> grounds) => [.. grounds.Select(g => (g, catalogue.Value.SourceOf(g)))];
}

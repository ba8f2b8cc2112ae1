using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Papers;
using Exemplar.Rules.Catalogue;

namespace Exemplar.Meetings.Voting;

/// <summary>The votes and elections of a meeting with why they ended so, and the papers it has: what its page shows of them.</summary>
public sealed class VotesOfMeeting(AppDb db, Actor actor, MeetingKinds kinds, Lazy<RuleCatalogue> catalogue)
{
    /// <param name="About">What was voted on.</param>
    /// <param name="RollMoved">Who came was corrected after the vote, so that its numbers are no longer the roll's.</param>
    public sealed record VoteRow(Vote Vote, string About, bool RollMoved, IReadOnlyList<(Ground Ground, string Source)> Grounds);

    public sealed record ElectionRow(Election Election, IReadOnlyList<(Ground Ground, string Source)> Grounds);

    /// <param name="SeesReasons">Why somebody is not counted, such as an illness, is for those who keep the records.</param>
    /// <param name="MayVote">The reader records, and this kind of meeting votes.</param>
    public sealed record View(Guid Unit, IReadOnlyList<VoteRow> Votes, IReadOnlyList<ElectionRow> Elections, IReadOnlyList<(string Address, string Name)> Papers, bool MayVote, bool MayElect, bool SeesReasons);

    /// <summary>Null when the reader may not read what was decided.</summary>
    public async Task<View?> Show(Guid meetingId, CancellationToken ct)
    {
        var meeting = await db.Meetings.AsNoTracking().Include(m => m.Agenda).Include(m => m.Roll).AsSplitQuery().FindOrThrow(meetingId, ct);
        var unit = await db.Units.AsNoTracking().FindOrThrow(meeting.UnitId, ct);
        if (!actor.May(MeetingsCapability.Read, unit)) return null;

        var votes = await db.Votes.AsNoTracking().Where(v => v.MeetingId == meetingId).OrderBy(v => v.EnteredAt).ToListAsync(ct);
        var elections = await db.Elections.AsNoTracking().Include(e => e.Candidates).Include(e => e.Tellers).Include(e => e.NotCounted).AsSplitQuery().Where(e => e.MeetingId == meetingId).ToListAsync(ct);
        var titles = (await db.MajorMatters.AsNoTracking().Where(m => m.MeetingId == meetingId).Select(m => new { m.Id, m.Title }).ToListAsync(ct)).ToDictionary(m => m.Id, m => m.Title);
        foreach (var item in meeting.Agenda) titles[item.Id] = item.Title;

        var roll = RollNumbers.Of(meeting.Roll);
        var keeps = actor.May(MeetingsCapability.Record, unit);
        var records = keeps && meeting.State is (MeetingState.Held or MeetingState.Planned);
        return new(unit.Id,
            [.. votes.Select(v => new VoteRow(v, titles.GetValueOrDefault(v.ItemId ?? v.MatterId ?? Guid.Empty, ""), (v.Due, v.Present) != (roll.Due, roll.Present), Explained(v.Outcome.Grounds)))],
            [.. elections.OrderBy(e => e.Id).Select(e => new ElectionRow(e, Explained(e.Outcome?.Grounds ?? [])))],
            [.. MeetingPapers.Offered(meeting, kinds.Of(meeting), unit).Select(p => ($"/meetings/{meetingId}/papers/{p}", MeetingPapers.Names[p]))],
            records && meeting.State is MeetingState.Held && Vote.KindsIn(meeting.Kind).Count > 0, records && Election.KindsIn(meeting.Kind).Count > 0, keeps);
    }

    private List<(Ground, string)> Explained(IReadOnlyList<Ground> grounds) => [.. grounds.Select(g => (g, catalogue.Value.SourceOf(g)))];
}

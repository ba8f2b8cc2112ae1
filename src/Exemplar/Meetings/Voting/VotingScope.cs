namespace Exemplar.Meetings.Voting;

/// <summary>What of a meeting can be voted on, as a form offers it.</summary>
public sealed record Votable(Guid Id, string Title, bool IsMajor, bool WasConsulted);

internal static class VotingScope
{
    public static IQueryable<Vote> StandingVotes(this AppDb db) => db.Votes.Where(v => v.WithdrawnAt == null);

    /// <summary>The items of the agenda, of which some are major matters; where no text is kept, the major matters put before the meeting.</summary>
    public static async Task<IReadOnlyList<Votable>> VotablesOf(this AppDb db, Meeting meeting, CancellationToken ct)
    {
        var matters = await db.MajorMatters.AsNoTracking().Include(m => m.Consultations).Where(m => m.MeetingId == meeting.Id).OrderBy(m => m.EnteredAt).ToListAsync(ct);
        return
        [
            .. meeting.Agenda.OrderBy(i => i.Number).Select(item => (Item: item, Matter: matters.Find(m => m.ItemId == item.Id))).Select(x =>
                new Votable(x.Item.Id, x.Item.Title, x.Matter is not null, x.Matter?.Consultations.Count > 0)),
            .. matters.Where(m => m.ItemId is null).Select(m => new Votable(m.Id, m.Title, IsMajor: true, m.Consultations.Count > 0)),
        ];
    }

    /// <summary>An item that was voted on, or is a major matter, stays on the agenda.</summary>
    public static async Task<Refusal?> RefuseDropping(this AppDb db, Meeting meeting, IEnumerable<AgendaLine> lines, CancellationToken ct)
    {
        var kept = lines.Where(l => l.Title.Length > 0).Select(l => l.Id).ToHashSet();
        foreach (var item in meeting.Agenda.Where(i => !kept.Contains(i.Id)))
            if (await db.Votes.AnyAsync(v => v.ItemId == item.Id, ct) || await db.Elections.AnyAsync(e => e.ItemId == item.Id, ct) || await db.MajorMatters.AnyAsync(m => m.ItemId == item.Id, ct))
                return new($"“{item.Title}”有表决、选举记录或是重大事项，不能删去");
        return null;
    }

    /// <summary>Null when the id is neither an item of this meeting nor a major matter put before it.</summary>
    public static async Task<VotedOn?> FindVotable(this AppDb db, Meeting meeting, Guid? id, CancellationToken ct)
    {
        if (id is null) return null;
        var matter = await db.MajorMatters.Where(m => m.MeetingId == meeting.Id && (m.ItemId == id || m.Id == id)).Select(m => new { m.Id, m.ItemId }).FirstOrDefaultAsync(ct);
        if (matter is not null) return new(matter.ItemId, matter.Id);
        return meeting.Agenda.Exists(i => i.Id == id) ? new(id, null) : null;
    }
}

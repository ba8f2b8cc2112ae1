using Exemplar.Meetings.Voting;
using Exemplar.Organization;

namespace Exemplar.Meetings.Matters;

/// <summary>A matter with the body that decides it.</summary>
public sealed record PlacedMatter(MajorMatter Matter, Unit Unit, bool IsDecided);

internal static class MatterScope
{
    /// <summary>Tracked, with its consultations; 404 when it may not be seen, 403 when seen but not recorded for.</summary>
    public static async Task<PlacedMatter> DemandMatter(this AppDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var matter = await db.MajorMatters.Include(m => m.Consultations).FindOrThrow(id, ct);
        var unit = await db.Units.FindOrThrow(matter.UnitId, ct);
        if (!actor.May(MeetingsCapability.Read, unit)) throw new NotFound(nameof(MajorMatter));
        actor.Demand(MeetingsCapability.Record, unit);
        return new(matter, unit, await db.IsDecided(id, ct));
    }

    /// <summary>A vote that was held on it stands.</summary>
    private static async Task<bool> IsDecided(this AppDb db, Guid matter, CancellationToken ct) =>
        (await db.StandingVotes().AsNoTracking().Where(v => v.MatterId == matter).ToListAsync(ct)).Exists(v => v.Outcome.Result is not VoteResult.NotHeld);
}

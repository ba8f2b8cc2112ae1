using Exemplar.Meetings.Voting;
using Exemplar.Organization;

namespace Exemplar.Meetings.Matters;

/// <summary>重大事项清单: what each body decides together, how it was consulted on, and which vote of which meeting decided it; newest first within a unit.</summary>
public sealed class MatterList(AppDb db, Actor actor, MeetingKinds kinds)
{
    /// <param name="Meeting">The meeting it is put before, in words; null when none.</param>
    public sealed record Row(MajorMatter Matter, string Unit, string? Meeting, Vote? Vote, bool MayRecord);

    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<UnitChoice> Units, Guid? Unit);

    private static readonly UnitKind[] Bodies = [UnitKind.PartyLeadershipGroup, UnitKind.Committee, UnitKind.GeneralBranch, UnitKind.Branch];

    public async Task<View> Show(Guid? unit, CancellationToken ct)
    {
        actor.Demand(MeetingsCapability.Read);
        var units = await db.Units.AsNoTracking().Where(actor, MeetingsCapability.Read).Where(u => Bodies.Contains(u.Kind) && (unit == null || u.Id == unit)).OrderBy(u => u.Order).ToListAsync(ct);
        var ids = units.ConvertAll(u => u.Id);
        var matters = await db.MajorMatters.AsNoTracking().Include(m => m.Consultations).Where(m => ids.Contains(m.UnitId))
            .Where(m => m.MeetingId == null || db.ReadableMeetings(actor).Any(r => r.Id == m.MeetingId)).ToListAsync(ct);   // what a 支委会 decides is read by whoever reads that meeting
        var votes = (await db.StandingVotes().AsNoTracking().Where(v => v.MatterId != null && db.MajorMatters.Any(m => m.Id == v.MatterId && ids.Contains(m.UnitId))).ToListAsync(ct)).ToLookup(v => v.MatterId!.Value);
        var put = matters.Select(m => m.MeetingId).OfType<Guid>().Distinct().ToList();
        var meetings = await db.Meetings.AsNoTracking().Where(m => put.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => $"{m.HeldOn.InWords()}{kinds.Of(m).Name}", ct);

        var rows = from u in units
                   from m in matters.Where(m => m.UnitId == u.Id).OrderByDescending(m => m.EnteredAt).ThenByDescending(m => m.Id)
                   select new Row(m, u.Name, m.MeetingId is { } meeting ? meetings[meeting] : null, votes[m.Id].MaxBy(v => v.EnteredAt), actor.May(MeetingsCapability.Record, u));
        return new([.. rows], await db.ChooseUnits(actor, MeetingsCapability.Record, Bodies, ct), unit);
    }
}

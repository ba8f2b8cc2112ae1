using Exemplar.Meetings;
using Exemplar.Organization;

namespace Exemplar.Agenda;

/// <summary>Planned meetings whose day is over: nobody has said yet whether they were held, moved or called off.</summary>
public sealed class NotRecorded(AppDb db, Actor actor, TimeProvider clock, MeetingKinds kinds)
{
    public sealed record Row(Guid Id, string Name, string Unit, DateOnly HeldOn);

    /// <param name="Total">Of which <paramref name="First"/> are the oldest.</param>
    public sealed record View(IReadOnlyList<Row> First, int Total);

    /// <summary>Those that the actor may record, oldest first.</summary>
    public async Task<View> Show(int most, CancellationToken ct)
    {
        if (!actor.May(MeetingsCapability.Record)) return new([], 0);
        var today = clock.Today();
        var open = db.Meetings.Where(m => m.State == MeetingState.Planned && m.HeldOn < today)
            .Join(db.Units.Where(actor, MeetingsCapability.Record), m => m.UnitId, u => u.Id, (m, u) => new { m.Id, m.Kind, m.HeldOn, u.Name, u.Order });
        var first = await open.OrderBy(m => m.HeldOn).ThenBy(m => m.Order).ThenBy(m => m.Id).Take(most).ToListAsync(ct);
        return new(first.ConvertAll(m => new Row(m.Id, kinds.Find(m.Kind)?.Name ?? m.Kind, m.Name, m.HeldOn)), first.Count < most ? first.Count : await open.CountAsync(ct));
    }
}

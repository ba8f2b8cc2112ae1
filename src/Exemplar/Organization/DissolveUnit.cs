namespace Exemplar.Organization;

/// <summary>A unit ends on a day. It stays with its records; nothing is deleted.</summary>
public sealed class DissolveUnit(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "撤销日期"), Required]
        public DateOnly? On { get; set; }
    }

    public async Task<Unit> Open(Guid id, CancellationToken ct)
    {
        var unit = await db.Units.FindOrThrow(id, ct);
        actor.Demand(OrganizationCapability.Change, within: unit);
        return unit;
    }

    public Task<Result<Unit>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<Unit>(async (db, ct) =>
    {
        var unit = await Open(id, ct);
        if (unit.Version != form.Version) throw new Stale(nameof(Unit));

        var below = await db.Units.CountAsync(u => u.ParentId == id && u.DissolvedOn == null, ct);
        var people = await db.Headcounts(db.Units.Where(u => u.Id == id), ct);
        var posts = await db.Posts.CountAsync(p => p.UnitId == id && p.To == null, ct);
        if (unit.Dissolve(form.On!.Value, clock.Today(), below, people.GetValueOrDefault(id), posts, await db.OpenShares(id, ct)) is { } refusal) return refusal;
        db.Log(actor.Act(), OrganizationCapability.Change, unit);
        return unit;
    }, ct);
}

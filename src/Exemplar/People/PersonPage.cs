using Exemplar.Organization;
using Exemplar.People.Merging;
using Exemplar.People.Statuses;

namespace Exemplar.People;

/// <summary>One person: what is stored, where they have belonged, which posts they have held.</summary>
public sealed class PersonPage(AppDb db, Actor actor)
{
    public sealed record Stay(Guid UnitId, string Unit, UnitKind Kind, DateOnly From, DateOnly? To);

    public sealed record Held(Guid UnitId, string Unit, PostKind Kind, DateOnly From, DateOnly? To, string Basis);

    /// <param name="Changes">Of status, the newest first.</param>
    public sealed record View(Person Person, IReadOnlyList<StatusChange> Changes, IReadOnlyList<Stay> Stays, IReadOnlyList<Held> Posts, bool MayChange, IReadOnlyList<PersonMerge> Merges);

    /// <summary>The record that another one went into, for addresses of the one that is gone; null for a living one and for no one's.</summary>
    public Task<Guid?> FindKept(Guid id, CancellationToken ct) => db.PersonMerges.Where(m => m.MergedId == id).Select(m => (Guid?)m.KeptId).SingleOrDefaultAsync(ct);

    public async Task<View> Show(Guid id, CancellationToken ct)
    {
        var person = await db.DemandPerson(id, actor, PeopleCapability.View, ct);
        var stays = await db.Memberships.Where(m => m.PersonId == id).Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { m, u })
            .OrderByDescending(x => x.m.From).ThenBy(x => x.u.Order)
            .Select(x => new Stay(x.u.Id, x.u.Name, x.u.Kind, x.m.From, x.m.To)).ToListAsync(ct);
        var posts = await db.Posts.Where(p => p.PersonId == id).Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p, u })
            .OrderByDescending(x => x.p.From).ThenBy(x => x.u.Order)
            .Select(x => new Held(x.u.Id, x.u.Name, x.p.Kind, x.p.From, x.p.To, x.p.Basis)).ToListAsync(ct);
        return new(person, [.. person.StatusChanges.OrderByDescending(c => c.On)], stays, posts, (await db.PlacesOf(person, ct)).Any(u => actor.May(PeopleCapability.Change, u)),
            await db.PersonMerges.AsNoTracking().Where(m => m.KeptId == id).OrderByDescending(m => m.At).ToListAsync(ct));
    }
}

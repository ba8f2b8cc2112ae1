using Exemplar.Organization;

namespace Exemplar.People;

/// <summary>
/// Where a person is, for the gates: the units they belong to now; who has left everything, where they last were; who never
/// belonged anywhere, at the top.
/// </summary>
public static class PeopleScope
{
    /// <summary>The people in whose place the actor holds the permission; the filter behind every list.</summary>
    public static IQueryable<Person> VisiblePeople(this AppDb db, Actor actor, string permission)
    {
        var units = db.Units.Where(actor, permission);
        return db.People.Where(p =>
            p.Memberships.Any(m => m.To == null && units.Any(u => u.Id == m.UnitId))
            || (!p.Memberships.Any(m => m.To == null)
                && (p.Memberships.Any() ? p.Memberships.Any(m => units.Any(u => u.Id == m.UnitId)) : units.Any(u => u.ParentId == null))));
    }

    /// <summary>The person with all memberships; 404 where the actor holds nothing, 403 where they hold something else.</summary>
    public static async Task<Person> DemandPerson(this AppDb db, Guid id, Actor actor, string permission, CancellationToken ct)
    {
        var person = await db.People.Include(p => p.Memberships).FindOrThrow(id, ct);
        var places = await db.PlacesOf(person, ct);
        var place = places.Find(u => actor.May(permission, u)) ?? places.Find(u => actor.Grants.Any(g => g.Covers(u))) ?? places[0];
        actor.Demand(permission, within: place);
        return person;
    }

    /// <summary>The same of a person by id, as <see cref="VisiblePeople"/> asks it.</summary>
    public static IQueryable<Unit> UnitsOf(this AppDb db, Guid person)
    {
        var all = db.Memberships.Where(m => m.PersonId == person);
        return db.Units.Where(u => all.Any(m => m.To == null) ? all.Any(m => m.To == null && m.UnitId == u.Id) : all.Any() ? all.Any(m => m.UnitId == u.Id) : u.ParentId == null);
    }

    public static async Task<List<Unit>> PlacesOf(this AppDb db, Person person, CancellationToken ct)
    {
        var now = person.Memberships.Where(m => m.To is null).ToList();
        var ids = (now.Count > 0 ? now : person.Memberships).Select(m => m.UnitId).ToList();
        return await db.Units.Where(u => ids.Count == 0 ? u.ParentId == null : ids.Contains(u.Id)).OrderBy(u => u.Order).ToListAsync(ct);
    }
}

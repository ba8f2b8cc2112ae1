using Exemplar.Organization;
using Exemplar.People;

namespace Exemplar.Agenda.Own;

/// <summary>谁能看到我的资料: for each kind of data that is kept of the reader, the roles held today that reach it. Follows from grants and the tables of permissions alone.</summary>
public sealed class DataReaders(AppDb db, Actor actor, PermissionTable permissions, IEnumerable<PersonalData> kinds, TimeProvider clock)
{
    /// <param name="Names">Who holds it, the reader among them as 本人.</param>
    public sealed record Holders(string Unit, Role Role, IReadOnlyList<string> Names);

    /// <param name="Units">The units in which the data lies.</param>
    public sealed record Kind(string Title, IReadOnlyList<string> Units, IReadOnlyList<Holders> Seen);

    /// <param name="Name">Null when the account belongs to nobody: then nothing is kept of a person.</param>
    public sealed record View(string? Name, IReadOnlyList<Kind> Kinds, DateOnly On);

    public async Task<View> Show(CancellationToken ct)
    {
        var today = clock.Today();
        if (actor.PersonId is not { } self || await db.People.Where(p => p.Id == self).Select(p => p.Name).SingleOrDefaultAsync(ct) is not { } name) return new(null, [], today);

        var held = await db.HeldRoles(today, ct);
        List<Kind> shown = [];
        foreach (var kind in kinds.OrderBy(k => k.Order))
        {
            var places = await kind.Places(db, self).OrderBy(u => u.Order).Select(u => new { u.Name, u.Path }).ToListAsync(ct);
            if (places.Count == 0) continue;
            var reach = held.Where(h => permissions.Allows(h.Role, kind.Permission) && places.Exists(p => h.Reaches(p.Path)));
            shown.Add(new(kind.Title, places.ConvertAll(p => p.Name),
                [.. reach.GroupBy(h => (h.Unit, h.Role)).Select(g => new Holders(g.Key.Unit, g.Key.Role, [.. g.Select(h => h.PersonId == self ? "本人" : h.Who).Distinct()]))]));
        }
        return new(name, shown, today);
    }
}

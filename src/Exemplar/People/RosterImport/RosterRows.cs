using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>Somebody on the roster now, with the words of their row in our own form.</summary>
internal sealed record RosterRow(Guid PersonId, PersonFacts Facts, Unit? Branch, Unit? Department, string PartyPosts)
{
    /// <summary>On whose roster they stand: a member on that of the branch, everybody else on that of the department.</summary>
    public Unit Home => Branch ?? Department!;

    public IReadOnlyList<string> Cells => RosterTemplate.Row(Facts, Branch?.Name, Department?.Name, PartyPosts);
}

internal static class RosterRows
{
    /// <summary>Everybody in whose place the actor holds the permission, in organization order, then by the pinyin of their names.</summary>
    public static async Task<List<RosterRow>> RosterOf(this AppDb db, Actor actor, string permission, CancellationToken ct)
    {
        var people = await db.VisiblePeople(actor, permission).AsNoTracking()
            .Where(p => p.Memberships.Any(m => m.To == null))
            .Select(p => new { p.Id, p.NameOrder, Facts = new PersonFacts(p.Name, p.Sex, p.BirthMonth, p.JoinedOn, p.ConfirmedOn, p.Status, p.IsRetired) })
            .ToListAsync(ct);
        var places = (await db.Memberships.Where(m => m.To == null).Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { m.PersonId, Unit = u }).AsNoTracking().ToListAsync(ct))
            .ToLookup(x => x.PersonId, x => x.Unit);

        var posts = (await db.Posts.AsNoTracking().Where(p => p.To == null).Join(db.Units.Where(actor, permission), p => p.UnitId, u => u.Id, (p, u) => new { p.PersonId, p.Kind, Unit = u }).ToListAsync(ct))
            .Where(x => x.Unit.IsParty || x.Unit.Kind is UnitKind.PartyLeadershipGroup).ToLookup(x => x.PersonId);

        return
        [
            .. from person in people
               let here = places[person.Id].OrderBy(u => u.Order).ToList()
               orderby here[0].Order, person.NameOrder, person.Id
               let branch = here.Find(u => u.TakesMembers)
               let department = here.Find(u => !u.TakesMembers)
               let held = posts[person.Id].OrderByDescending(p => p.Unit.Id == branch?.Id).ThenBy(p => p.Unit.Order).ThenBy(p => p.Kind).Select(p => RosterTemplate.PostIn(p.Unit, p.Unit.Id == branch?.Id, p.Kind))
               select new RosterRow(person.Id, person.Facts, branch, department, string.Join('、', held)),
        ];
    }
}

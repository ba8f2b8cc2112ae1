using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>The roster as a sheet in our own form, as far as the reader may see it.</summary>
public sealed class ExportRoster(AppDb db, Actor actor)
{
    public async Task<byte[]> Show(CancellationToken ct)
    {
        actor.Demand(PeopleCapability.View);
        var people = await db.VisiblePeople(actor, PeopleCapability.View).AsNoTracking()
            .Where(p => p.Memberships.Any(m => m.To == null))
            .Select(p => new { p.Id, p.NameOrder, Facts = new PersonFacts(p.Name, p.Sex, p.BirthMonth, p.JoinedOn, p.ConfirmedOn, p.Status, p.IsRetired) })
            .ToListAsync(ct);
        var places = (await db.Memberships.Where(m => m.To == null).Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { m.PersonId, u.Id, u.Name, u.Order, u.Kind }).ToListAsync(ct))
            .ToLookup(x => x.PersonId);

        var posts = (await db.Posts.AsNoTracking().Where(p => p.To == null).Join(db.Units.Where(actor, PeopleCapability.View), p => p.UnitId, u => u.Id, (p, u) => new { p.PersonId, p.Kind, Unit = u }).ToListAsync(ct))
            .Where(x => x.Unit.IsParty || x.Unit.Kind is UnitKind.PartyLeadershipGroup).ToLookup(x => x.PersonId);

        return RosterTemplate.Write(
            from person in people
            let here = places[person.Id].OrderBy(x => x.Order).ToList()
            orderby here[0].Order, person.NameOrder, person.Id
            let branch = here.Find(x => IsBranch(x.Kind))
            let department = here.Find(x => !IsBranch(x.Kind))
            let held = posts[person.Id].OrderByDescending(p => p.Unit.Id == branch?.Id).ThenBy(p => p.Unit.Order).ThenBy(p => p.Kind).Select(p => RosterTemplate.PostIn(p.Unit, p.Unit.Id == branch?.Id, p.Kind))
            select RosterTemplate.Row(person.Facts, branch?.Name, department?.Name, string.Join('、', held)));
    }

    private static bool IsBranch(UnitKind kind) => kind is UnitKind.Branch or UnitKind.GeneralBranch;
}

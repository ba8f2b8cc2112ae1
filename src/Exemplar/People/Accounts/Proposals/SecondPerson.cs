using Exemplar.Organization;

namespace Exemplar.People.Accounts.Proposals;

internal static class SecondPerson
{
    /// <summary>
    /// Whether somebody else could approve what the actor proposes for this account: another person with the permission over the
    /// unit, in use, and not the one who is to become administrator. Where nobody could, waiting would be for ever.
    /// </summary>
    public static async Task<bool> HasSecondPerson(this AppDb db, Actor actor, PermissionTable permissions, Account account, Unit unit, DateOnly today, CancellationToken ct)
    {
        var may = Enum.GetValues<Role>().Where(r => permissions.Allows(r, PeopleCapability.ApproveGrants)).ToList();
        var held = await db.Grants.Where(g => may.Contains(g.Role) && g.From <= today && (g.To == null || g.To >= today) && g.AccountId != account.Id && g.AccountId != actor.Account.Id)
            .Join(db.Users.Where(a => a.DisabledAt == null), g => g.AccountId, a => a.Id, (g, a) => new { g.Inherit, g.UnitId, a.PersonId })
            .Join(db.Units, x => x.UnitId, u => u.Id, (x, u) => new { x.Inherit, x.PersonId, u.Path }).ToListAsync(ct);
        return held.Any(g => (g.Inherit ? unit.Path.StartsWith(g.Path, StringComparison.Ordinal) : unit.Path == g.Path)
            && (g.PersonId is null || (g.PersonId != actor.PersonId && g.PersonId != account.PersonId)));
    }
}

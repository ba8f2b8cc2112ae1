using Exemplar.Organization;

namespace Exemplar.People.Accounts;

/// <summary>
/// Where an account is, for the gates: where it holds a role, and where its person belongs. One that is nowhere yet is at
/// the top.
/// </summary>
internal static class AccountScope
{
    public static IQueryable<Account> VisibleAccounts(this AppDb db, Actor actor, string permission)
    {
        var units = db.Units.Where(actor, permission);
        var places = db.AccountPlaces();
        return db.Users.Where(a => places.Any(p => p.AccountId == a.Id && units.Any(u => u.Id == p.UnitId))
            || (!places.Any(p => p.AccountId == a.Id) && units.Any(u => u.ParentId == null)));
    }

    public static async Task<Account> DemandAccount(this AppDb db, Guid id, Actor actor, string permission, CancellationToken ct)
    {
        var account = await db.Users.FindOrThrow(id, ct);
        var places = await db.Units.Where(u => db.AccountPlaces().Any(p => p.AccountId == id && p.UnitId == u.Id)).ToListAsync(ct);
        if (places.Count == 0) places = await db.Units.Where(u => u.ParentId == null).ToListAsync(ct);
        var place = places.Find(u => actor.May(permission, u)) ?? places.Find(u => actor.Grants.Any(g => g.Covers(u))) ?? places[0];
        actor.Demand(permission, within: place);
        // Whoever can reset a password or a second factor helps to act as the account: that takes the permission wherever the account holds a role.
        if (permission is PeopleCapability.OpenAccounts or PeopleCapability.SecureAccounts)
            foreach (var unit in await db.Units.Where(u => db.Grants.Any(g => g.AccountId == id && g.UnitId == u.Id)).ToListAsync(ct))
                if (!actor.May(permission, unit)) throw new Forbidden(permission);
        return account;
    }

    /// <summary>The places of a person's accounts; none without an account.</summary>
    public static IQueryable<Unit> PlacesOfAccounts(this AppDb db, Guid person)
    {
        var places = db.AccountPlaces().Where(p => db.Users.Any(a => a.Id == p.AccountId && a.PersonId == person));
        return db.Units.Where(u => db.Users.Any(a => a.PersonId == person) && (places.Any() ? places.Any(p => p.UnitId == u.Id) : u.ParentId == null));
    }

    private static IQueryable<AccountPlace> AccountPlaces(this AppDb db) =>
        db.Grants.Select(g => new AccountPlace { AccountId = g.AccountId, UnitId = g.UnitId })
            .Concat(db.Users.Join(db.Memberships.Where(m => m.To == null), a => a.PersonId, m => m.PersonId, (a, m) => new AccountPlace { AccountId = a.Id, UnitId = m.UnitId }));

    private sealed class AccountPlace
    {
        public Guid AccountId { get; init; }
        public Guid UnitId { get; init; }
    }
}

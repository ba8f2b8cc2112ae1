using Exemplar.Organization;
using Exemplar.People;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Post> Posts => Set<Post>();

    /// <summary>The account with its name and its placed grants; null when it does not exist or is locked at <paramref name="now"/>.</summary>
    internal async Task<ActingAccount?> FindActingAccount(Guid accountId, DateTimeOffset now, CancellationToken ct)
    {
        var account = await Users.Where(a => a.Id == accountId)
            .Select(a => new { a.Id, a.DisplayName, a.PersonId, a.MustChangePassword, a.LockoutEnd, Person = People.Where(p => p.Id == a.PersonId).Select(p => p.Name).SingleOrDefault() })
            .SingleOrDefaultAsync(ct);
        if (account is null || account.LockoutEnd > now) return null;

        var grants = await Grants.Where(g => g.AccountId == accountId)
            .Join(Units, g => g.UnitId, u => u.Id, (g, u) => new HeldGrant(g.Role, u.Id, u.Name, u.Path, g.Inherit, g.From, g.To))
            .ToListAsync(ct);
        return new(account.Id, account.Person ?? account.DisplayName, account.PersonId, account.MustChangePassword, grants);
    }
}

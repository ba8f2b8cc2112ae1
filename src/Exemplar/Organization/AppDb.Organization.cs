using Exemplar.Organization;
using Exemplar.People;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Post> Posts => Set<Post>();

    /// <summary>Who leads each of the units now, in words: Organization names people without knowing them.</summary>
    internal async Task<ILookup<Guid, string>> Leaders(IQueryable<Unit> units, CancellationToken ct)
    {
        var posts = await Posts.Where(p => p.To == null && units.Any(u => u.Id == p.UnitId))
            .Where(p => p.Kind == PostKind.Head || p.Kind == PostKind.GroupLeader || p.Kind == PostKind.OfficeDirector || p.Kind == PostKind.LeadershipSecretary
                || p.Kind == PostKind.Secretary || p.Kind == PostKind.PartyGroupLeader)
            .Join(People, p => p.PersonId, p => p.Id, (post, person) => new { post.UnitId, person.Name })
            .ToListAsync(ct);
        return posts.ToLookup(p => p.UnitId, p => p.Name);
    }

    /// <summary>How many people each of the units has now, without the units below it.</summary>
    internal Task<Dictionary<Guid, int>> Headcounts(IQueryable<Unit> units, CancellationToken ct) =>
        Memberships.Where(m => m.To == null && units.Any(u => u.Id == m.UnitId)).GroupBy(m => m.UnitId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    /// <summary>The account with its name and its placed grants; null when it does not exist or is disabled. Whoever left every unit keeps no rights.</summary>
    internal async Task<ActingAccount?> FindActingAccount(Guid accountId, DateTimeOffset now, CancellationToken ct)
    {
        var account = await Users.Where(a => a.Id == accountId)
            .Select(a => new { a.Id, a.DisplayName, a.PersonId, a.MustChangePassword, a.PasswordSetAt, a.DisabledAt, HasSecondFactor = SecondFactors.Any(f => f.AccountId == a.Id), Person = People.Where(p => p.Id == a.PersonId).Select(p => p.Name).SingleOrDefault() })
            .SingleOrDefaultAsync(ct);
        if (account is null || account.DisabledAt is not null) return null;

        var left = Memberships.Where(m => m.PersonId == account.PersonId);
        var grants = await Grants.Where(g => g.AccountId == accountId && (!left.Any() || left.Any(m => m.To == null)))
            .Join(Units, g => g.UnitId, u => u.Id, (g, u) => new HeldGrant(g.Role, u.Id, u.Name, u.Path, g.Inherit, g.From, g.To))
            .ToListAsync(ct);
        var mustChange = account.MustChangePassword || (await SettingsInForce(ct)).IsTooOld(account.PasswordSetAt, now);
        return new(account.Id, account.Person ?? account.DisplayName, account.PersonId, mustChange, account.HasSecondFactor, grants);
    }
}

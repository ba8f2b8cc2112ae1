using Exemplar.Organization;
using Exemplar.People;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UnitStep> UnitSteps => Set<UnitStep>();
    public DbSet<PostCorrection> PostCorrections => Set<PostCorrection>();
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

    /// <summary>How many people these units have now, each counted once.</summary>
    internal Task<int> PeopleIn(IReadOnlyCollection<Guid> units, CancellationToken ct) =>
        Memberships.Where(m => m.To == null && units.Contains(m.UnitId)).Select(m => m.PersonId).Distinct().CountAsync(ct);

    /// <summary>Every role that is held on that day, in organization order. Like the gates it knows no disabled account, and none of who left every unit.</summary>
    internal async Task<List<HeldRole>> HeldRoles(DateOnly day, CancellationToken ct)
    {
        var held = await Grants.AsNoTracking().Where(g => g.From <= day && (g.To == null || g.To >= day))
            .Join(Users.Where(a => a.DisabledAt == null && (!Memberships.Any(m => m.PersonId == a.PersonId) || Memberships.Any(m => m.PersonId == a.PersonId && m.To == null))), g => g.AccountId, a => a.Id, (g, a) => new { g, a })
            .Join(Units, x => x.g.UnitId, u => u.Id, (x, u) => new HeldRole(x.a.PersonId, People.Where(p => p.Id == x.a.PersonId).Select(p => p.Name).SingleOrDefault() ?? x.a.DisplayName, x.g.Role, u.Name, u.Path, u.Order, x.g.Inherit))
            .ToListAsync(ct);
        return [.. held.OrderBy(h => h.Order, StringComparer.Ordinal).ThenBy(h => h.Role).ThenBy(h => h.Who, PinyinOrder.Instance)];
    }

    /// <summary>The account with its name and its placed grants; null when it does not exist or is disabled. Whoever left every unit keeps no rights.</summary>
    internal async Task<ActingAccount?> FindActingAccount(Guid accountId, DateTimeOffset now, CancellationToken ct)
    {
        var account = await Users.Where(a => a.Id == accountId)
            .Select(a => new { a.Id, a.DisplayName, a.PersonId, a.MustChangePassword, a.PasswordSetAt, a.DisabledAt, HasSecondFactor = SecondFactors.Any(f => f.AccountId == a.Id) || Passkeys.Any(p => p.AccountId == a.Id), Person = People.Where(p => p.Id == a.PersonId).Select(p => p.Name).SingleOrDefault() })
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

using Exemplar.Organization;
using Exemplar.Platform.Web;

namespace Exemplar.People.Accounts;

/// <summary>The accounts of the administrator's units, by user name.</summary>
public sealed class AccountList(AppDb db, Actor actor, TimeProvider clock)
{
    private const int PageSize = 50;

    public sealed record Row(Guid Id, string UserName, string Name, bool HasPerson, bool IsLocked, bool HasPassword, string Roles);

    public sealed record View(IReadOnlyList<Row> Rows, int Count, string? Next, bool MayOpen, SmallOffice? SmallOffice, int Proposed, IReadOnlyList<OneHand> OneHands);

    public async Task<View> Show(string? name, string? after, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.ViewAccounts);
        var today = clock.Today();
        var seen = db.VisibleAccounts(actor, PeopleCapability.ViewAccounts).AsNoTracking().Select(a => new
        {
            a.Id,
            a.UserName,
            a.PersonId,
            a.DisabledAt,
            HasPassword = a.PasswordHash != null,
            Name = db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).SingleOrDefault() ?? a.DisplayName,
        });
        if (name?.Trim() is { Length: > 0 } wanted) seen = seen.Where(a => a.Name.Contains(wanted) || a.UserName!.Contains(wanted));
        var count = await seen.CountAsync(ct);
        if (!string.IsNullOrEmpty(after)) seen = seen.Where(a => a.UserName!.CompareTo(after) > 0);

        var page = await seen.OrderBy(a => a.UserName).Take(PageSize + 1).ToListAsync(ct);
        var ids = page.Select(a => a.Id).ToList();
        var roles = (await db.Grants.Where(g => ids.Contains(g.AccountId) && g.From <= today && (g.To == null || g.To >= today)).Select(g => new { g.AccountId, g.Role }).ToListAsync(ct))
            .ToLookup(g => g.AccountId, g => g.Role);
        return new(
            [.. page.Take(PageSize).Select(a => new Row(a.Id, a.UserName!, a.Name, a.PersonId is not null, a.DisabledAt is not null, a.HasPassword,
                string.Join('、', roles[a.Id].Distinct().Order().Select(r => r.Name()))))],
            count,
            page.Count > PageSize ? page[PageSize - 1].UserName : null,
            actor.May(PeopleCapability.OpenAccounts),
            await db.FindSmallOffice(today, ct),
            await db.GrantProposals.CountAsync(p => p.Decision == null && db.Units.Where(actor, PeopleCapability.ViewAccounts).Any(u => u.Id == p.UnitId), ct),
            await db.OneHands(db.VisibleAccounts(actor, PeopleCapability.ViewAccounts), ct));
    }
}

namespace Exemplar.People.Accounts;

/// <summary>Two accounts that one and the same hand uses since set-up: who administers has a business account beside it.</summary>
public sealed record OneHand(Guid Own, string OwnUserName, Guid Administrator, string AdministratorUserName);

internal static class OneHandQueries
{
    /// <summary>Of these accounts, those that set-up put in one hand with the administrator's; no longer once they belong to two persons.</summary>
    public static async Task<IReadOnlyList<OneHand>> OneHands(this AppDb db, IQueryable<Account> accounts, CancellationToken ct) =>
        await db.AccountSteps.Where(s => s.Kind == AccountStepKind.SameHand)
            .Join(accounts, s => s.AccountId, a => a.Id, (s, own) => new { s.ById, own })
            .Join(db.Users, x => x.ById, a => a.Id, (x, administrator) => new { x.own, administrator })
            .Where(x => x.own.PersonId == null || x.administrator.PersonId == null || x.own.PersonId == x.administrator.PersonId)
            .Select(x => new OneHand(x.own.Id, x.own.UserName!, x.administrator.Id, x.administrator.UserName!)).ToListAsync(ct);

    public static async Task<bool> IsSameHand(this AppDb db, Account account, Actor by, CancellationToken ct)
    {
        var acting = by.Account.Id;
        return (await db.OneHands(db.Users.Where(a => a.Id == account.Id || a.Id == acting), ct)).Any(o => (o.Own == account.Id && o.Administrator == acting) || (o.Own == acting && o.Administrator == account.Id));
    }
}

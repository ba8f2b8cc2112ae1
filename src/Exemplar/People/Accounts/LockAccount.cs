namespace Exemplar.People.Accounts;

/// <summary>The system administrator locks an account, whose sessions end at once, or gives it back.</summary>
public sealed class LockAccount(AppDb db, Actor actor, SessionStore sessions, GrantBook book, TimeProvider clock)
{
    public sealed class Form
    {
        /// <summary>What the page offered: pressing an old page's button twice must not turn it round.</summary>
        public bool Lock { get; set; }
    }

    public Task<Account> Open(Guid id, CancellationToken ct) => db.DemandAccount(id, actor, PeopleCapability.OpenAccounts, ct);

    public bool IsLocked(Account account) => account.LockoutEnd > clock.GetUtcNow();

    public async Task<Result<Account>> Handle(Guid id, Form form, CancellationToken ct)
    {
        var done = await db.Commit<Account>(async (db, ct) =>
        {
            var account = await Open(id, ct);
            if (account.Id == actor.Account.Id) return new Refusal("不能停用自己正在使用的账号");
            if (IsLocked(account) == form.Lock) return account;

            account.LockoutEnabled = true;
            account.LockoutEnd = form.Lock ? DateTimeOffset.MaxValue : null;
            account.AccessFailedCount = 0;
            var step = AccountStep.Of(account, form.Lock ? AccountStepKind.Locked : AccountStepKind.Unlocked, actor.Act());
            db.Add(step);
            db.Log(actor.Act(), PeopleCapability.OpenAccounts, step);
            return account;
        }, ct);
        if (done.Refusal is not null || !form.Lock) return done;

        await sessions.End(id);
        book.Forget();
        return done;
    }
}

namespace Exemplar.People.Accounts;

/// <summary>The system administrator locks an account, whose sessions end at once, or gives it back.</summary>
public sealed class LockAccount(AppDb db, Actor actor, SessionStore sessions, GrantBook book, TimeProvider clock)
{
    public sealed class Form
    {
        /// <summary>What the page offered: pressing an old page's button twice must not turn it round.</summary>
        [Required]
        public bool? Lock { get; set; }
    }

    public Task<Account> Open(Guid id, CancellationToken ct) => db.DemandAccount(id, actor, PeopleCapability.OpenAccounts, ct);

    public async Task<Result<Account>> Handle(Guid id, Form form, CancellationToken ct)
    {
        var done = await db.Commit<Account>(async (db, ct) =>
        {
            var account = await Open(id, ct);
            if (account.Id == actor.Account.Id) return new Refusal("不能停用自己正在使用的账号");
            var disable = form.Lock!.Value;
            if (account.DisabledAt is not null == disable) return account;

            account.DisabledAt = disable ? clock.GetUtcNow() : null;
            account.ConcurrencyStamp = Guid.CreateVersion7().ToString();   // a sign-in under way must not save the old state over it
            var step = AccountStep.Of(account, disable ? AccountStepKind.Locked : AccountStepKind.Unlocked, actor.Act());
            db.Add(step);
            db.Log(actor.Act(), PeopleCapability.OpenAccounts, step);
            return account;
        }, ct);
        if (done.Refusal is not null || form.Lock is false) return done;

        await sessions.End(id);
        book.Forget();
        return done;
    }
}

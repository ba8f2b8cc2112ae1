using Exemplar.Platform.Security.Factors;

namespace Exemplar.People.Accounts;

/// <summary>
/// The security administrator takes away one-time codes and passkeys of somebody who lost phone and devices; all sessions of the
/// account end. Whoever resets passwords cannot do it, so that nobody alone can come in under another's name.
/// </summary>
public sealed class ResetFactor(AppDb db, Actor actor, SessionStore sessions, GrantBook book)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // the step's id: sent twice, reset once
    }

    public Task<Account> Open(Guid id, CancellationToken ct) => db.DemandAccount(id, actor, PeopleCapability.SecureAccounts, ct);

    public async Task<Result<Account>> Handle(Guid id, Form form, CancellationToken ct)
    {
        var reset = await db.Commit<Account>(async (db, ct) =>
        {
            var account = await Open(id, ct);
            if (GrantRules.IsOwn(account, actor)) return new Refusal("自己的请在“动态口令”“通行密钥”里更换；都没有了，须由另一位安全管理员办理");
            if (await db.AccountSteps.AnyAsync(s => s.Id == form.Id && s.AccountId == id, ct)) return account;
            if (!await db.ForgetFactors(id, ct)) return new Refusal("这个账号没有启用动态口令，也没有通行密钥，不用重置");

            var step = new AccountStep { Id = form.Id, AccountId = id, Kind = AccountStepKind.FactorReset, At = actor.Act().At, ById = actor.Account.Id, UserName = account.UserName! };
            db.Add(step);
            db.Log(actor.Act(), PeopleCapability.SecureAccounts, step);
            return account;
        }, ct);
        if (reset.Refusal is not null) return reset;

        await sessions.End(id);
        book.Forget();
        return reset;
    }
}

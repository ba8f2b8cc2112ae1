using Microsoft.AspNetCore.Identity;

namespace Exemplar.People.Accounts;

/// <summary>The system administrator gives an account a new initial password; all its sessions end.</summary>
public sealed class ResetPassword(AppDb db, Actor actor, UserManager<Account> accounts, SessionStore sessions)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // the step's id: sent twice, reset once
    }

    public Task<Account> Open(Guid id, CancellationToken ct) => db.DemandAccount(id, actor, PeopleCapability.OpenAccounts, ct);

    public async Task<Result<Handover>> Handle(Guid id, Form form, CancellationToken ct)
    {
        var password = InitialPassword.Make();
        var reset = await db.Commit<Handover>(async (db, ct) =>
        {
            var account = await Open(id, ct);
            if (account.Id == actor.Account.Id) return new Refusal("自己的密码请在“修改密码”里更换");
            if (await db.AccountSteps.AnyAsync(s => s.Id == form.Id && s.AccountId == id, ct)) return new Handover(account, null);

            account.MustChangePassword = true;
            account.AccessFailedCount = 0;
            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
            var updated = await accounts.UpdateSecurityStampAsync(account);
            if (updated.Errors.FirstOrDefault() is { } error) return new Refusal(error.Description);

            var step = new AccountStep { Id = form.Id, AccountId = id, Kind = AccountStepKind.PasswordReset, At = actor.Act().At, ById = actor.Account.Id, UserName = account.UserName! };
            db.Add(step);
            db.Log(actor.Act(), PeopleCapability.OpenAccounts, step);
            return new Handover(account, password);
        }, ct);
        if (reset.Value is not null) await sessions.End(id);
        return reset;
    }
}

using Exemplar.People.Accounts.Invitations;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.People.Accounts;

/// <summary>The system administrator takes the password of an account away and invites its owner to set a new one; all its sessions end. Nobody ever knows another's password.</summary>
public sealed class ResetPassword(AppDb db, Actor actor, UserManager<Account> accounts, SessionStore sessions)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // the invitation's id: sent twice, reset once
    }

    public Task<Account> Open(Guid id, CancellationToken ct) => db.DemandAccount(id, actor, PeopleCapability.OpenAccounts, ct);

    public async Task<Result<Invited>> Handle(Guid id, Form form, CancellationToken ct)
    {
        var reset = await db.Commit<Invited>(async (db, ct) =>
        {
            var account = await Open(id, ct);
            if (account.Id == actor.Account.Id) return new Refusal("自己的密码请在“修改密码”里更换");
            if (await db.Invitations.AnyAsync(i => i.Id == form.Id && i.AccountId == id, ct)) return new Invited(account, null);

            var had = account.PasswordHash is not null;
            account.MustChangePassword = false;
            account.AccessFailedCount = 0;
            db.RememberPassword(account, actor.Act().At);
            account.PasswordHash = null;
            var updated = await accounts.UpdateSecurityStampAsync(account);
            if (updated.Errors.FirstOrDefault() is { } error) return new Refusal(error.Description);

            if (had)
            {
                var step = AccountStep.Of(account, AccountStepKind.PasswordReset, actor.Act());
                db.Add(step);
                db.Log(actor.Act(), PeopleCapability.OpenAccounts, step);
            }
            return new Invited(account, await db.Invite(account, actor.Act(), form.Id, batch: null, ct));
        }, ct);
        if (reset.Value is not null) await sessions.End(id);
        return reset;
    }
}

using Exemplar.Platform.Security.Audit;
using Exemplar.Platform.Security.Policy;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.People.Accounts.Invitations;

/// <summary>
/// Somebody comes with an invitation and chooses a password, and a user name if they like. Whatever is wrong with the code,
/// the answer is the same: nobody learns whether it ever existed.
/// </summary>
public sealed class AcceptInvitation(AppDb db, UserManager<Account> accounts, InvitationAttempts attempts, SecurityAudit audit, TimeProvider clock)
{
    private const string NoSuchCode = "邀请码不对，或者已经用过、过期、撤回。请核对；还不行，请系统管理员重新发一份";

    public sealed class Form
    {
        [Display(Name = "邀请码"), Required, StringLength(40)]
        public string Code { get; set; } = "";

        [Display(Name = "自己起一个用户名"), StringLength(60)]
        public string? UserName { get; set; }

        [Display(Name = "设一个密码"), Required, StringLength(200), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Display(Name = "再输一次"), Required, StringLength(200), DataType(DataType.Password)]
        public string Again { get; set; } = "";
    }

    public Task<SecuritySettings> Settings(CancellationToken ct) => db.SettingsInForce(ct);

    /// <param name="address">Where the request came from.</param>
    public async Task<Result<Account>> Handle(Form form, string address, CancellationToken ct)
    {
        if (form.Password != form.Again) return new Refusal(nameof(Form.Again), "两次输入的密码不一样");
        var accepted = attempts.MayTry(address) ? await Accept(form, ct) : new Refusal(nameof(Form.Code), NoSuchCode);
        if (accepted.Refusal is { Field: nameof(Form.Code) }) await audit.Note(SecurityEventKind.InvitationRefused, null);
        else attempts.Forget(address);
        return accepted;
    }

    private Task<Result<Account>> Accept(Form form, CancellationToken ct)
    {
        var hash = WrittenCode.HashOf(form.Code);
        return db.Commit<Account>(async (db, ct) =>
        {
            if (await db.Invitations.SingleOrDefaultAsync(i => i.CodeHash == hash, ct) is not { } invitation || !invitation.IsOpenOn(clock.Today())) return new Refusal(nameof(Form.Code), NoSuchCode);
            if (await accounts.FindByIdAsync($"{invitation.AccountId}") is not { DisabledAt: null, PasswordHash: null } account) return new Refusal(nameof(Form.Code), NoSuchCode);

            if (form.UserName?.Trim() is { Length: > 0 } chosen && chosen != account.UserName
                && (await accounts.SetUserNameAsync(account, chosen)).Errors.FirstOrDefault() is { } taken) return new Refusal(nameof(Form.UserName), taken.Description);
            account.PasswordSetAt = clock.GetUtcNow();
            if ((await accounts.AddPasswordAsync(account, form.Password)).Errors.FirstOrDefault() is { } weak) return new Refusal(nameof(Form.Password), weak.Description);

            var act = new Act(account.Id, account.PersonId, clock.GetUtcNow());
            invitation.End(InvitationEnding.Accepted, act);
            db.Log(act, SecurityCapability.OwnAccount, invitation);
            var step = AccountStep.Of(account, AccountStepKind.InvitationAccepted, act);
            db.Add(step);
            db.Log(act, SecurityCapability.OwnAccount, step);
            return account;
        }, ct);
    }
}

using Exemplar.Platform.Security.Passkeys;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Factors;

/// <summary>Ten new recovery codes in place of what is left of the old ones: for whoever has one-time codes, and for an administrator whose second factor is a passkey alone.</summary>
public sealed class RenewRecoveryCodes(AppDb db, UserManager<Account> accounts, ProveOwner owner, Actor actor)
{
    public sealed class Form
    {
        [Display(Name = "登录密码"), Required, StringLength(200), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Display(Name = "动态口令，或一个恢复码"), StringLength(40)]
        public string? Code { get; set; }

        public PasskeyProof? Proof { get; set; }
    }

    /// <summary>Throws <see cref="NotFound"/> for an account whose password opens without a second factor.</summary>
    public async Task Open(CancellationToken ct)
    {
        var id = actor.Account.Id;
        if (!await db.SecondFactors.AnyAsync(f => f.AccountId == id, ct) && !(actor.NeedsFactor && await db.Passkeys.AnyAsync(p => p.AccountId == id, ct))) throw new NotFound(nameof(SecondFactor));
    }

    public async Task<Result<List<string>>> Handle(Form form, CancellationToken ct)
    {
        var account = (await accounts.FindByIdAsync($"{actor.Account.Id}"))!;
        if (await owner.Handle(account, form.Password, form.Code, nameof(Form.Code), form.Proof, ct) is { } refusal) return refusal;

        var recovery = RecoveryCode.NewSet();
        return await db.Commit<List<string>>(async (db, ct) =>
        {
            await Open(ct);
            await db.KeepRecoveryCodes(account.Id, recovery, ct);
            var renewed = AccountStep.Of(account, AccountStepKind.RecoveryCodesRenewed, actor.Act());
            db.Add(renewed);
            db.Log(actor.Act(), SecurityCapability.OwnAccount, renewed);
            return recovery.ToList();
        }, ct);
    }
}

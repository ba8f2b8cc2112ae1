using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Factors;

/// <summary>Somebody gives up one-time codes: whoever need not have a second factor, and an administrator who has passkeys.</summary>
public sealed class RemoveFactor(AppDb db, UserManager<Account> accounts, ProveOwner owner, GrantBook book, Actor actor)
{
    public sealed class Form
    {
        [Display(Name = "登录密码"), Required, StringLength(200), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Display(Name = "动态口令，或一个恢复码"), Required, StringLength(40)]
        public string Code { get; set; } = "";
    }

    /// <summary>Throws <see cref="NotFound"/> for an account without a second factor.</summary>
    public async Task Open(CancellationToken ct)
    {
        if (!await db.SecondFactors.AnyAsync(f => f.AccountId == actor.Account.Id, ct)) throw new NotFound(nameof(SecondFactor));
    }

    public async Task<Result<Account>> Handle(Form form, CancellationToken ct)
    {
        if (await IsLast(ct) is { } last) return last;
        var account = (await accounts.FindByIdAsync($"{actor.Account.Id}"))!;
        if (await owner.Handle(account, form.Password, form.Code, nameof(Form.Code), null, ct) is { } refusal) return refusal;

        var done = await db.Commit<Account>(async (db, ct) =>
        {
            if (await IsLast(ct) is { } last) return last;
            if (!await db.ForgetFactor(account.Id, ct)) return account;
            var removed = AccountStep.Of(account, AccountStepKind.FactorRemoved, actor.Act());
            db.Add(removed);
            db.Log(actor.Act(), SecurityCapability.OwnAccount, removed);
            return account;
        }, ct);
        book.Forget();
        return done;
    }

    private async Task<Refusal?> IsLast(CancellationToken ct) => actor.NeedsFactor && !await db.Passkeys.AnyAsync(p => p.AccountId == actor.Account.Id, ct)
        ? new Refusal("管理员账号须有动态口令或通行密钥，最后一样不能停用")
        : null;
}

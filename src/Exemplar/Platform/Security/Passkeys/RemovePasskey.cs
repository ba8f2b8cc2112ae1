using Exemplar.Platform.Security.Factors;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Passkeys;

/// <summary>Somebody takes a passkey off the account, say of a device that is gone; every other session of the account ends.</summary>
public sealed class RemovePasskey(AppDb db, UserManager<Account> accounts, ProveOwner owner, SessionStore sessions, GrantBook book, Actor actor)
{
    public sealed class Form
    {
        [Display(Name = "登录密码"), Required, StringLength(200), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Display(Name = "动态口令，或一个恢复码"), StringLength(40)]
        public string? Code { get; set; }

        public PasskeyProof? Proof { get; set; }
    }

    /// <summary>Throws <see cref="NotFound"/> for one that is gone, and for another's.</summary>
    public async Task<Passkey> Open(Guid id, CancellationToken ct) =>
        await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.AccountId == actor.Account.Id, ct) ?? throw new NotFound(nameof(Passkey));

    public async Task<Result<Passkey>> Handle(Guid id, Form form, string? session, CancellationToken ct)
    {
        if (await IsLast(id, ct) is { } last) return last;
        var account = (await accounts.FindByIdAsync($"{actor.Account.Id}"))!;
        if (await owner.Handle(account, form.Password, form.Code, nameof(Form.Code), form.Proof, ct) is { } refusal) return refusal;

        var done = await db.Commit<Passkey>(async (db, ct) =>
        {
            if (await IsLast(id, ct) is { } last) return last;
            var passkey = await Open(id, ct);
            await db.Passkeys.Where(p => p.Id == id).ExecuteDeleteAsync(ct);
            var hasMore = await db.SecondFactors.AnyAsync(f => f.AccountId == account.Id, ct) || await db.Passkeys.AnyAsync(p => p.AccountId == account.Id && p.Id != id, ct);
            if (!hasMore) await db.ForgetFactor(account.Id, ct);   // recovery codes recover nothing any more
            var removed = AccountStep.Of(account, AccountStepKind.PasskeyRemoved, actor.Act());
            db.Add(removed);
            db.Log(actor.Act(), SecurityCapability.OwnAccount, removed);
            return passkey;
        }, ct);
        if (done.Refusal is not null) return done;

        await sessions.End(account.Id, but: session);
        book.Forget();
        return done;
    }

    private async Task<Refusal?> IsLast(Guid id, CancellationToken ct) =>
        actor.NeedsFactor && !await db.SecondFactors.AnyAsync(f => f.AccountId == actor.Account.Id, ct) && !await db.Passkeys.AnyAsync(p => p.AccountId == actor.Account.Id && p.Id != id, ct)
            ? new Refusal("管理员账号须有通行密钥或动态口令，最后一个不能删除。请先添加另一个，或者启用动态口令")
            : null;
}

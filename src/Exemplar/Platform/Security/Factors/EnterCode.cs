using Exemplar.Platform.Security.Audit;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Factors;

/// <summary>The second page of the door: the code on the phone, or a recovery code. Wrong ones count like wrong passwords, together with them.</summary>
public sealed class EnterCode(AppDb db, SignInManager<Account> door, UserManager<Account> accounts, SignInQueue queue, HalfSignedIn half, ProveFactor factor, SecurityAudit audit)
{
    public sealed class Form
    {
        [Display(Name = "动态口令"), Required, StringLength(40)]
        public string Code { get; set; } = "";
    }

    /// <param name="PasskeyHosts">Where the account has passkeys.</param>
    public sealed record Ways(bool HasCodes, IReadOnlyList<string> PasskeyHosts);

    /// <summary>By what whoever gave a password here within the last minutes comes in; null for anybody else.</summary>
    public async Task<Ways?> Find(CancellationToken ct) => await half.Find() is { Id: var id }
        ? new(await db.SecondFactors.AnyAsync(f => f.AccountId == id, ct), await db.Passkeys.Where(p => p.AccountId == id).Select(p => p.Host).ToListAsync(ct))
        : null;

    public async Task<Result<Account>> Handle(Form form, CancellationToken ct)
    {
        var refusal = new Refusal(nameof(Form.Code), "口令不对或已用过，请等手机上换了新的再输；连续 5 次不对，账号锁定 10 分钟");
        if (await half.Find() is not { UserName: { } name }) return refusal;
        return await queue.Run<Result<Account>>(name, async () =>
        {
            if (await half.Find() is not { } account) return refusal;
            var wasLocked = await accounts.IsLockedOutAsync(account);
            var isRight = !wasLocked && account.DisabledAt is null && await factor.Handle(account, form.Code, ct);
            if (!isRight)
            {
                if (!wasLocked) await accounts.AccessFailedAsync(account);
                await audit.Note(!wasLocked && await accounts.IsLockedOutAsync(account) ? SecurityEventKind.LockedOut : SecurityEventKind.CodeFailed, account.Id);
                return refusal;
            }
            await accounts.ResetAccessFailedCountAsync(account);
            await half.End();
            await door.SignInAsync(account, isPersistent: false);
            await audit.Note(SecurityEventKind.SignedIn, account.Id);
            return account;
        });
    }
}

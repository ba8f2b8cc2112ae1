using Exemplar.Platform.Security.Audit;

namespace Exemplar.Platform.Security.Factors;

/// <summary>The second page of the door: the code on the phone, or a recovery code. Wrong ones count like wrong passwords, together with them.</summary>
public sealed class EnterCode(AppDb db, SignInQueue queue, SignInAttempt attempt, HalfSignedIn half, ProveFactor factor)
{
    public sealed class Form
    {
        [Display(Name = "动态口令"), Required, StringLength(40)]
        public string Code { get; set; } = "";
    }

    /// <param name="HasRecovery">Recovery codes that are still good.</param>
    /// <param name="PasskeyHosts">Where the account has passkeys.</param>
    public sealed record Ways(bool HasCodes, bool HasRecovery, IReadOnlyList<string> PasskeyHosts);

    /// <summary>By what whoever gave a password here within the last minutes comes in; null for anybody else.</summary>
    public async Task<Ways?> Find(CancellationToken ct) => await half.Find() is { Id: var id }
        ? new(await db.SecondFactors.AnyAsync(f => f.AccountId == id, ct), await db.RecoveryCodes.AnyAsync(c => c.AccountId == id, ct), await db.Passkeys.Where(p => p.AccountId == id).Select(p => p.Host).ToListAsync(ct))
        : null;

    public async Task<Result<Account>> Handle(Form form, CancellationToken ct)
    {
        var refusal = new Refusal(nameof(Form.Code), "口令不对或已用过，请等手机上换了新的再输；连续 5 次不对，账号锁定 10 分钟");
        if (await half.Find() is not { UserName: { } name }) return refusal;
        return await queue.Run<Result<Account>>(name, async () =>
        {
            if (await half.Find() is not { } account) return refusal;
            return await attempt.Handle(account, () => factor.Handle(account, form.Code, ct), SecurityEventKind.CodeFailed) ? account : refusal;
        });
    }
}

using Exemplar.Platform.Security.Passkeys;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Factors;

/// <summary>
/// Somebody sets up one-time codes on a phone, or moves them to another one. The first code shows that the phone has the
/// secret; then recovery codes are shown once, and every other session of the account ends.
/// </summary>
public sealed class EnrolFactor(AppDb db, UserManager<Account> accounts, OneTimeCodes codes, ProveOwner owner, SessionStore sessions, GrantBook book, Actor actor)
{
    public sealed class Form
    {
        /// <summary>The secret on the page, sealed (<see cref="OneTimeCodes.NewOffer"/>).</summary>
        public string? Offer { get; set; }

        [Display(Name = "手机上显示的 6 位口令"), Required, StringLength(20)]
        public string First { get; set; } = "";

        [Display(Name = "登录密码"), Required, StringLength(200), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Display(Name = "原来的动态口令，或一个恢复码"), StringLength(40)]
        public string? Code { get; set; }

        public PasskeyProof? Proof { get; set; }
    }

    public Task<bool> IsEnrolled(CancellationToken ct) => db.SecondFactors.AnyAsync(f => f.AccountId == actor.Account.Id, ct);

    public string NewOffer() => codes.NewOffer(actor.Account.Id);

    /// <summary>Null for an offer that is too old, or none of ours.</summary>
    public byte[]? Read(string? offer) => codes.OpenOffer(actor.Account.Id, offer);

    public async Task<string> UserName(CancellationToken ct) => (await db.Users.Where(a => a.Id == actor.Account.Id).Select(a => a.UserName).SingleAsync(ct))!;

    /// <summary>The recovery codes.</summary>
    /// <param name="session">The one in which this happens; it goes on.</param>
    public async Task<Result<List<string>>> Handle(Form form, string? session, CancellationToken ct)
    {
        if (Read(form.Offer) is not { } secret) return new Refusal("这个二维码已过期，请扫描下面的新二维码");
        if (codes.StepOf(secret, form.First) is not { } step) return new Refusal(nameof(Form.First), "口令不对。请核对手机的日期和时间，再输入现在显示的 6 位数字");

        var account = (await accounts.FindByIdAsync($"{actor.Account.Id}"))!;
        var wasEnrolled = await IsEnrolled(ct);
        if (await owner.Handle(account, form.Password, form.Code, nameof(Form.Code), form.Proof, ct) is { } refusal) return refusal;

        var recovery = RecoveryCode.NewSet();
        var done = await db.Commit<List<string>>(async (db, ct) =>
        {
            if (await IsEnrolled(ct) && !wasEnrolled) return new Refusal("刚才已在别处启用，请重新打开本页");
            await db.ForgetFactor(account.Id, ct);
            db.Add(new SecondFactor { AccountId = account.Id, Sealed = codes.Seal(account.Id, secret), EnrolledAt = actor.Act().At, LastStep = step });
            await db.KeepRecoveryCodes(account.Id, recovery, ct);
            var enrolled = AccountStep.Of(account, AccountStepKind.FactorEnrolled, actor.Act());
            db.Add(enrolled);
            db.Log(actor.Act(), SecurityCapability.OwnAccount, enrolled);
            return recovery.ToList();
        }, ct);
        if (done.Refusal is not null) return done;

        await sessions.End(account.Id, but: session);
        book.Forget();
        return done;
    }
}

using Exemplar.Platform.Security.Factors;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Passkeys;

/// <summary>Somebody makes a passkey on the device before them; every other session of the account ends.</summary>
public sealed class AddPasskey(AppDb db, UserManager<Account> accounts, PasskeyCeremonies ceremonies, ProveOwner owner, SessionStore sessions, GrantBook book, Actor actor)
{
    public sealed class Form
    {
        [Display(Name = "名称"), Required, StringLength(40)]
        public string Name { get; set; } = "";

        [Display(Name = "登录密码"), Required, StringLength(200), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Display(Name = "动态口令，或一个恢复码"), StringLength(40)]
        public string? Code { get; set; }

        public PasskeyProof? Proof { get; set; }

        /// <summary>Sealed.</summary>
        public string? Challenge { get; set; }

        /// <summary>What the browser got from the device.</summary>
        public string? Credential { get; set; }
    }

    /// <param name="Codes">The first recovery codes of an administrator who has nothing else to come in by; else none.</param>
    public sealed record Added(Passkey Passkey, IReadOnlyList<string> Codes);

    /// <summary>Whether this challenge can still be answered.</summary>
    public bool IsGood(string? challenge) => ceremonies.OfAdding(actor.Account.Id, challenge) is not null;

    public async Task<PasskeyCeremonies.Offer> NewOffer() => await ceremonies.ToAdd(await Own());

    /// <param name="host">Under which the page is open.</param>
    /// <param name="session">The one in which this happens; it goes on.</param>
    public async Task<Result<Added>> Handle(Form form, string host, string? session, CancellationToken ct)
    {
        if (ceremonies.OfAdding(actor.Account.Id, form.Challenge) is not { } challenge) return new Refusal("打开得太久了，请再按一次“添加”");
        if (form.Credential is not { Length: > 0 } credential) return new Refusal("这个浏览器没有送来通行密钥。请打开脚本，或换一个浏览器");
        if (await ceremonies.Made(credential, challenge) is not { } made) return new Refusal("设备的回答不对，请再按一次“添加”");

        var account = await Own();
        if (await owner.Handle(account, form.Password, form.Code, nameof(Form.Code), form.Proof, ct) is { } refusal) return refusal;

        var recovery = RecoveryCode.NewSet();
        var done = await db.Commit<Added>(async (db, ct) =>
        {
            var isSpent = await db.AccountSteps.AnyAsync(s => s.AccountId == account.Id && s.At >= challenge.MadeAt
                && (s.Kind == AccountStepKind.PasskeyAdded || s.Kind == AccountStepKind.PasskeyRemoved || s.Kind == AccountStepKind.FactorReset), ct);
            if (isSpent || await db.Passkeys.AnyAsync(p => p.CredentialId == made.CredentialId, ct)) return new Refusal("这一次已经添加过了，请重新打开本页");
            if (await db.Passkeys.CountAsync(p => p.AccountId == account.Id, ct) >= Passkey.Most) return new Refusal($"一个账号最多 {Passkey.Most} 个通行密钥，请先删除不用的");
            var passkey = new Passkey
            {
                AccountId = account.Id,
                CredentialId = made.CredentialId,
                PublicKey = made.PublicKey,
                Name = form.Name.Trim(),
                Host = host,
                Transports = string.Join(',', made.Transports ?? []),
                IsBackupEligible = made.IsBackupEligible,
                IsBackedUp = made.IsBackedUp,
                AddedAt = actor.Act().At,
                LastChallengeAt = challenge.MadeAt,
                SignCount = made.SignCount,
            };
            db.Add(passkey);
            var added = AccountStep.Of(account, AccountStepKind.PasskeyAdded, actor.Act());
            db.Add(added);
            db.Log(actor.Act(), SecurityCapability.OwnAccount, added);
            var isAlone = actor.NeedsFactor && !await db.SecondFactors.AnyAsync(f => f.AccountId == account.Id, ct) && !await db.RecoveryCodes.AnyAsync(c => c.AccountId == account.Id, ct);
            if (isAlone) await db.KeepRecoveryCodes(account.Id, recovery, ct);
            return new Added(passkey, isAlone ? recovery : []);
        }, ct);
        if (done.Refusal is not null) return done;

        await sessions.End(account.Id, but: session);
        book.Forget();
        return done;
    }

    private async Task<Account> Own() => (await accounts.FindByIdAsync($"{actor.Account.Id}"))!;
}

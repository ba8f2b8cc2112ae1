using Exemplar.Platform.Security.Audit;
using Exemplar.Platform.Security.Factors;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Passkeys;

/// <summary>
/// Somebody signs in with a passkey, without typing anything: the device says who it is, and has made sure of its owner. Also
/// the second step of whoever has given a password. Failures count like wrong passwords, together with them.
/// </summary>
public sealed class SignInByPasskey(UserManager<Account> accounts, SignInQueue queue, SignInAttempt attempt, HalfSignedIn half, PasskeyCeremonies ceremonies, ProvePasskey prove, SecurityAudit audit)
{
    public sealed class Form
    {
        /// <summary>What the browser got from the device (PublicKeyCredential as JSON).</summary>
        [Required(ErrorMessage = "浏览器没有送来通行密钥，请再按一次“用通行密钥登录”")]
        public string Credential { get; set; } = "";
    }

    /// <param name="second">For the second step: only the passkeys of whoever gave the password.</param>
    public async Task<PasskeyCeremonies.Offer> Ask(bool second) => await ceremonies.ToSignIn(second ? await half.Find() : null);

    /// <summary>The refusal is the same for an unknown passkey, a wrong answer, and an account that is locked or out of use.</summary>
    /// <param name="sealedChallenge">As this browser brought it along.</param>
    public async Task<Result<Account>> Handle(Form form, string? sealedChallenge, CancellationToken ct)
    {
        var id = PasskeyCeremonies.IdOf(form.Credential);
        if (ceremonies.OfSigningIn(sealedChallenge) is not { } challenge) return new Refusal("等得太久了，请再按一次“用通行密钥登录”");
        var refusal = new Refusal("通行密钥没有通过，请再试一次，或者用密码登录；连续 5 次不对，账号锁定 10 分钟");
        if (await accounts.FindByPasskeyIdAsync(id) is not { UserName: { } name })
        {
            await audit.Note(SecurityEventKind.PasskeyFailed, null);
            return refusal;
        }
        return await queue.Run<Result<Account>>(name, async () =>
        {
            if (await accounts.FindByPasskeyIdAsync(id) is not { } account) return refusal;
            // An account whose password was taken away is opened by its invitation first.
            return await attempt.Handle(account, async () => account.PasswordHash is not null && await prove.Handle(account, form.Credential, challenge, ct), SecurityEventKind.PasskeyFailed) ? account : refusal;
        });
    }
}

using Exemplar.Platform.Security.Passkeys;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Factors;

/// <summary>
/// Asks whoever sits at a signed-in screen for the password, and where there is something beside it for that too, before what
/// protects the account is changed: a screen left open must not be enough. Failures count like those at the door.
/// </summary>
public sealed class ProveOwner(UserManager<Account> accounts, ProveFactor factor, ProvePasskey passkey, PasskeyCeremonies ceremonies, AppDb db, SignInQueue queue)
{
    private const string Password = "Password", Counted = "；连续 5 次不对，账号锁定 10 分钟";

    /// <summary>Null when all is right. Code and passkey are not looked at for an account that has neither; of one that has both, either will do. In place of a passkey a recovery code does, where there are any.</summary>
    /// <param name="codeField">Where a wrong code is said.</param>
    public Task<Refusal?> Handle(Account account, string password, string? code, string codeField, PasskeyProof? proof, CancellationToken ct) => queue.Run(account.UserName!, async () =>
    {
        if (await accounts.IsLockedOutAsync(account)) return new Refusal("连续 5 次不对，账号已锁定，请 10 分钟后再试");
        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await accounts.AccessFailedAsync(account);
            return new Refusal(Password, "密码不对" + Counted);
        }
        var hasCodes = await db.SecondFactors.AnyAsync(f => f.AccountId == account.Id, ct);
        if (proof is { Credential: { Length: > 0 } credential })
        {
            PasskeyCeremonies.IdOf(credential);
            if (ceremonies.OfProving(account.Id, proof.Challenge) is not { } challenge) return new Refusal("等得太久了，请再用通行密钥证明一次");
            if (!await passkey.Handle(account, credential, challenge, ct))
            {
                await accounts.AccessFailedAsync(account);
                return new Refusal("通行密钥没有通过，请再证明一次" + Counted);
            }
        }
        else if (!hasCodes && await db.Passkeys.AnyAsync(p => p.AccountId == account.Id, ct))
        {
            if (string.IsNullOrWhiteSpace(code)) return new Refusal("请先用通行密钥证明是您本人");
            if (!await factor.Handle(account, code, ct))
            {
                await accounts.AccessFailedAsync(account);
                return new Refusal(codeField, "恢复码不对或已用过" + Counted);
            }
        }
        else if (hasCodes && !await factor.Handle(account, code ?? "", ct))
        {
            await accounts.AccessFailedAsync(account);
            return new Refusal(codeField, "口令不对或已用过，请等手机上换了新的再输" + Counted);
        }
        await accounts.ResetAccessFailedCountAsync(account);
        return null;
    });
}

using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Factors;

/// <summary>
/// Asks whoever sits at a signed-in screen for the password, and for the second factor where there is one, before what
/// protects the account is changed: a screen left open must not be enough. Failures count like those at the door.
/// </summary>
public sealed class ProveOwner(UserManager<Account> accounts, ProveFactor factor, AppDb db, SignInQueue queue)
{
    private const string Password = "Password";

    /// <summary>Null when both are right. <paramref name="code"/> is not looked at for an account without a second factor.</summary>
    /// <param name="codeField">Where a wrong code is said.</param>
    public Task<Refusal?> Handle(Account account, string password, string? code, string codeField, CancellationToken ct) => queue.Run(account.UserName!, async () =>
    {
        const string counted = "；连续 5 次不对，账号锁定 10 分钟";
        if (await accounts.IsLockedOutAsync(account)) return new Refusal("连续 5 次不对，账号已锁定，请 10 分钟后再试");
        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await accounts.AccessFailedAsync(account);
            return new Refusal(Password, "密码不对" + counted);
        }
        if (await db.SecondFactors.AnyAsync(f => f.AccountId == account.Id, ct) && !await factor.Handle(account, code ?? "", ct))
        {
            await accounts.AccessFailedAsync(account);
            return new Refusal(codeField, "口令不对或已用过，请等手机上换了新的再输" + counted);
        }
        await accounts.ResetAccessFailedCountAsync(account);
        return null;
    });
}

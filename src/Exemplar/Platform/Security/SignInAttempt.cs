using Exemplar.Platform.Security.Audit;
using Exemplar.Platform.Security.Factors;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security;

/// <summary>What follows from an answer that ends a sign-in, a code or a passkey: let in, or counted and noted. In its turn of the <see cref="SignInQueue"/>.</summary>
public sealed class SignInAttempt(SignInManager<Account> door, UserManager<Account> accounts, HalfSignedIn half, SecurityAudit audit)
{
    /// <param name="isRight">Not asked of an account that is locked or out of use.</param>
    /// <param name="failed">What the audit calls a wrong answer.</param>
    public async Task<bool> Handle(Account account, Func<Task<bool>> isRight, SecurityEventKind failed)
    {
        var wasLocked = await accounts.IsLockedOutAsync(account);
        if (wasLocked || account.DisabledAt is not null || !await isRight())
        {
            if (!wasLocked) await accounts.AccessFailedAsync(account);
            await audit.Note(!wasLocked && await accounts.IsLockedOutAsync(account) ? SecurityEventKind.LockedOut : failed, account.Id);
            return false;
        }
        await accounts.ResetAccessFailedCountAsync(account);
        await half.End();
        await door.SignInAsync(account, isPersistent: false);
        await audit.Note(SecurityEventKind.SignedIn, account.Id);
        return true;
    }
}

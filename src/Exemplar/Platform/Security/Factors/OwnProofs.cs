using Exemplar.Platform.Security.Passkeys;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Factors;

/// <summary>By what whoever is signed in can prove, beside the password, to be the owner of the account (<see cref="ProveOwner"/>).</summary>
public sealed class OwnProofs(AppDb db, UserManager<Account> accounts, PasskeyCeremonies ceremonies, SignInManager<Account> door, Actor actor)
{
    /// <param name="HasCodes">One-time codes.</param>
    /// <param name="HasRecovery">Recovery codes that are still good.</param>
    /// <param name="Proof">What the browser is to ask a device; null where no passkey of the account works at this address.</param>
    /// <param name="IsStuck">It takes a passkey, and none works here.</param>
    public sealed record Ways(bool HasCodes, bool HasRecovery, PasskeyCeremonies.Offer? Proof, bool IsStuck)
    {
        public bool TakesCode => HasCodes || HasRecovery;
        public string CodeLabel => HasCodes ? "动态口令，或一个恢复码" : "一个恢复码";
    }

    public async Task<Ways> Find(CancellationToken ct)
    {
        var id = actor.Account.Id;
        var hasCodes = await db.SecondFactors.AnyAsync(f => f.AccountId == id, ct);
        var hasRecovery = await db.RecoveryCodes.AnyAsync(c => c.AccountId == id, ct);
        var hosts = await db.Passkeys.Where(p => p.AccountId == id).Select(p => p.Host).ToListAsync(ct);
        var request = door.Context.Request;
        var proof = request.TakesPasskeys() && hosts.Contains(request.Host.Host) ? await ceremonies.ToProve((await accounts.FindByIdAsync($"{id}"))!) : null;
        return new(hasCodes, hasRecovery, proof, !hasCodes && !hasRecovery && hosts.Count > 0 && proof is null);
    }
}

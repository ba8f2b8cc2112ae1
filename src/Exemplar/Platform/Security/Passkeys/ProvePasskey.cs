namespace Exemplar.Platform.Security.Passkeys;

/// <summary>Tries a device's answer to a challenge. Each challenge is taken once, and a device whose count does not rise not at all.</summary>
public sealed class ProvePasskey(AppDb db, PasskeyCeremonies ceremonies, TimeProvider clock)
{
    public async Task<bool> Handle(Account account, string credential, PasskeyChallenge challenge, CancellationToken ct)
    {
        if (await ceremonies.Proved(credential, challenge) is not var (owner, passkey) || owner.Id != account.Id) return false;

        var (id, count, now) = (passkey.CredentialId, (long)passkey.SignCount, clock.GetUtcNow());
        // The conditions stand in the statement: of requests side by side with one answer, one is let through.
        var taken = await db.Commit<bool>(async (db, ct) => await db.Passkeys
            .Where(p => p.AccountId == account.Id && p.CredentialId == id && p.LastChallengeAt < challenge.MadeAt && (p.SignCount < count || (p.SignCount == 0 && count == 0)))
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.LastChallengeAt, challenge.MadeAt).SetProperty(p => p.SignCount, count)
                .SetProperty(p => p.IsBackedUp, passkey.IsBackedUp).SetProperty(p => p.LastUsedAt, now), ct) == 1, ct);
        db.Attach(account);   // a commit forgets what was loaded before it, and whoever counts failures finds the account a second time
        return taken.Value;
    }
}

namespace Exemplar.Platform.Security.Factors;

/// <summary>How one's own second sign-in step stands.</summary>
public sealed class OwnFactor(AppDb db, Actor actor)
{
    /// <param name="EnrolledAt">Null while there is none.</param>
    /// <param name="IsRequired">It, or a passkey.</param>
    /// <param name="CodesLeft">Recovery codes that are still good.</param>
    public sealed record View(DateTimeOffset? EnrolledAt, int CodesLeft, bool IsRequired, int Passkeys);

    public async Task<View> Show(CancellationToken ct)
    {
        var id = actor.Account.Id;
        var enrolled = await db.SecondFactors.Where(f => f.AccountId == id).Select(f => (DateTimeOffset?)f.EnrolledAt).SingleOrDefaultAsync(ct);
        return new(enrolled, await db.RecoveryCodes.CountAsync(c => c.AccountId == id, ct), actor.NeedsFactor, await db.Passkeys.CountAsync(p => p.AccountId == id, ct));
    }
}

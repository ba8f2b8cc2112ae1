namespace Exemplar.Platform.Security.Passkeys;

/// <summary>One's own passkeys, in the order in which they were added.</summary>
public sealed class OwnPasskeys(AppDb db, Actor actor)
{
    public sealed record Row(Guid Id, string Name, string Host, DateTimeOffset AddedAt, DateTimeOffset? LastUsedAt);

    /// <param name="HasCodes">One-time codes stand beside them: whoever loses the device still comes in.</param>
    /// <param name="RecoveryLeft">Recovery codes that are still good.</param>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasCodes, int RecoveryLeft, bool IsRequired);

    public async Task<View> Show(CancellationToken ct)
    {
        var id = actor.Account.Id;
        return new(await db.Passkeys.Where(p => p.AccountId == id).OrderBy(p => p.AddedAt).ThenBy(p => p.Id).Select(p => new Row(p.Id, p.Name, p.Host, p.AddedAt, p.LastUsedAt)).ToListAsync(ct),
            await db.SecondFactors.AnyAsync(f => f.AccountId == id, ct), await db.RecoveryCodes.CountAsync(c => c.AccountId == id, ct), actor.NeedsFactor);
    }
}

using Exemplar.Platform.Security.Passkeys;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Passkey> Passkeys => Set<Passkey>();

    /// <summary>Inside a commit: takes away all that an account proves beside its password. False when there was nothing.</summary>
    internal async Task<bool> ForgetFactors(Guid account, CancellationToken ct)
    {
        var keys = await Passkeys.Where(p => p.AccountId == account).ExecuteDeleteAsync(ct);
        return await ForgetFactor(account, ct) || keys > 0;
    }

    /// <summary>
    /// Whether a right password is only half of signing in: for whoever has one-time codes, and for administrators who have
    /// passkeys instead. Others with a passkey may still use the password alone, as where no passkey works.
    /// </summary>
    internal async Task<bool> AsksSecondStep(Guid account, DateOnly today, CancellationToken ct) =>
        await SecondFactors.AnyAsync(f => f.AccountId == account, ct)
        || (await Passkeys.AnyAsync(p => p.AccountId == account, ct) && (await Grants.AsNoTracking().Where(g => g.AccountId == account).ToListAsync(ct)).Exists(g => g.Role.IsAdministrator() && g.From <= today && (g.To is null || g.To >= today)));
}

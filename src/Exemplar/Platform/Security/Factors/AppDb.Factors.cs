using Exemplar.Platform.Security.Factors;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    /// <summary>Inside a commit: takes one-time codes and all recovery codes away. False when there were no one-time codes.</summary>
    internal async Task<bool> ForgetFactor(Guid account, CancellationToken ct)
    {
        await RecoveryCodes.Where(c => c.AccountId == account).ExecuteDeleteAsync(ct);
        return await SecondFactors.Where(f => f.AccountId == account).ExecuteDeleteAsync(ct) == 1;
    }

    /// <summary>Inside a commit: a new set in place of the old one.</summary>
    internal async Task KeepRecoveryCodes(Guid account, IEnumerable<string> codes, CancellationToken ct)
    {
        await RecoveryCodes.Where(c => c.AccountId == account).ExecuteDeleteAsync(ct);
        AddRange(codes.Select(code => new RecoveryCode { AccountId = account, Hash = WrittenCode.HashOf(code) }));
    }
}

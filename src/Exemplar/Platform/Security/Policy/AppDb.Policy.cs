using Exemplar.Platform.Security.Policy;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<SecuritySettings> SecuritySettings => Set<SecuritySettings>();
    public DbSet<FormerPassword> FormerPasswords => Set<FormerPassword>();

    /// <summary>As they are kept, or as they begin.</summary>
    internal async Task<SecuritySettings> SettingsInForce(CancellationToken ct) => await SecuritySettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();

    /// <summary>Inside a commit, before an account gets another password or loses the one it has.</summary>
    internal void RememberPassword(Account account, DateTimeOffset now)
    {
        if (account.PasswordHash is { } hash) Add(new FormerPassword { AccountId = account.Id, Hash = hash, EndedAt = now });
    }
}

using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Exemplar.Platform.Security;

/// <summary>
/// The acting accounts, kept in memory until anything they are made of changes. On a server with several instances
/// a change made elsewhere is seen within <see cref="Freshness"/>.
/// </summary>
public sealed class GrantBook(IServiceScopeFactory scopes, TimeProvider clock)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, (ActingAccount? Account, long ReadAt)> known = new();

    /// <summary>Null for an account that does not exist or is disabled.</summary>
    public async ValueTask<ActingAccount?> Find(Guid accountId, CancellationToken ct)
    {
        if (known.TryGetValue(accountId, out var entry) && clock.GetElapsedTime(entry.ReadAt) < Freshness) return entry.Account;

        await using var scope = scopes.CreateAsyncScope();
        var readAt = clock.GetTimestamp();
        var account = await scope.ServiceProvider.GetRequiredService<AppDb>().FindActingAccount(accountId, clock.GetUtcNow(), ct);
        known[accountId] = (account, readAt);
        return account;
    }

    public void Forget() => known.Clear();
}

/// <summary>Empties the book once a change to what it is made of has been committed.</summary>
internal sealed class GrantBookWatch(GrantBook book) : SaveChangesInterceptor
{
    private static readonly HashSet<string> Watched = ["Account", "Grant", "Unit", "Person", "Membership", "SecondFactor", "Passkey"];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData data, InterceptionResult<int> result, CancellationToken ct = default)
    {
        var db = (AppDb)data.Context!;
        if (db.ChangeTracker.Entries().Any(e => e.State is not EntityState.Unchanged && Watched.Contains(e.Metadata.ClrType.Name))) db.AfterCommit(book.Forget);
        return ValueTask.FromResult(result);
    }
}

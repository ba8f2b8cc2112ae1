using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Exemplar.Platform.Security;

/// <summary>One signed-in browser. The cookie carries only <see cref="Key"/>: signing out deletes the row, and a copied cookie is dead with it.</summary>
public sealed class SignInSession
{
    public required string Key { get; init; }
    public required Guid AccountId { get; set; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset EndsAt { get; set; }
    public required byte[] Ticket { get; set; }
}

internal sealed class SignInSessionTable : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> table)
    {
        table.HasKey(s => s.Key);
        table.Property(s => s.Key).HasMaxLength(64);
        table.HasIndex(s => s.AccountId);
    }
}

/// <summary>Keeps the sessions of the cookie scheme in the database, with the living ones in memory.</summary>
public sealed class SessionStore(IServiceScopeFactory scopes, TimeProvider clock) : ITicketStore
{
    private const string KeyItem = "exemplar.session";
    private readonly ConcurrentDictionary<string, AuthenticationTicket> living = new();

    /// <summary>The session that a request came with; null for none.</summary>
    public static string? KeyOf(AuthenticationProperties? properties) => properties?.Items.TryGetValue(KeyItem, out var key) is true ? key : null;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        ticket.Properties.Items[KeyItem] = key;
        var session = new SignInSession
        {
            Key = key,
            AccountId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            StartedAt = clock.GetUtcNow(),
            EndsAt = ticket.Properties.ExpiresUtc ?? clock.GetUtcNow().AddHours(12),
            Ticket = TicketSerializer.Default.Serialize(ticket),
        };
        await Change(async db =>
        {
            db.Add(session);
            return await db.SignInSessions.Where(s => s.EndsAt < clock.GetUtcNow()).ExecuteDeleteAsync();
        });
        living[session.Key] = ticket;
        return session.Key;
    }

    /// <summary>A session that was ended meanwhile stays ended.</summary>
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var (bytes, ends) = (TicketSerializer.Default.Serialize(ticket), ticket.Properties.ExpiresUtc ?? clock.GetUtcNow().AddHours(12));
        var account = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var renewed = await Change(db => db.SignInSessions.Where(s => s.Key == key)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Ticket, bytes).SetProperty(x => x.EndsAt, ends).SetProperty(x => x.AccountId, account)));
        if (renewed == 1) living[key] = ticket;
        else living.TryRemove(key, out _);
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (living.TryGetValue(key, out var ticket)) return ticket;

        var now = clock.GetUtcNow();
        var bytes = await Use(db => db.SignInSessions.Where(s => s.Key == key && s.EndsAt > now).Select(s => s.Ticket).SingleOrDefaultAsync());
        if (bytes is null || TicketSerializer.Default.Deserialize(bytes) is not { } kept) return null;
        return living[key] = kept;
    }

    public Task RemoveAsync(string key)
    {
        living.TryRemove(key, out _);
        return Change(db => db.SignInSessions.Where(s => s.Key == key).ExecuteDeleteAsync());
    }

    /// <summary>Ends every session of the account, e.g. after its password was changed.</summary>
    /// <param name="but">The key of one that goes on.</param>
    public async Task End(Guid accountId, string? but = null)
    {
        var keys = await Use(db => db.SignInSessions.Where(s => s.AccountId == accountId && s.Key != but).Select(s => s.Key).ToListAsync());
        foreach (var key in keys) await RemoveAsync(key);
    }

    private async Task<int> Change(Func<AppDb, Task<int>> work) => (await Use(db => db.Commit<int>(async (db, _) => await work(db), default))).Value;

    private async Task<T> Use<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}

namespace Exemplar.Platform.Data;

/// <summary>For offices that run a server: PostgreSQL 15 or later.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AppDb(options)
{
    /// <summary>
    /// One write at a time, as SQLite has it: rules that check before they change (one head of a unit, no two roles that
    /// exclude each other) would not hold between transactions that cannot see each other.
    /// </summary>
    private protected override async Task<T> InTurn<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keeps, CancellationToken ct)
    {
        await using var transaction = await Database.BeginTransactionAsync(ct);
        await Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(20260310)", ct);
        var result = await work(ct);
        if (keeps(result)) await transaction.CommitAsync(ct);
        return result;
    }
}

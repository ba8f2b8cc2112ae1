using Microsoft.Data.Sqlite;

namespace Exemplar.Platform.Data;

/// <summary>The embedded default. Reads are its own; writes go through the gate, on the connection that all writers share.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, WriteGate gate) : AppDb(options)
{
    private protected override Task<T> InTurn<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keeps, CancellationToken ct) => gate.Enter(async transaction =>
    {
        var ours = Database.GetConnectionString();
        Database.SetDbConnection(transaction.Connection);
        Database.AutoSavepointsEnabled = false;   // the gate sees to what is undone
        await Database.UseTransactionAsync(transaction, ct);
        try
        {
            return await work(ct);
        }
        finally
        {
            await Database.UseTransactionAsync(null, CancellationToken.None);
            Database.SetDbConnection(new SqliteConnection(ours), contextOwnsConnection: true);
        }
    }, keeps, ct);
}

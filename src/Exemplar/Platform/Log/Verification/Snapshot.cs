using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace Exemplar.Platform.Log.Verification;

/// <summary>The database as it is at one moment, read row by row: whoever works meanwhile causes no false alarm and is not kept waiting.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly AppDb db;
    private readonly DbTransaction transaction;
    private readonly bool isOwn;

    private Snapshot(AppDb db, DbTransaction transaction, bool isOwn) => (this.db, this.transaction, this.isOwn) = (db, transaction, isOwn);

    public bool IsSqlite => db.Database.IsSqlite();

    /// <summary>Of the transaction that is open already, when there is one.</summary>
    public static async Task<Snapshot> Open(AppDb db, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction?.GetDbTransaction() is { } open) return new(db, open, isOwn: false);
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        return new(db, connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct), isOwn: true);
    }

    /// <param name="parameters">Named p0, p1, … in the statement.</param>
    public async IAsyncEnumerable<T> Rows<T>(string sql, Func<DbDataReader, T> row, object?[] parameters, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100   // statements are put together from names of the model
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"p{i}", parameters[i]);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) yield return row(reader);
    }

    public async ValueTask DisposeAsync()
    {
        if (!isOwn) return;
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}

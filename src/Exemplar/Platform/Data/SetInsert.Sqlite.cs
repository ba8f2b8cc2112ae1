using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace Exemplar.Platform.Data;

internal static partial class SetInsert
{
    /// <summary>On the connection and in the transaction of the commit. Not awaited: SQLite answers on the calling thread whatever is asked of it.</summary>
    private static void WriteBound(AppDb db, string into, Column[] columns, IEnumerable<object> rows, string onConflict, CancellationToken ct)
    {
        using var insert = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = (SqliteTransaction)(db.Database.CurrentTransaction ?? throw new InvalidOperationException("A set of rows is inserted outside a transaction")).GetDbTransaction();   // each row would be one of its own
        insert.CommandText = $"{into} values ({string.Join(", ", columns.Select((_, i) => $"${i}"))}){onConflict}";
        for (var i = 0; i < columns.Length; i++) insert.Parameters.Add(new($"${i}", null));
        insert.Prepare();   // or every row would be a statement of its own

        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++) insert.Parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }
}

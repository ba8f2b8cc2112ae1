using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Exemplar.Platform.Data;

internal static partial class SetInsert
{
    /// <summary>
    /// On the connection and in the transaction of the commit, through the library below the provider: per row, a command costs
    /// about as much as SQLite's own work. Not awaited: SQLite answers on the calling thread whatever is asked of it.
    /// </summary>
    private static void WriteBound(AppDb db, string into, Column[] columns, IEnumerable<object> rows, string onConflict, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A set of rows is inserted outside a transaction");   // each row would be one of its own
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle ?? throw new InvalidOperationException("A set of rows is inserted without a connection");
        Check(raw.sqlite3_prepare_v2(handle, $"{into} values ({string.Join(", ", columns.Select((_, i) => $"?{i + 1}"))}){onConflict}", out var insert), handle);
        using var statement = insert;
        var buffer = new byte[4096];
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++) Check(Bind(statement, i + 1, columns[i].Read(row), ref buffer), handle);
            var done = raw.sqlite3_step(statement);
            if (done != raw.SQLITE_DONE) Check(done, handle);
            Check(raw.sqlite3_reset(statement), handle);
        }
    }

    private static void Check(int code, sqlite3 handle)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, handle);
    }

    /// <summary>As the provider binds them, so that rows written either way are equal.</summary>
    private static int Bind(sqlite3_stmt statement, int at, object? value, ref byte[] buffer) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        string text => Bind(statement, at, text, ref buffer),
        bool yes => raw.sqlite3_bind_int(statement, at, yes ? 1 : 0),
        int number => raw.sqlite3_bind_int(statement, at, number),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        Guid id => Bind(statement, at, id),
        DateOnly day => Bind(statement, at, day, "yyyy-MM-dd"),
        TimeOnly time => Bind(statement, at, time, time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff"),
        _ => throw new NotSupportedException($"SetInsert has no form for {value.GetType()}"),
    };

    /// <summary>SQLite takes a copy of its own: one buffer does for all. Of no bytes it would make null.</summary>
    private static int Bind(sqlite3_stmt statement, int at, string text, ref byte[] buffer)
    {
        if (text.Length == 0) return raw.sqlite3_bind_text(statement, at, text);
        if (Encoding.UTF8.GetMaxByteCount(text.Length) is var most && most > buffer.Length) buffer = new byte[most];
        return raw.sqlite3_bind_text(statement, at, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
    }

    private static int Bind(sqlite3_stmt statement, int at, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        id.TryFormat(text, out var length);
        Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(statement, at, text[..length]);
    }

    private static int Bind<T>(sqlite3_stmt statement, int at, T value, string format) where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[24];
        value.TryFormat(text, out var length, format, System.Globalization.CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(statement, at, text[..length]);
    }
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Exemplar.Platform.Data;

/// <summary>
/// Carries what was committed from SQLite's write-ahead log into the database file, beside the writers. SQLite does it by itself
/// within the commit that finds the log long, and then all who stand at the gate wait for it.
/// </summary>
internal sealed class Checkpoints(string connectionString)
{
    /// <summary>Pages of 4 KiB, as SQLite itself.</summary>
    private const int Often = 1_000;

    /// <summary>Where writers never rest the log would only grow: then one of them does wait.</summary>
    private const int AtLeast = 8 * Often;

    private Task running = Task.CompletedTask;
    private int carried;

    /// <summary>Asks this connection to leave it to us.</summary>
    internal void Relieve(SqliteConnection writer)
    {
        raw.sqlite3_wal_autocheckpoint(writer.Handle, AtLeast);
        carried = 0;
    }

    internal void AfterCommit(SqliteConnection writer)
    {
        raw.sqlite3_db_status(writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 0);
        if (written - carried < Often || !running.IsCompleted) return;
        carried = written;
        running = Task.Run(Carry);
    }

    /// <summary>Whatever keeps it from the disk loses nothing, for the log has it, and is met again by the next.</summary>
    private void Carry()
    {
        try
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            connection.MakeSafe();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma wal_checkpoint(passive)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
        }
    }

    internal void Rest() => running.Wait();
}

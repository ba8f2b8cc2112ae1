using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Exemplar.Platform.Data;

/// <summary>
/// Writes on SQLite, one after another in order of arrival, on one connection. Whoever arrives while others write shares their
/// commit and its one wait for the disk; each but the first has a savepoint, so that a refusal undoes only its own. Nobody is answered before the
/// commit: what was answered is on the disk, and if the commit fails all who shared it fail.
/// </summary>
public sealed class WriteGate(string connectionString) : IDisposable
{
    private const int MostTogether = 32;

    private readonly SemaphoreSlim turn = new(1);
    private readonly AsyncLocal<bool> inside = new();
    private readonly Checkpoints checkpoints = new(connectionString);
    private int waiting;
    private SqliteConnection? connection;
    private Group? group;

    /// <summary>The first of a group must not wait longer for the others than anybody notices.</summary>
    internal TimeSpan LongestTogether { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Seconds to wait for another program that writes to the file.</summary>
    internal int Patience { get; set; } = 10;

    /// <summary>How many stand in the queue.</summary>
    internal int Waiting => Volatile.Read(ref waiting);

    internal int Commits { get; private set; }

    /// <param name="keeps">Whether what came of the work is kept; a refusal is not.</param>
    internal async Task<T> Enter<T>(Func<SqliteTransaction, Task<T>> work, Func<T, bool> keeps, CancellationToken ct)
    {
        if (inside.Value) throw new InvalidOperationException("A write inside a write would wait for itself");
        inside.Value = true;

        Interlocked.Increment(ref waiting);
        await turn.WaitAsync(CancellationToken.None);   // who gives up in the queue still passes the turn on
        Interlocked.Decrement(ref waiting);
        T result;
        Task committed;
        try
        {
            ct.ThrowIfCancellationRequested();
            group ??= Begin();
            committed = group.Committed;
            result = await Run(group, work, keeps);
        }
        finally
        {
            if (group is { } whole && (Waiting == 0 || whole.Count >= MostTogether || whole.Age >= LongestTogether)) Commit(whole);
            turn.Release();
        }
        await committed;
        return result;
    }

    /// <summary>Where nothing of others is in the transaction yet, it needs no savepoint, for which SQLite copies every page aside before its first change: a large import is mostly alone.</summary>
    private async Task<T> Run<T>(Group shared, Func<SqliteTransaction, Task<T>> work, Func<T, bool> keeps)
    {
        if (shared.Count > 0) shared.Transaction.Save("command");
        try
        {
            var result = await work(shared.Transaction);
            if (!keeps(result))
            {
                Undo(shared, new InvalidOperationException("The savepoint is gone"));
                return result;
            }
            if (shared.Count > 0) shared.Transaction.Release("command");
            shared.Count++;
            return result;
        }
        catch (Exception failure)
        {
            Undo(shared, failure);
            throw;
        }
    }

    /// <summary>A full disk and the like end the whole transaction at once: then all who shared it have failed.</summary>
    private void Undo(Group shared, Exception why)
    {
        try
        {
            if (shared.Count > 0)
            {
                shared.Transaction.Rollback("command");
                shared.Transaction.Release("command");
                return;
            }
            group = null;
            shared.Transaction.Rollback();
            shared.Transaction.Dispose();
            shared.Done.SetResult();
        }
        catch (Exception lost) when (lost is SqliteException or InvalidOperationException)
        {
            Fail(shared, why);
        }
    }

    private void Commit(Group whole)
    {
        group = null;
        try
        {
            whole.Transaction.Commit();
            whole.Transaction.Dispose();
            Commits++;
            whole.Done.SetResult();
        }
        catch (Exception failure)
        {
            Fail(whole, failure);
            return;
        }
        checkpoints.AfterCommit(connection!);
    }

    /// <summary>The connection goes with it: a failed flush must not be followed by one that only seems to succeed.</summary>
    private void Fail(Group whole, Exception failure)
    {
        group = null;
        Close();
        whole.Done.SetException(failure);
    }

    private Group Begin()
    {
        if (connection is null)
        {
            connection = new(connectionString);
            connection.Open();
            connection.MakeSafe();
            connection.KeepChangedPages();
            checkpoints.Relieve(connection);
        }
        connection.DefaultTimeout = Patience;
        return new(connection.BeginTransaction());
    }

    /// <summary>Until the next write.</summary>
    internal void Close()
    {
        checkpoints.Rest();
        connection?.Dispose();
        connection = null;
    }

    public void Dispose()
    {
        Close();
        turn.Dispose();
    }

    private sealed class Group(SqliteTransaction transaction)
    {
        private readonly long begun = Stopwatch.GetTimestamp();

        public SqliteTransaction Transaction => transaction;
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public Task Committed => Done.Task;
        public int Count { get; set; }
        public TimeSpan Age => Stopwatch.GetElapsedTime(begun);
    }
}

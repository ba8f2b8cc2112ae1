using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Data;

/// <summary>Many write at once. What holds of each must hold on PostgreSQL as well; how they share a commit is SQLite's.</summary>
public sealed class WriteGateTests : HouseTests
{
    private static readonly Act Nobody = new(null, null, TestApp.Start);
    private int order = 1000;

    [Fact]
    public async Task Of_many_at_once_each_is_kept_or_refused_by_itself()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 60).Select(n => Task.Run(() => Add($"第{n}科", n % 3 == 0 ? Fate.Refused : n % 3 == 1 ? Fate.Kept : Fate.Failed))));

        Assert.Equal(Enumerable.Range(1, 60).Select(n => n % 3 == 0 ? "不行" : n % 3 == 1 ? "" : nameof(NotFound)), answers);
        Assert.Equal(Enumerable.Range(1, 60).Where(n => n % 3 == 1).Select(n => $"第{n}科").Order(), await Added());
        Assert.Equal(20, await App.Read(db => db.LogEntries.CountAsync(e => e.Kind == "units.race")));
    }

    [Fact]
    public async Task Who_gave_up_waiting_wrote_nothing_and_holds_nobody_up()
    {
        using var gone = new CancellationTokenSource();
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = Task.Run(() => App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            entered.SetResult();
            await leave.Task;
            return 1;
        }, default)));
        await entered.Task;
        var waits = Task.Run(() => Add("等不及的科", Fate.Kept, ct: gone.Token));
        var next = Task.Run(() => Add("后面的科", Fate.Kept));
        await gone.CancelAsync();
        leave.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
        Assert.Equal((1, ""), ((await slow).Value, await next));
        Assert.Equal(["后面的科"], await Added());
    }

    [Fact]
    public async Task A_write_inside_a_write_is_an_error_and_no_deadlock()
    {
        if (TestDatabase.OnPostgres) return;
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => App.Read(db => db.Commit<int>(async (_, ct) =>
        {
            await Add("里面的科", Fate.Kept, ct: ct);
            return 1;
        }, default)));
        Assert.Contains("inside a write", failure.Message, StringComparison.Ordinal);
        Assert.Equal("", await Add("之后的科", Fate.Kept));
    }

    [SqliteTheory, InlineData(7), InlineData(40)]
    public async Task Those_who_wait_share_a_commit_and_are_answered_after_it(int writers)
    {
        var (gate, seen) = (App.Services.GetRequiredService<WriteGate>(), new List<int>());   // how many were there for all to see when each was answered
        var before = gate.Commits;
        var answers = await Together(Enumerable.Range(1, writers).Select(n => (Func<Task<string>>)(async () =>
        {
            var answer = await Add($"第{n}科", Fate.Kept);
            var count = (await Added()).Count;
            lock (seen) seen.Add(count);
            return answer;
        })));

        Assert.All(answers, a => Assert.Equal("", a));
        Assert.DoesNotContain(0, seen);
        Assert.Equal(writers > 31 ? 2 : 1, gate.Commits - before);   // the one who held the gate was the first of 32
    }

    [SqliteFact]
    public async Task What_a_commit_changes_is_not_written_before_it()
    {
        const int CacheSpill = 12;   // SQLITE_DBSTATUS_CACHE_SPILL
        var spilled = await App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            for (var n = 0; n < 3_000; n++) await db.Database.ExecuteSqlAsync($"insert into \"LogEntries\" (\"At\", \"Kind\", \"RecordType\", \"RecordId\", \"Body\") values (0, 'test', 'Test', {Guid.CreateVersion7()}, {new string('x', 3_000)})", ct);
            SQLitePCL.raw.sqlite3_db_status(((SqliteConnection)db.Database.GetDbConnection()).Handle, CacheSpill, out var pages, out _, 0);
            return pages;
        }, default));
        Assert.Equal(0, spilled.Value);
    }

    [SqliteTheory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task When_the_disk_is_full_whoever_was_answered_is_there_nobody_else_is_and_afterwards_writing_goes_on(int seed)
    {
        var random = new Random(seed);
        await App.Read(db => db.Commit<int>(async (db, ct) => await db.Database.ExecuteSqlRawAsync("pragma max_page_count = 1", ct), default));   // taken as: no more pages than there are
        var names = Enumerable.Range(1, 12).Select(n => $"第{n}科").ToList();
        var answers = await Together(names.Select(name => (Func<Task<string>>)(() => Add(name, Fate.Kept, rows: random.Next(10) < 3 ? 400 : 1))));

        Assert.Contains(answers, a => a.Contains("full", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(names.Where((_, n) => answers[n].Length == 0).Order(), (await Added()).Distinct());
        Assert.Equal("", await Add("之后的科", Fate.Kept));
    }

    /// <summary>Lets them all queue behind one who holds the gate, so that as many as may share a commit do.</summary>
    private async Task<string[]> Together(IEnumerable<Func<Task<string>>> writers)
    {
        var gate = App.Services.GetRequiredService<WriteGate>();
        gate.LongestTogether = TimeSpan.FromMinutes(5);
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Task.Run(() => gate.Enter(async _ => { entered.SetResult(); await leave.Task; return 0; }, _ => true, default));
        await entered.Task;
        var others = writers.Select(w => Task.Run(w)).ToList();
        while (gate.Waiting < others.Count) await Task.Delay(5);
        leave.SetResult();
        await Task.WhenAny(first);   // it may have lost its group to the full disk
        return await Task.WhenAll(others);
    }

    private enum Fate { Kept, Refused, Failed }

    /// <summary>Empty when kept; else the refusal, or what failed.</summary>
    private async Task<string> Add(string name, Fate fate, int rows = 1, CancellationToken ct = default)
    {
        try
        {
            var result = await App.Read(db => db.Commit<int>(async (db, ct) =>
            {
                for (var n = 0; n < rows; n++)
                {
                    var unit = Unit.Found(Guid.CreateVersion7(), UnitKind.Department, name, House.Office, Interlocked.Increment(ref order), 900).Value!;
                    db.Add(unit);
                    db.Log(Nobody, "units.race", unit);
                }
                await db.SaveChangesAsync(ct);
                return fate switch { Fate.Refused => new Refusal("不行"), Fate.Failed => throw new NotFound(name), _ => 1 };
            }, ct));
            return result.Refusal?.Message ?? "";
        }
        catch (NotFound) { return nameof(NotFound); }
        catch (DbUpdateException failure) { return failure.InnerException!.Message; }
        catch (SqliteException failure) { return failure.Message; }
    }

    private Task<List<string>> Added() => App.Read(async db =>
        (await db.LogEntries.Where(e => e.Kind == "units.race").Join(db.Units, e => e.RecordId, u => u.Id, (e, u) => u.Name).ToListAsync()).Order().ToList());
}

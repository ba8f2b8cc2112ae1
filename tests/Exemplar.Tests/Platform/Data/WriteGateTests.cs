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
        var gate = App.Services.GetRequiredService<WriteGate>();
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Task.Run(() => gate.Enter(async _ => { entered.SetResult(); await leave.Task; return 0; }, _ => true, default));
        await entered.Task;
        var seen = new List<int>();   // how many of the others were visible to everybody when each was answered
        var others = Enumerable.Range(1, writers).Select(n => Task.Run(async () =>
        {
            Assert.Equal("", await Add($"第{n}科", Fate.Kept));
            var count = (await Added()).Count;
            lock (seen) seen.Add(count);
        })).ToList();
        while (gate.Waiting < writers) await Task.Delay(5);
        leave.SetResult();
        await first;
        await Task.WhenAll(others);

        Assert.Equal(writers, (await Added()).Count);
        Assert.DoesNotContain(0, seen);
        Assert.InRange(gate.Commits, 2, writers);   // fewer than one for each: the first one's, and those that the others shared
    }

    [SqliteTheory, InlineData(1), InlineData(5)]
    public async Task When_the_disk_is_full_all_who_shared_the_commit_fail_and_afterwards_writing_goes_on(int writers)
    {
        await App.Read(db => db.Commit<int>(async (db, ct) => await db.Database.ExecuteSqlRawAsync("pragma max_page_count = 1", ct), default));   // taken as: no more pages than there are
        var answers = await Task.WhenAll(Enumerable.Range(1, writers).Select(n => Task.Run(() => Add(new string('满', 100), Fate.Kept, rows: 400))));
        Assert.All(answers, a => Assert.Contains("full", a, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await Added());

        Assert.Equal("", await Add("之后的科", Fate.Kept));   // on a connection of its own, which has room again
        Assert.Equal(["之后的科"], await Added());
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

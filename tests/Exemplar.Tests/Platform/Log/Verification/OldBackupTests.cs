using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Log.Verification;
using Exemplar.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Log.Verification;

/// <summary>What only somebody notices who kept a checkpoint outside the database.</summary>
public sealed class OldBackupTests : HouseTests
{
    [SqliteTheory]
    [InlineData("the kept one")]
    [InlineData("the newest file of checkpoints/")]
    public async Task An_old_backup_that_was_put_back_is_noticed(string by)
    {
        await Seal();
        var (file, backup) = (Path.Combine(App.DataFolder, "exemplar.db"), Path.Combine(App.DataFolder, "backup.db"));
        await App.Read(db => db.Database.ExecuteSqlAsync($"vacuum into {backup}"));
        await Happens();
        var kept = (await Seal())[^1];
        Assert.Empty((await Verify(kept)).Findings);

        App.Services.GetRequiredService<WriteGate>().Close();
        SqliteConnection.ClearAllPools();
        foreach (var rest in (string[])["-wal", "-shm"]) File.Delete(file + rest);
        File.Copy(backup, file, overwrite: true);
        var isKept = by == "the kept one";
        if (isKept) Directory.Delete(Path.Combine(App.DataFolder, "checkpoints"), recursive: true);

        var seen = await Verify(isKept ? kept : null);
        Assert.Contains(seen.Findings, f => f is { Table: "LogCheckpoints", Row: "2" } && f.What.Contains("旧的备份", StringComparison.Ordinal));
        Assert.Contains(seen.Findings, f => f.Table == "LogEntries" && f.What.Contains("旧的备份", StringComparison.Ordinal));

        await Happens("又过了一阵", "日志又长了");   // and work went on upon it
        var sealing = await Use<SealLog, Result<IReadOnlyList<LogCheckpoint>>>(seal => seal.Handle(default));
        Assert.Equal(isKept, sealing.Refusal is null);   // a file in its place is not overwritten
        Assert.Contains((await Verify(isKept ? kept : null)).Findings, f => f.Table is "LogCheckpoints" or "LogEntries");
    }

    [Fact]
    public async Task Who_rewrites_the_log_and_lets_the_program_seal_it_anew_is_found_by_the_kept_checkpoint()
    {
        var kept = (await Seal())[^1];
        await App.Read(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var tampering = new Tampering(db, new(1));
            await tampering.Unlock();
            await tampering.Run("""update "LogEntries" set "Body" = replace("Body", '综合科', '总务科') where "RecordType" = 'Unit'""");
            await tampering.Run("""update "Units" set "Name" = replace("Name", '综合科', '总务科')""");
            await tampering.Run("""delete from "LogTiles" """);
            await tampering.Run("""delete from "LogCheckpoints" """);
            await tampering.Lock();
            await transaction.CommitAsync();
            return 0;
        });
        Directory.Delete(Path.Combine(App.DataFolder, "checkpoints"), recursive: true);
        await Seal();

        Assert.Empty((await Verify(null)).Findings);   // nothing inside the house can tell
        var seen = await Verify(kept);
        Assert.Contains(seen.Findings, f => f.Table == "LogCheckpoints" && f.What == "与留存的封存点不同");
        Assert.Contains(seen.Findings, f => f.Table == "LogEntries" && f.What.Contains("与第 1 号封存点不符", StringComparison.Ordinal));
    }

    private async Task Happens(params string[] names)
    {
        foreach (var name in names.DefaultIfEmpty("后来的科")) await App.Given(Unit.Found(Guid.CreateVersion7(), UnitKind.Department, name, House.Office, Random.Shared.Next(1000, 100_000), 900).Value!);
    }

    private Task<IReadOnlyList<LogCheckpoint>> Seal() => Use<SealLog, IReadOnlyList<LogCheckpoint>>(async seal => (await seal.Handle(default)).Value!);

    private Task<Exemplar.Platform.Log.Verification.Verification> Verify(LogCheckpoint? kept) => Use<VerifyLog, Exemplar.Platform.Log.Verification.Verification>(verify => verify.Handle(kept, null, default));

    private async Task<TResult> Use<T, TResult>(Func<T, Task<TResult>> use) where T : notnull
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }
}

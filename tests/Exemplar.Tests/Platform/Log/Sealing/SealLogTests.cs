using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Log;
using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Log.Verification;
using Exemplar.Platform.Security;
using Exemplar.Tests.Platform.Log.Verification;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Log.Sealing;

public sealed class SealLogTests : HouseTests
{
    private static readonly Act Nobody = new(null, null, TestApp.Start);

    [Fact]
    public async Task What_was_entered_is_sealed_once_signed_and_written_to_a_file()
    {
        var made = Assert.Single(await Seal());
        Assert.Equal((1, await App.Read(db => db.LogEntries.LongCountAsync())), (made.Number, made.Size));
        Assert.Empty(await Seal());

        var file = Path.Combine(App.DataFolder, "checkpoints", "checkpoint-00000001.txt");
        Assert.Equal(made.Text, await File.ReadAllTextAsync(file));
        var key = VerifyingKey.Read(await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(App.DataFolder, "checkpoints"), "*.pub.pem"))))!;
        Assert.True(LogCheckpoint.Read(made.Text)!.IsSignedBy(key));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(App.DataFolder, "keys", "log-signing.pem")));
        Assert.Equal("", await Found());
    }

    [Fact]
    public async Task A_sealing_reads_only_what_is_new()
    {
        await Seal();
        await Raw(async tampering => await tampering.Run("""update "LogEntries" set "Kind" = 'test.changed' where "Id" = 1"""));
        await Happens("新的科");
        Assert.Equal(2, Assert.Single(await Seal()).Number);   // it did not look at the first entry
        Assert.Contains("表 LogEntries，行 1：不是第 1 号封存点封存的内容", await Found(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_log_is_sealed_by_several_checkpoints()
    {
        var count = await App.Read(db => db.LogEntries.CountAsync());
        var keys = App.Services.GetRequiredService<LogKeys>();
        var made = await App.Read(async db => (await new SealLog(db, keys, App.Services.GetRequiredService<CheckpointFiles>(), App.Clock) { Largest = 3 }.Handle(default)).Value!);
        Assert.Equal((count + 2) / 3, made.Count);
        Assert.Equal("", await Found());
    }

    [Fact]
    public async Task Without_its_key_nothing_is_sealed_until_somebody_makes_a_new_one()
    {
        await Seal();
        await Happens("新的科");
        File.Delete(Path.Combine(App.DataFolder, "keys", "log-signing.pem"));
        Assert.Contains("签名密钥不在", (await Try()).Refusal!.Message, StringComparison.Ordinal);

        App.Services.GetRequiredService<LogKeys>().Make(SigningKey.Sm2);
        Assert.Equal(SigningKey.Sm2, Assert.Single(await Seal()).Algorithm);
        Assert.Equal("", await Found());   // the old key still speaks for what it signed

        foreach (var file in Directory.GetFiles(Path.Combine(App.DataFolder, "keys"), "log-*.pub.pem")) File.Delete(file);
        Assert.Contains("不在认可的公钥里", await Found(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""delete from "LogTiles" """)]
    [InlineData("""update "LogCheckpoints" set "Root" = 'ab'""")]
    public async Task Upon_a_tree_that_does_not_fit_nothing_is_sealed(string sql)
    {
        await Seal();
        await Raw(tampering => tampering.Run(sql));
        await Happens("新的科");
        Directory.Delete(Path.Combine(App.DataFolder, "checkpoints"), recursive: true);
        Assert.Contains("与第 1 号封存点对不上", (await Try()).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_record_is_known_as_deleted_and_may_not_come_back()
    {
        var account = await House.Account("短任", (Role.Member, House.FirstBranch));
        var grant = await App.Read(db => db.Grants.Where(g => g.AccountId == account).Select(g => g.Id).SingleAsync());
        await App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            var found = await db.Grants.SingleAsync(g => g.Id == grant, ct);
            db.Remove(found);
            db.Log(Nobody, "test.removed", found);
            return 0;
        }, default));
        await Seal();
        Assert.Equal("null", await App.Read(db => db.LogEntries.Where(e => e.RecordId == grant).OrderBy(e => e.Id).Select(e => e.Body).LastAsync()));
        Assert.Equal("", await Found());

        var grants = await App.Read(db => Task.FromResult(Tampering.Tables(db.Model).Single(t => t.Name == "Grants")));
        var other = await App.Read(db => db.Grants.Select(g => g.Id).FirstAsync());
        await Raw(tampering => tampering.Copy(grants, [tampering.Stored(other)], grant));
        Assert.Contains($"表 Grants，行 {grant}：按日志第", await Found(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_after_a_save_within_the_commit_is_entered_once_as_it_is_at_its_end()
    {
        await App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            var unit = await db.Units.SingleAsync(u => u.Id == House.General.Id, ct);
            db.Log(Nobody, "test.given", unit);
            unit.Rename("综合一科");
            await db.SaveChangesAsync(ct);
            unit.Rename("综合二科");
            return 0;
        }, default));
        var body = await App.Read(db => db.LogEntries.Where(e => e.RecordId == House.General.Id && e.Kind == "test.given").OrderByDescending(e => e.Id).Select(e => e.Body).FirstAsync());
        Assert.Contains("综合二科", body, StringComparison.Ordinal);
        Assert.Equal(0, await App.Read(db => db.LogEntries.CountAsync(e => e.Body.Contains("综合一科"))));
        Assert.Equal("", await Found());
    }

    [Theory]
    [InlineData("""update "LogEntries" set "Kind" = 'x' where "Id" = 1""")]
    [InlineData("""delete from "LogEntries" where "Id" = 1""")]
    [InlineData("""update "LogCheckpoints" set "Root" = 'x'""")]
    [InlineData("""delete from "LogCheckpoints" """)]
    [InlineData("""insert or replace into "LogEntries" select * from "LogEntries" where "Id" = 1""")]
    [InlineData("""truncate "LogEntries" """)]
    public async Task The_database_itself_refuses_to_change_what_was_entered(string sql)
    {
        await Seal();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => App.Read(db => db.Database.ExecuteSqlRawAsync(sql)));   // the last two are each no statement of one of the two databases
        Assert.Equal("", await Found());
    }

    [Fact]
    public async Task The_leaf_holds_every_column_of_the_entry()
    {
        var columns = await App.Read(db => Task.FromResult(db.Model.FindEntityType(typeof(LogEntry))!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal).ToList()));
        var leaf = await App.Read(async db => CanonicalJson.Of(db.Model, await db.LogEntries.FirstAsync()));
        using var json = System.Text.Json.JsonDocument.Parse(leaf);
        Assert.Equal(columns, json.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Every_column_of_every_record_and_part_is_in_its_json()
    {
        var shadows = await App.Read(db => Task.FromResult(Tampering.Tables(db.Model).SelectMany(t => t.Columns.Where(c => c.IsShadowProperty()).Select(c => $"{t.Name}.{c.Name}")).ToList()));
        Assert.Empty(shadows);
        var nested = await App.Read(db => Task.FromResult(LiveRecords.Shapes(db.Model).SelectMany(s => s.Parts).Where(p => p.Part!.Parts.Any()).Select(p => p.Key).ToList()));
        Assert.Empty(nested);   // verification gathers parts of records only
    }

    private Task Happens(string name) => App.Given(Unit.Found(Guid.CreateVersion7(), UnitKind.Department, name, House.Office, 901, 901).Value!);

    private Task<int> Raw(Func<Tampering, Task> edit) => App.Read(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var tampering = new Tampering(db, new(1));
        await tampering.Unlock();
        await edit(tampering);
        await tampering.Lock();
        await transaction.CommitAsync();
        return 0;
    });

    private Task<Result<IReadOnlyList<LogCheckpoint>>> Try() => Use<SealLog, Result<IReadOnlyList<LogCheckpoint>>>(seal => seal.Handle(default));

    private async Task<IReadOnlyList<LogCheckpoint>> Seal() => (await Try()).Value!;

    private Task<string> Found() => Use<VerifyLog, string>(async verify => string.Join(" | ", (await verify.Handle(null, null, default)).Findings));

    private async Task<TResult> Use<T, TResult>(Func<T, Task<TResult>> use) where T : notnull
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }
}

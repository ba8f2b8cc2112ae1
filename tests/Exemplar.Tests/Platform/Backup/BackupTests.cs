using System.CommandLine;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Backup;
using Exemplar.Platform.Files;
using Exemplar.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Backup;

/// <summary>F28: a backup is taken while people write, put back elsewhere, and held against the record log.</summary>
public sealed class BackupTests : HouseTests
{
    private readonly string root = Directory.CreateTempSubdirectory("exemplar-backup-").FullName;

    private string Backup => Path.Combine(root, "backup");
    private string Restored => Path.Combine(root, "restored");

    [SqliteFact]
    public async Task A_backup_taken_while_people_write_is_whole_and_holds_what_was_there_before()
    {
        await KeepFile("附件一.txt", "第一份");
        await App.Seal();
        for (var n = 0; n < 5; n++) await Happens($"之前的科 {n}");
        using var stop = new CancellationTokenSource();
        var writing = Enumerable.Range(0, 4).Select(w => Task.Run(async () => { for (var n = 0; !stop.IsCancellationRequested; n++) await Happens($"同时的科 {w}-{n}"); })).ToList();
        var (code, said) = await Run("backup", Backup, "--data", App.DataFolder);
        await stop.CancelAsync();
        await Task.WhenAll(writing);

        Assert.True(code == 0 && said.StartsWith("已备份 ", StringComparison.Ordinal) && said.Contains("keys 目录不在备份里", StringComparison.Ordinal), said);
        Assert.False(Directory.Exists(Path.Combine(Backup, "keys")));
        CopyKeys();
        (code, said) = await Run("restore", Backup, "--data", Restored);
        Assert.True(code == 0 && said.Contains("核对无误", StringComparison.Ordinal), said);
        var names = await Names();
        Assert.Equal(5, names.Count(n => n.StartsWith("之前的科", StringComparison.Ordinal)));
        var sha = await App.Read(db => db.Files.Select(f => f.Sha256).SingleAsync());
        Assert.Equal("第一份", await File.ReadAllTextAsync(Path.Combine(Restored, "files", sha[..2], sha)));
    }

    [SqliteFact]
    public async Task An_old_backup_is_known_for_what_it_is_by_the_checkpoint_that_was_kept()
    {
        await App.Seal();
        Assert.Equal(0, (await Run("backup", Backup, "--data", App.DataFolder)).Code);
        await Happens("后来的科");
        await App.Seal();
        CopyKeys();
        Directory.CreateDirectory(Path.Combine(Restored, "checkpoints"));
        foreach (var file in Directory.GetFiles(Path.Combine(App.DataFolder, "checkpoints"))) File.Copy(file, Path.Combine(Restored, "checkpoints", Path.GetFileName(file)));

        var (code, said) = await Run("restore", Backup, "--data", Restored);
        Assert.True(code == 1 && said.Contains("旧的备份", StringComparison.Ordinal), said);
    }

    [SqliteFact]
    public async Task The_kept_checkpoint_can_be_named_and_a_newer_one_than_the_backup_is_noticed()
    {
        await App.Seal();
        Assert.Equal(0, (await Run("backup", Backup, "--data", App.DataFolder)).Code);
        await Happens("后来的科");
        await App.Seal();
        CopyKeys();
        var kept = Directory.GetFiles(Path.Combine(App.DataFolder, "checkpoints"), "checkpoint-*.txt").Order(StringComparer.Ordinal).Last();
        Assert.Equal((1, "exemplar.db 不是封存点文件"), await Run("restore", Backup, "--data", Restored, "--checkpoint", Path.Combine(App.DataFolder, "exemplar.db")));
        Assert.False(Directory.Exists(Path.Combine(Restored, "files")));   // asked before anything is put back

        var (code, said) = await Run("restore", Backup, "--data", Restored, "--checkpoint", kept);
        Assert.True(code == 1 && said.Contains("旧的备份", StringComparison.Ordinal), said);
    }

    [SqliteTheory]
    [InlineData("exemplar.db")]
    [InlineData("files/")]
    [InlineData("checkpoints/")]
    public async Task One_changed_byte_is_named_and_nothing_is_restored(string which)
    {
        await KeepFile("附件一.txt", "第一份");
        await App.Seal();
        Assert.Equal(0, (await Run("backup", Backup, "--data", App.DataFolder)).Code);
        var file = (await BackupManifest.Read(Backup, default))!.Files.First(f => f.Path.StartsWith(which, StringComparison.Ordinal)).Path;
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Backup, file));
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(Backup, file), bytes);

        Assert.Equal((1, $"备份里的 {file} 缺失或者和清单不一致，没有恢复任何内容"), await Run("restore", Backup, "--data", Restored));
        Assert.False(Directory.Exists(Restored));
    }

    [SqliteFact]
    public async Task What_is_no_backup_or_would_overwrite_is_refused()
    {
        Directory.CreateDirectory(Backup);
        Assert.Contains("不是一份完整的备份", (await Run("restore", Backup, "--data", Restored)).Said, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(Backup, "note.txt"), "x");
        Assert.Contains("不是空目录", (await Run("backup", Backup, "--data", App.DataFolder)).Said, StringComparison.Ordinal);
        Directory.Delete(Backup, recursive: true);
        Assert.Equal(0, (await Run("backup", Backup, "--data", App.DataFolder)).Code);
        Assert.Contains("已经有数据", (await Run("restore", Backup, "--data", App.DataFolder)).Said, StringComparison.Ordinal);

        await new BackupManifest(DateTimeOffset.UnixEpoch, [new("files/../../outside", 1, "00")]).Write(Backup, default);
        Assert.Contains("不在备份目录里", (await Run("restore", Backup, "--data", Restored)).Said, StringComparison.Ordinal);
        await new BackupManifest(DateTimeOffset.UnixEpoch, [new("keys/log-signing.pem", 1, "00")]).Write(Backup, default);
        Assert.Contains("密钥从不在备份里", (await Run("restore", Backup, "--data", Restored)).Said, StringComparison.Ordinal);
        Assert.Equal(1, (await Run("backup", Path.Combine(root, "none"), "--data", Path.Combine(root, "nowhere"))).Code);
    }

    public override async Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
        await base.DisposeAsync();
    }

    private async Task KeepFile(string name, string text)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await App.Given(await scope.ServiceProvider.GetRequiredService<FileStore>().Keep(name, System.Text.Encoding.UTF8.GetBytes(text), default));
    }

    private int order = 1000;

    private Task Happens(string name) => App.Given(Unit.Found(Guid.CreateVersion7(), UnitKind.Department, name, House.Office, Interlocked.Increment(ref order), 900).Value!);

    private void CopyKeys()
    {
        Directory.CreateDirectory(Path.Combine(Restored, "keys"));
        foreach (var file in Directory.GetFiles(Path.Combine(App.DataFolder, "keys"))) File.Copy(file, Path.Combine(Restored, "keys", Path.GetFileName(file)));
    }

    private async Task<List<string>> Names()
    {
        await using var app = Application.Build(Restored);
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Exemplar.Platform.Data.AppDb>().Units.Select(u => u.Name).ToListAsync();
    }

    private static async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        var output = new StringWriter();
        var code = await new RootCommand { Commands.Backup(), Commands.Restore() }.Parse(arguments).InvokeAsync(new() { Output = output, Error = output });
        return (code, output.ToString().Trim().ReplaceLineEndings("\n"));
    }
}

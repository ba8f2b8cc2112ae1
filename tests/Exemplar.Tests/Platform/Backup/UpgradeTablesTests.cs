using System.CommandLine;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Backup;
using Exemplar.Platform.Data;
using Exemplar.Platform.Files;
using Exemplar.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Backup;

/// <summary>A program folder that was replaced meets the data of another version.</summary>
public sealed class UpgradeTablesTests : HouseTests
{
    private const string Later = "29990101000000_Later";

    private string Copies => Path.Combine(App.DataFolder, "before-upgrade");

    [SqliteFact]
    public async Task Data_of_an_older_program_are_copied_before_they_are_upgraded_and_the_copy_can_be_restored()
    {
        await KeepFile("附件一.txt", "第一份");
        await App.Seal();
        await App.Read(db => db.Database.ExecuteSqlRawAsync("""delete from "FinishedMigrations" """));

        Assert.Null(await Start());
        await App.Given(Unit.Found(Guid.CreateVersion7(), UnitKind.Department, "升级后的科", House.Office, 1000, 900).Value!);
        var copy = Assert.Single(Directory.GetDirectories(Copies));
        Assert.Equal(["exemplar.db"], (await BackupManifest.Read(copy, default))!.Files.Select(f => f.Path));

        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(App.DataFolder, "exemplar.db*")) File.Move(file, Path.Combine(Copies, Path.GetFileName(file)));
        var output = new StringWriter();
        var code = await new RootCommand { Commands.Restore() }.Parse(["restore", copy, "--data", App.DataFolder]).InvokeAsync(new() { Output = output, Error = output });
        Assert.True(code == 0 && output.ToString().Contains("核对无误", StringComparison.Ordinal), output.ToString());
        Assert.DoesNotContain("升级后的科", await App.Read(db => db.Units.Select(u => u.Name).ToListAsync()));
    }

    [SqliteFact]
    public async Task Nothing_is_copied_when_nothing_is_upgraded()
    {
        Assert.Null(await Start());
        Assert.False(Directory.Exists(Copies));
    }

    [Fact]
    public async Task Data_of_a_newer_program_are_refused_with_a_sentence_and_left_as_they_are()
    {
        await App.Read(db => db.Database.ExecuteSqlRawAsync($"""insert into "FinishedMigrations" values ('{Later}')"""));
        var before = await App.Read(db => db.Database.SqlQueryRaw<string>("""select "MigrationId" as "Value" from "FinishedMigrations" order by 1""").ToListAsync());

        var refusal = await Start();
        Assert.StartsWith("这些数据已经由更新的版本打开过", refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(before, await App.Read(db => db.Database.SqlQueryRaw<string>("""select "MigrationId" as "Value" from "FinishedMigrations" order by 1""").ToListAsync()));
        Assert.False(Directory.Exists(Copies));
    }

    [SqliteFact]
    public async Task The_program_does_not_start_on_them_and_says_why()
    {
        await App.Read(db => db.Database.ExecuteSqlRawAsync($"""insert into "FinishedMigrations" values ('{Later}')"""));
        var error = new StringWriter();
        var code = await new RootCommand { Commands.Serve() }.Parse(["serve", "--data", App.DataFolder, "--urls", "http://127.0.0.1:0"]).InvokeAsync(new() { Error = error });
        Assert.True(code == 1 && error.ToString().Contains("请用原来那个更新的程序文件夹启动", StringComparison.Ordinal), error.ToString());
    }

    /// <summary>What a program does with the data folder before it serves.</summary>
    private async Task<Refusal?> Start()
    {
        await using var program = Application.Build(App.DataFolder, TestDatabase.OnPostgres ? await App.Read(db => Task.FromResult(db.Database.GetConnectionString())) : null);
        return await program.Prepare(default);
    }

    private async Task KeepFile(string name, string text)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await App.Given(await scope.ServiceProvider.GetRequiredService<FileStore>().Keep(name, System.Text.Encoding.UTF8.GetBytes(text), default));
    }
}

using Exemplar.Platform.Data;
using Exemplar.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Data;

/// <summary>A start migrates exactly when something is missing.</summary>
public sealed class TableHistoryTests : IAsyncLifetime
{
    private readonly TestApp app = new();

    [Fact]
    public async Task A_house_whose_tables_are_this_programs_needs_nothing() => Assert.Equal(TablesAge.Same, await Age());

    [Fact]
    public async Task A_house_that_missed_a_migration_is_older()
    {
        await app.Read(db => db.Database.ExecuteSqlRawAsync("""delete from "FinishedMigrations" """));
        Assert.Equal(TablesAge.Older, await Age());
    }

    [Theory]
    [InlineData("""insert into "FinishedMigrations" values ('29990101000000_Later')""")]
    [InlineData("""insert into "__EFMigrationsHistory" values ('29990101000000_Later', '99'); delete from "FinishedMigrations" """)]
    public async Task A_house_that_a_later_program_has_entered_is_newer_also_when_it_was_killed_on_the_way(string sql)
    {
        await app.Read(db => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal(TablesAge.Newer, await Age());
    }

    [Fact]
    public async Task A_house_without_tables_has_no_age()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-test-").FullName;
        await using (var empty = Application.Build(folder))
        {
            var history = empty.Services.GetRequiredService<TableHistory>();
            Assert.Equal(TablesAge.None, await history.Age(default));
            Assert.Null(await empty.Prepare(default));
            Assert.Equal(TablesAge.Same, await history.Age(default));
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Task<TablesAge> Age() => app.Services.GetRequiredService<TableHistory>().Age(default);

    public Task InitializeAsync() => app.InitializeAsync();
    public Task DisposeAsync() => app.DisposeAsync();
}

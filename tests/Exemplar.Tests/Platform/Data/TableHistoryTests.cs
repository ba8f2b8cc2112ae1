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
    public async Task A_house_whose_tables_are_this_programs_is_complete() => Assert.True(await IsComplete());

    [Fact]
    public async Task A_house_that_missed_a_migration_is_not()
    {
        await app.Read(db => db.Database.ExecuteSqlRawAsync("""delete from "FinishedMigrations" """));
        Assert.False(await IsComplete());
    }

    [Fact]
    public async Task A_house_without_tables_is_not()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-test-").FullName;
        await using (var empty = Application.Build(folder))
        {
            var history = empty.Services.GetRequiredService<TableHistory>();
            Assert.False(await history.IsComplete(default));
            await empty.Prepare(default);
            Assert.True(await history.IsComplete(default));
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Task<bool> IsComplete() => app.Services.GetRequiredService<TableHistory>().IsComplete(default);

    public Task InitializeAsync() => app.InitializeAsync();
    public Task DisposeAsync() => app.DisposeAsync();
}

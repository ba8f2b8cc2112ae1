using System.Data.Common;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Log.Verification;
using Exemplar.Tests.Authorization;
using Exemplar.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Durability;

/// <summary>F27: the first start is killed at a statement of its migration. What lay on the disk at that moment is started again.</summary>
public sealed class KilledMigrationTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("exemplar-migration-").FullName;

    [SqliteFact]
    public async Task Wherever_the_first_start_was_killed_the_next_one_finishes_it()
    {
        var first = Directory.CreateDirectory(Path.Combine(root, "first")).FullName;
        var camera = new Camera(first, Path.Combine(root, "killed"), every: Torture.IsOn ? 1 : 12);
        await using (var app = Application.Build(first, change: builder => builder.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(camera)))) await app.Prepare(default);
        Assert.True(camera.Pictures.Count > 8, $"{camera.Pictures.Count} moments prove little");

        foreach (var killed in camera.Pictures)
        {
            SqliteConnection.ClearAllPools();
            await using var app = Application.Build(killed);
            await app.Prepare(default).WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(TablesAge.Same, await app.Services.GetRequiredService<TableHistory>().Age(default));
            await using var scope = app.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            await services.GetRequiredService<AppDb>().Commit<int>((db, _) =>
            {
                var office = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "临江市人民政府办公室", null, 1, 1).Value!;
                db.Add(office);
                db.Log(new Act(null, null, DateTimeOffset.UnixEpoch), "test.given", office);
                return Task.FromResult<Result<int>>(1);
            }, default);
            Assert.Empty((await services.GetRequiredService<VerifyLog>().Handle(null, null, default)).Findings);   // every trigger is there
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    /// <summary>Copies the database before every so many statements: what a kill at that moment leaves.</summary>
    private sealed class Camera(string folder, string pictures, int every) : DbCommandInterceptor
    {
        private int statements;

        public List<string> Pictures { get; } = [];

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken ct = default)
        {
            Take();
            return ValueTask.FromResult(result);
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData data, InterceptionResult<int> result)
        {
            Take();
            return result;
        }

        private void Take()
        {
            if (statements++ % every > 0 && statements > 3) return;   // the first ones are the lock and the history
            var picture = Directory.CreateDirectory(Path.Combine(pictures, $"{statements}")).FullName;
            foreach (var file in Directory.GetFiles(folder, "exemplar.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal))) File.Copy(file, Path.Combine(picture, Path.GetFileName(file)));
            Pictures.Add(picture);
        }
    }
}

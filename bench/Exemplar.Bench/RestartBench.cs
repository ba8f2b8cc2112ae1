using Microsoft.Data.Sqlite;

namespace Exemplar.Bench;

/// <summary>Killed on the data of a whole city with writes that are in the log file of the database only: how long until it is ready again, against a start after an orderly end.</summary>
internal sealed class RestartBench : IWorkload
{
    private const double Goal = 2;
    private const int Rounds = 7;

    public static string Name => "restart";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var product = Path.Combine(await Programs.Publish(Path.Combine(Programs.Root, "src/Exemplar/Exemplar.csproj")), "exemplar.dll");
        var folder = Directory.CreateTempSubdirectory("exemplar-restart-").FullName;
        try
        {
            await using (await StandingsHouse.Build(folder)) { }
            SqliteConnection.ClearAllPools();
            var (killed, orderly, log) = (new List<double>(), new List<double>(), 0L);
            for (var round = 0; round < Rounds; round++)
            {
                orderly.Add(await Start(product, folder));
                log = await LeaveWrites(product, folder);
                killed.Add(await Start(product, folder));
                await Fold(folder);
            }
            var (after, clean) = (Measure.Median(killed), Measure.Median(orderly));
            var size = new FileInfo(Path.Combine(folder, "exemplar.db")).Length >> 20;
            return [Figure.AtMost("restart after a kill to ready, tier M", after / clean, Goal, "×", $"{after:0} ms, at most {killed.Max():0} ms, against {clean:0} ms after an orderly end; database {size} MiB, {log >> 20} MiB of it in the write-ahead log only")];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Milliseconds to ready; then <paramref name="meanwhile"/>, then kill -9.</summary>
    private static async Task<double> Start(string product, string folder, Func<Task>? meanwhile = null)
    {
        var address = $"http://127.0.0.1:{Programs.FreePort()}";
        using var client = new HttpClient { BaseAddress = new(address) };
        var process = Programs.Start(product, "serve", "--data", folder, "--urls", address);
        try
        {
            var took = await Programs.UntilItAnswers(process, client, "/health/ready");
            if (meanwhile is not null) await meanwhile();
            return took;
        }
        finally
        {
            await Programs.Stop(process);
        }
    }

    /// <returns>How many bytes lie in the write-ahead log when the program is killed.</returns>
    private static async Task<long> LeaveWrites(string product, string folder)
    {
        await Start(product, folder, () => Execute(folder, """pragma wal_autocheckpoint = 0; update "Standings" set "Actual" = "Actual" + 1;"""));
        return new FileInfo(Path.Combine(folder, "exemplar.db-wal")).Length;
    }

    private static Task Fold(string folder) => Execute(folder, "pragma wal_checkpoint(truncate)");

    private static async Task Execute(string folder, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "exemplar.db")};Pooling=false");
        await connection.OpenAsync();
        // SQLite writes no page that stays the same, hence the change. Whoever closes last folds the log into the database; who is killed does not.
        SQLitePCL.raw.sqlite3_db_config(connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100   // constants
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

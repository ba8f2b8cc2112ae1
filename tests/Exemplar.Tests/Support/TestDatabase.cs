using Microsoft.Data.Sqlite;
using Npgsql;

namespace Exemplar.Tests.Support;

/// <summary>
/// A fresh database for each test class: a SQLite file in its data folder, or with EXEMPLAR_TEST_DB=postgres a database
/// on the server that EXEMPLAR_TEST_POSTGRES names. Both are copies of one that was migrated once for the whole run.
/// </summary>
internal sealed class TestDatabase(string dataFolder)
{
    public static readonly bool OnPostgres = Environment.GetEnvironmentVariable("EXEMPLAR_TEST_DB") == "postgres";
    private static readonly string Server = Environment.GetEnvironmentVariable("EXEMPLAR_TEST_POSTGRES") ?? "Host=127.0.0.1;Port=5432;Username=postgres";
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);

    private readonly string name = NewName();

    private string SqliteFile => Path.Combine(dataFolder, "exemplar.db");

    /// <summary>The connection string of PostgreSQL; null for SQLite.</summary>
    public async Task<string?> Create()
    {
        var template = await Template.Value;
        if (OnPostgres)
        {
            await OnServer($"create database {name} template {template}");
            return ConnectionTo(name);
        }
        File.Copy(template, SqliteFile);
        return null;
    }

    public async Task Drop()
    {
        if (!OnPostgres)
        {
            SqliteConnection.ClearAllPools();
            return;
        }
        await using (var own = new NpgsqlConnection(ConnectionTo(name))) NpgsqlConnection.ClearPool(own);
        await OnServer($"drop database {name} with (force)");
    }

    private static async Task<string> MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-template-").FullName;
        var template = NewName();
        if (OnPostgres) await OnServer($"create database {template}");
        await using (var app = Application.Build(folder, OnPostgres ? ConnectionTo(template) : null)) await app.Prepare(default);
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();   // PostgreSQL copies only what nobody is connected to
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Directory.Delete(folder, recursive: true);
            if (OnPostgres) OnServer($"drop database {template} with (force)").GetAwaiter().GetResult();
        };
        return OnPostgres ? template : Path.Combine(folder, "exemplar.db");
    }

    private static string NewName() => $"exemplar_{Guid.CreateVersion7():N}";

    private static string ConnectionTo(string database) => $"{Server};Database={database};Maximum Pool Size=20";

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

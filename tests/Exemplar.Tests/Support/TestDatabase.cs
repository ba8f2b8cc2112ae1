using Microsoft.Data.Sqlite;
using Npgsql;

namespace Exemplar.Tests.Support;

/// <summary>
/// A fresh database for each test class: a SQLite file in its data folder, or with EXEMPLAR_TEST_DB=postgres a database
/// on the server that EXEMPLAR_TEST_POSTGRES names.
/// </summary>
internal sealed class TestDatabase
{
    private static readonly bool OnPostgres = Environment.GetEnvironmentVariable("EXEMPLAR_TEST_DB") == "postgres";
    private static readonly string Server = Environment.GetEnvironmentVariable("EXEMPLAR_TEST_POSTGRES") ?? "Host=127.0.0.1;Port=5432;Username=postgres";

    private readonly string name = $"exemplar_{Guid.CreateVersion7():N}";

    public async Task<string?> Create()
    {
        if (!OnPostgres) return null;
        await OnServer($"create database {name}");
        return $"{Server};Database={name};Maximum Pool Size=20";
    }

    public async Task Drop()
    {
        if (!OnPostgres) { SqliteConnection.ClearAllPools(); return; }
        NpgsqlConnection.ClearAllPools();
        await OnServer($"drop database {name} with (force)");
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Data;

/// <summary>A connection as the application opens it: nothing acknowledged is lost, nothing deleted stays readable.</summary>
public sealed class SqliteSafetyTests : IAsyncLifetime
{
    private readonly TestApp app = new();

    [SqliteTheory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    [InlineData("trusted_schema", "0")]
    public async Task Every_connection_is_safe(string pragma, string value)
    {
        foreach (var _ in (int[])[1, 2])   // a fresh one, and the same from the pool
            Assert.Equal(value, await app.Read(db => Ask(db, pragma)));
    }

    private static async Task<string?> Ask(DbContext db, string pragma)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100   // a pragma takes no parameter
        command.CommandText = $"pragma {pragma}";
#pragma warning restore CA2100
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    public Task InitializeAsync() => app.InitializeAsync();
    public Task DisposeAsync() => app.DisposeAsync();
}

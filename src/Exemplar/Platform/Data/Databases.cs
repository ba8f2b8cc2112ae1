using System.Data.Common;
using Exemplar.Platform.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Exemplar.Platform.Data;

/// <summary>The embedded default.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AppDb(options);

/// <summary>For offices that run a server: PostgreSQL 15 or later.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AppDb(options);

public static class Databases
{
    private static readonly SqliteSafety Safety = new();

    /// <summary>A PostgreSQL connection string when one is given, else <c>exemplar.db</c> in the data folder.</summary>
    public static IServiceCollection AddAppDb(this IServiceCollection services, string dataFolder, string? postgres)
    {
        if (postgres is not null)
        {
            services.AddSingleton(new TableHistory(() => new NpgsqlConnection(postgres), typeof(PostgresDb)));
            return services.AddDbContext<AppDb, PostgresDb>((s, o) => o.UseNpgsql(postgres).AddInterceptors(s.GetRequiredService<GrantBookWatch>(), s.GetRequiredService<FilesOfCommit>()));
        }

        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "exemplar.db"), ForeignKeys = true, DefaultTimeout = 30 };
        var there = new SqliteConnectionStringBuilder(file.ConnectionString) { Mode = SqliteOpenMode.ReadWrite };   // asking makes no file
        services.AddSingleton(new TableHistory(() => new SqliteConnection(there.ConnectionString), typeof(SqliteDb)));
        return services.AddDbContext<AppDb, SqliteDb>((s, o) => o.UseSqlite(file.ConnectionString).AddInterceptors(Safety, s.GetRequiredService<GrantBookWatch>(), s.GetRequiredService<FilesOfCommit>()));
    }

    /// <summary>
    /// One write at a time, as SQLite has it: rules that check before they change (one head of a unit, no two roles that
    /// exclude each other) would not hold between transactions that cannot see each other.
    /// </summary>
    public static Task WaitForTurn(this DatabaseFacade database, CancellationToken ct) =>
        database.IsNpgsql() ? database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(20260310)", ct) : Task.CompletedTask;

    public static bool IsDuplicateKey(this DatabaseFacade database, DbUpdateException failure) => failure.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067,   // SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>What every SQLite connection must hold: nothing acknowledged is lost, nothing deleted stays readable.</summary>
    private sealed class SqliteSafety : DbConnectionInterceptor
    {
        private const string Pragmas = "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma trusted_schema=off;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData data, CancellationToken ct)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}

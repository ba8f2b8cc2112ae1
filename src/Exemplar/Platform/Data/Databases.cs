using System.Data.Common;
using System.Runtime.CompilerServices;
using Exemplar.Platform.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using SQLitePCL;

namespace Exemplar.Platform.Data;

public static class Databases
{
    private static readonly SqliteSafety Safety = new();

    /// <summary>One statement, where a query does not say that its collections are many: those of a person are a handful.</summary>
    private const QuerySplittingBehavior Splitting = QuerySplittingBehavior.SingleQuery;

    /// <summary>A PostgreSQL connection string when one is given, else <c>exemplar.db</c> in the data folder.</summary>
    public static IServiceCollection AddAppDb(this IServiceCollection services, string dataFolder, string? postgres)
    {
        if (postgres is not null)
        {
            services.AddSingleton(new TableHistory(() => new NpgsqlConnection(postgres), typeof(PostgresDb)));
            return services.AddDbContext<AppDb, PostgresDb>((s, o) => o.UseNpgsql(postgres, p => p.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter).UseQuerySplittingBehavior(Splitting)).AddInterceptors(s.GetRequiredService<GrantBookWatch>(), s.GetRequiredService<FilesOfCommit>()));
        }

        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "exemplar.db"), ForeignKeys = true, DefaultTimeout = 30 };
        var there = new SqliteConnectionStringBuilder(file.ConnectionString) { Mode = SqliteOpenMode.ReadWrite };   // asking makes no file
        services.AddSingleton(new TableHistory(() => new SqliteConnection(there.ConnectionString), typeof(SqliteDb)));
        services.AddSingleton(_ => new WriteGate(new SqliteConnectionStringBuilder(file.ConnectionString) { Pooling = false }.ConnectionString));
        return services.AddDbContext<AppDb, SqliteDb>((s, o) => o.UseSqlite(file.ConnectionString, p => p.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter).UseQuerySplittingBehavior(Splitting)).AddInterceptors(Safety, s.GetRequiredService<GrantBookWatch>(), s.GetRequiredService<FilesOfCommit>()));
    }

    public static bool IsDuplicateKey(this DatabaseFacade database, DbUpdateException failure) => failure.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067,   // SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>What every SQLite connection must hold: nothing acknowledged is lost, nothing deleted stays readable.</summary>
    internal static void MakeSafe(this DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma trusted_schema=off;";
        command.ExecuteNonQuery();
    }

    /// <summary>Lets the one connection that writes keep changed pages until it commits: beyond 2 MB SQLite would write them to the log before, and read them back.</summary>
    internal static void KeepChangedPages(this SqliteConnection writer)
    {
        using var command = writer.CreateCommand();
        command.CommandText = "pragma cache_size=-65536;";
        command.ExecuteNonQuery();
    }

    private sealed class SqliteSafety : DbConnectionInterceptor
    {
        private static readonly object Safe = new();
        private readonly ConditionalWeakTable<sqlite3, object> safe = [];   // the pool hands out the same connection again, as safe as it was

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data)
        {
            if (safe.TryAdd(((SqliteConnection)connection).Handle!, Safe)) connection.MakeSafe();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData data, CancellationToken ct)
        {
            ConnectionOpened(connection, data);
            return Task.CompletedTask;
        }
    }
}

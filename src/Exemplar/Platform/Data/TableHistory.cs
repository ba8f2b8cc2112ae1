using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Exemplar.Platform.Data;

/// <summary>
/// Which migrations the database has been through to the end, with what is made after them, asked without EF: building the model
/// only to learn that nothing is to be done was a third of every start. A start that was killed on the way has not finished them.
/// </summary>
/// <param name="context">The context whose migrations are this program's.</param>
internal sealed class TableHistory(Func<DbConnection> connect, Type context)
{
    /// <summary>True when no migration of this program is missing; false as well when there is no database or no history yet.</summary>
    public async Task<bool> IsComplete(CancellationToken ct)
    {
        try
        {
            var applied = await Applied(ct);
            return Ours().All(applied.Contains);
        }
        catch (DbException)
        {
            return false;   // whoever migrates meets the same failure and says what it is
        }
    }

    /// <summary>Says that everything has been made that belongs to the migrations the database has now.</summary>
    public static Task Finish(DatabaseFacade database, CancellationToken ct) => database.ExecuteSqlRawAsync("""
        create table if not exists "FinishedMigrations" ("MigrationId" varchar(150) primary key);
        insert into "FinishedMigrations" select "MigrationId" from "__EFMigrationsHistory" where true on conflict do nothing;
        """, ct);

    /// <summary>EF's lock against a second migration outlives a program that was killed, and would be waited for without end. SQLite has one program at a time.</summary>
    public static Task ClearStaleLock(DatabaseFacade database, CancellationToken ct) =>
        database.IsSqlite() ? database.ExecuteSqlRawAsync("""drop table if exists "__EFMigrationsLock" """, ct) : Task.CompletedTask;

    private async Task<HashSet<string>> Applied(CancellationToken ct)
    {
        await using var connection = connect();
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = """select "MigrationId" from "FinishedMigrations" """;
        await using var rows = await command.ExecuteReaderAsync(ct);
        var applied = new HashSet<string>();
        while (await rows.ReadAsync(ct)) applied.Add(rows.GetString(0));
        return applied;
    }

    private IEnumerable<string> Ours() =>
        from type in context.Assembly.GetTypes()
        where type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context
        let migration = type.GetCustomAttribute<MigrationAttribute>()
        where migration is not null
        select migration.Id;
}

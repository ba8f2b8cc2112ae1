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
    public async Task<TablesAge> Age(CancellationToken ct)
    {
        var ours = Ours().ToHashSet();
        var finished = await Migrations("FinishedMigrations", ct);
        // A newer program that was killed on the way has begun what it never finished.
        var begun = finished.Count == 0 || !ours.SetEquals(finished) ? [.. finished, .. await Migrations("__EFMigrationsHistory", ct)] : finished;
        return begun.Count == 0 ? TablesAge.None
            : !begun.IsSubsetOf(ours) ? TablesAge.Newer
            : ours.IsSubsetOf(finished) ? TablesAge.Same
            : TablesAge.Older;
    }

    /// <summary>Says that everything has been made that belongs to the migrations the database has now.</summary>
    public static Task Finish(DatabaseFacade database, CancellationToken ct) => database.ExecuteSqlRawAsync("""
        create table if not exists "FinishedMigrations" ("MigrationId" varchar(150) primary key);
        insert into "FinishedMigrations" select "MigrationId" from "__EFMigrationsHistory" where true on conflict do nothing;
        """, ct);

    /// <summary>EF's lock against a second migration outlives a program that was killed, and would be waited for without end. SQLite has one program at a time.</summary>
    public static Task ClearStaleLock(DatabaseFacade database, CancellationToken ct) =>
        database.IsSqlite() ? database.ExecuteSqlRawAsync("""drop table if exists "__EFMigrationsLock" """, ct) : Task.CompletedTask;

    private async Task<HashSet<string>> Migrations(string table, CancellationToken ct)
    {
        var ids = new HashSet<string>();
        try
        {
            await using var connection = connect();
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = $"""select "MigrationId" from "{table}" """;
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct)) ids.Add(rows.GetString(0));
        }
        catch (DbException)
        {
            // No database or no such table: whoever migrates meets any other failure again and says what it is.
        }
        return ids;
    }

    private IEnumerable<string> Ours() =>
        from type in context.Assembly.GetTypes()
        where type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context
        let migration = type.GetCustomAttribute<MigrationAttribute>()
        where migration is not null
        select migration.Id;
}

/// <summary>The tables of a database beside those of this program.</summary>
internal enum TablesAge
{
    /// <summary>There are none yet.</summary>
    None,

    /// <summary>Migrations are missing, or were not finished.</summary>
    Older,
    Same,

    /// <summary>A later program has been here: this one does not know what it made.</summary>
    Newer,
}

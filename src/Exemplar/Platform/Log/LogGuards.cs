using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Exemplar.Platform.Log;

/// <summary>
/// Triggers by which the database itself refuses to change or delete what was entered and sealed. Whoever may alter tables can
/// drop them: they stop mistakes and make forgers leave a trace, which verification names. Made after the migrations, and
/// not at every start: one that is missing must stay missing until somebody has looked.
/// </summary>
internal static class LogGuards
{
    internal sealed record Guard(string Table, string Name, string Sql);

    private static readonly string[] Tables = ["LogEntries", "LogCheckpoints"];

    /// <summary>
    /// <c>insert or replace</c> deletes the row that was there without asking the delete trigger: the third one stands in its way.
    /// </summary>
    public static readonly IReadOnlyList<Guard> OnSqlite = [.. Tables.SelectMany(table => (Guard[])[
        Sqlite(table, "NeverChanged", "before update", ""),
        Sqlite(table, "NeverDeleted", "before delete", ""),
        Sqlite(table, "NeverReplaced", "before insert", $" when exists (select 1 from \"{table}\" where \"{KeyOf(table)}\" = new.\"{KeyOf(table)}\")")])];

    public static readonly IReadOnlyList<Guard> OnPostgres = [.. Tables.SelectMany(table => (Guard[])[
        Postgres(table, "NeverChanged", "before update or delete", "for each row"),
        Postgres(table, "NeverEmptied", "before truncate", "for each statement")])];

    /// <summary>The body of the function that they call.</summary>
    internal const string PostgresBody = " begin raise exception 'the record log is only added to'; end ";

    private const string PostgresFunction = $"create or replace function exemplar_log_refuses() returns trigger language plpgsql as $${PostgresBody}$$;";

    public static Task MakeLogGuards(this DatabaseFacade database, CancellationToken ct)
    {
        var sql = database.IsSqlite()
            ? string.Concat(OnSqlite.Select(g => $"drop trigger if exists \"{g.Name}\";\n{g.Sql};\n"))
            : PostgresFunction + string.Concat(OnPostgres.Select(g => $"\ndrop trigger if exists \"{g.Name}\" on \"{g.Table}\";\n{g.Sql};"));
        return database.ExecuteSqlRawAsync(sql, ct);
    }

    private static string KeyOf(string table) => table == "LogEntries" ? "Id" : "Number";

    private static Guard Sqlite(string table, string name, string when, string only) => new(table, $"{table}_{name}",
        $"CREATE TRIGGER \"{table}_{name}\" {when} on \"{table}\"{only} begin select raise(abort, 'the record log is only added to'); end");

    private static Guard Postgres(string table, string name, string when, string each) => new(table, $"{table}_{name}",
        $"CREATE TRIGGER \"{table}_{name}\" {when} on \"{table}\" {each} execute function exemplar_log_refuses()");
}

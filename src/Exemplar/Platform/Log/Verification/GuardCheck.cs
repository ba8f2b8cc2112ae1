using System.Text.RegularExpressions;

namespace Exemplar.Platform.Log.Verification;

/// <summary>The triggers of <see cref="LogGuards"/>: there, and still saying what they were made to say.</summary>
internal static partial class GuardCheck
{
    public static async Task<List<Finding>> FindMissing(Snapshot snapshot, CancellationToken ct)
    {
        var there = new Dictionary<string, string>();
        var sql = snapshot.IsSqlite ? "select name, sql from sqlite_master where type = 'trigger'" : PostgresTriggers;
        await foreach (var (name, text) in snapshot.Rows(sql, r => (r.GetString(0), r.GetString(1)), [], ct)) there[name] = text;
        var guards = snapshot.IsSqlite ? LogGuards.OnSqlite : LogGuards.OnPostgres;
        return [.. from guard in guards
                   let isThere = there.ContainsKey(guard.Name)
                   where !isThere || !(snapshot.IsSqlite ? Same(there[guard.Name], guard.Sql) : there[guard.Name] == "sound")
                   select new Finding(guard.Table, "", isThere ? $"触发器 {guard.Name} 被改过" : $"缺少触发器 {guard.Name}")];
    }

    /// <summary>Enabled, before what it should stand before, and calling the very function.</summary>
    private const string PostgresTriggers = $"""
        select t.tgname, case when t.tgenabled in ('O', 'A') and t.tgqual is null and p.proname = 'exemplar_log_refuses' and p.prosrc = $body${LogGuards.PostgresBody}$body$
            and t.tgtype = case when t.tgname like '%NeverEmptied' then 34 else 27 end then 'sound' else 'changed' end
        from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
        where not t.tgisinternal and t.tgname like c.relname || '_Never%'
        """;

    private static bool Same(string one, string other) => string.Equals(Space().Replace(one, " "), Space().Replace(other, " "), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

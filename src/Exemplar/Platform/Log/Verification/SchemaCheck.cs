using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Log.Verification;

/// <summary>
/// What verification itself rests on: that a protected table is a table, that its indexes hold what it holds, that every value has the
/// storage class of its column, that no trigger stands there but ours, and that no entry hides below the first. Whoever may alter the
/// schema could otherwise let verification read something else than the program.
/// </summary>
internal static class SchemaCheck
{
    private static readonly string[] OtherTriggers = ["SearchPassages_Gone", "SecurityEvents_Unchanged", "SecurityEvents_Kept", "SecurityEvents_Own"];

    public static async Task<List<Finding>> Find(Snapshot snapshot, IReadOnlyCollection<IEntityType> tables, CancellationToken ct)
    {
        List<Finding> findings = [];
        await foreach (var id in snapshot.Rows("""select "Id" from "LogEntries" where "Id" < 1 order by "Id" limit 1""", r => r.GetInt64(0), [], ct))
            findings.Add(new("LogEntries", $"{id}", "编号小于 1，不在封存的日志里"));
        if (!snapshot.IsSqlite) return findings;

        await Renew(snapshot, ct);
        await foreach (var fault in snapshot.Rows("pragma integrity_check(1)", r => r.GetString(0), [], ct))
            if (fault != "ok") findings.Add(new("sqlite_master", "", $"数据库文件自身不一致：{fault}"));
        var names = tables.Select(t => t.GetTableName()!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        await foreach (var (type, name, table) in snapshot.Rows("select type, name, tbl_name from sqlite_master", r => (r.GetString(0), r.GetString(1), r.GetString(2)), [], ct))
        {
            if (type == "view" && names.Contains(name)) findings.Add(new(name, "", "被换成了视图"));
            if (type == "trigger" && LogGuards.OnSqlite.All(g => g.Name != name) && !OtherTriggers.Contains(name)) findings.Add(new(table, "", $"多出触发器 {name}"));
        }
        foreach (var table in tables) findings.AddRange(await Misplaced(snapshot, table, ct));
        return findings;
    }

    /// <summary>
    /// FTS5 keeps an outline of the index with each connection. It looks whether that has moved when it is asked for words, but not when
    /// it is checked: a connection that knew the index before another one deleted from it would call it corrupt.
    /// </summary>
    private static async Task Renew(Snapshot snapshot, CancellationToken ct)
    {
        try
        {
            var isThere = false;
            await foreach (var _ in snapshot.Rows("select 1 from sqlite_master where name = 'SearchGrams' and sql like 'create virtual table%'", r => r.GetInt64(0), [], ct)) isThere = true;
            if (!isThere) return;
            await foreach (var _ in snapshot.Rows("""select rowid from "SearchGrams" where "SearchGrams" match 'x' limit 1""", r => r.GetInt64(0), [], ct)) { }
        }
        catch (DbException)
        {
            // What is broken, the check itself says.
        }
    }

    /// <summary>SQLite keeps a text as bytes when asked to: it reads the same here and is found by no query of the program.</summary>
    private static async Task<List<Finding>> Misplaced(Snapshot snapshot, IEntityType type, CancellationToken ct)
    {
        var store = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetProperties().Select(p => (Name: p.GetColumnName(store)!, Class: p.GetColumnType(store).ToLowerInvariant())).Where(c => c.Class is "text" or "integer" or "blob").ToList();
        var key = string.Join(" || '/' || ", type.FindPrimaryKey()!.Properties.Select(p => $"quote(\"{p.GetColumnName(store)}\")"));
        var which = string.Join(' ', columns.Select(c => $"when typeof(\"{c.Name}\") not in ('{c.Class}', 'null') then '{c.Name}'"));
        List<Finding> findings = [];
        await foreach (var (row, column) in snapshot.Rows($"select * from (select {key} as row, case {which} end as fault from \"{store.Name}\") where fault is not null limit 1", r => (r.GetString(0), r.GetString(1)), [], ct))
            findings.Add(new(store.Name, row.Trim('\''), $"{column} 的存储类型不对"));
        return findings;
    }
}

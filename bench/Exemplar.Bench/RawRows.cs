using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Exemplar.Bench;

/// <summary>The rows that one database has beyond another, ready to be inserted as sets: the least that such a commit can cost.</summary>
internal sealed class RawRows
{
    private readonly List<(string Sql, string Json)> statements = [];

    public int Count { get; private set; }

    public static async Task<RawRows> Read(string from, string beyond, IEnumerable<string> tables)
    {
        var raw = new RawRows();
        await using var database = new SqliteConnection(from);
        await database.OpenAsync();
        await using (var attach = database.CreateCommand())
        {
            attach.CommandText = "attach $file as beyond";
            attach.Parameters.AddWithValue("$file", new SqliteConnectionStringBuilder(beyond).DataSource);
            await attach.ExecuteNonQueryAsync();
        }
        foreach (var table in tables) await raw.Read(database, table);
        return raw;
    }

    /// <summary>One transaction on a connection as the product opens it; milliseconds.</summary>
    public async Task<double> Insert(string into)
    {
        await using var database = new SqliteConnection(into);
        await database.OpenAsync();
        await using var pragma = database.CreateCommand();
        pragma.CommandText = "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma foreign_keys=on; pragma cache_size=-65536;";
        await pragma.ExecuteNonQueryAsync();

        var start = Stopwatch.GetTimestamp();
        await using var transaction = database.BeginTransaction();
        foreach (var (sql, json) in statements)
        {
            await using var insert = database.CreateCommand();
            insert.CommandText = sql;
            insert.Parameters.AddWithValue("$rows", json);
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private async Task Read(SqliteConnection database, string table)
    {
        var key = table is "MeetingOrigins" ? "MeetingId" : "Id";
        await using var select = database.CreateCommand();
        select.CommandText = $"select * from main.\"{table}\" where \"{key}\" not in (select \"{key}\" from beyond.\"{table}\") order by rowid";
        await using var rows = await select.ExecuteReaderAsync();
        var columns = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToList();
        var values = new List<object?[]>();
        while (await rows.ReadAsync()) values.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? null : rows.GetValue(i))]);

        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var picks = string.Join(", ", columns.Select((_, i) => $"value ->> {i}"));
        statements.Add(($"insert into \"{table}\" ({names}) select {picks} from json_each($rows)", JsonSerializer.Serialize(values)));
        Count += values.Count;
    }
}

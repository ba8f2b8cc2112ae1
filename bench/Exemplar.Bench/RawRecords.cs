using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Exemplar.Bench;

/// <summary>
/// The rows that each recorded meeting left, ready to be written as sets by a program that reads and checks nothing: the meeting
/// itself, roll, agenda, steps, facts, search entry, log entry, and as many standings as it moved.
/// </summary>
internal sealed class RawRecords
{
    private static readonly (string Table, string Key)[] Parts = [("Meetings", "Id"), ("MeetingRoll", "MeetingId"), ("MeetingAgenda", "MeetingId"), ("MeetingSteps", "MeetingId"), ("Facts", "RecordId"), ("SearchPassages", "RecordId"), ("LogEntries", "RecordId")];

    private readonly Dictionary<string, string> sql = [];
    private readonly List<List<(string Table, string Rows)>> meetings = [];

    public int Rows { get; private set; }

    public static async Task<RawRecords> Read(string from, string before)
    {
        var raw = new RawRecords();
        await using var database = await Open(from);
        await Run(database, "attach $file as before", ("$file", new SqliteConnectionStringBuilder(before).DataSource));
        foreach (var (id, branch) in await Ids(database)) raw.meetings.Add(await raw.Of(database, id, branch));
        await Run(database, "detach before");
        return raw;
    }

    private async Task<List<(string, string)>> Of(SqliteConnection database, string id, string branch)
    {
        var statements = new List<(string, string)>();
        foreach (var (table, key) in Parts) statements.Add(await Values(database, table, $"\"{key}\" = $id and not exists (select 1 from before.\"{table}\" b where b.{Own(table)} = t.{Own(table)} and '{table}' <> 'Meetings')", id));
        // The standings that a meeting moves: of the branch for its kind, and the hours of each who was there.
        statements.Add(await Values(database, "Standings", $"""("SubjectId" in (select "PersonId" from main."MeetingRoll" where "MeetingId" = $id) and "Rule" in (select distinct "Rule" from main."Standings" where "OfPerson" and "Actual" > 0)) or ("SubjectId" = '{branch}' and "Rule" in (select distinct "Rule" from main."Standings" where not "OfPerson" and "Actual" > 0) and "From" <= (select "HeldOn" from main."Meetings" where "Id" = $id) and "To" >= (select "HeldOn" from main."Meetings" where "Id" = $id))""", id));
        return statements;
    }

    private static string Own(string table) => table is "SearchPassages" ? "\"Number\"" : "\"Id\"";

    private async Task<(string, string)> Values(SqliteConnection database, string table, string where, string id)
    {
        await using var select = database.CreateCommand();
#pragma warning disable CA2100   // made of names of tables
        select.CommandText = $"select * from main.\"{table}\" t where {where}";
#pragma warning restore CA2100
        select.Parameters.AddWithValue("$id", id);
        await using var rows = await select.ExecuteReaderAsync();
        var columns = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToList();
        var values = new List<object?[]>();
        while (await rows.ReadAsync()) values.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? null : rows.GetValue(i))]);
        sql[table] = $"insert or replace into \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) select {string.Join(", ", columns.Select((_, i) => $"value ->> {i}"))} from json_each($rows)";
        Rows += values.Count;
        return (table, JsonSerializer.Serialize(values));
    }

    /// <summary>One connection as the product opens it, statements prepared once, so many meetings to a commit; milliseconds.</summary>
    public async Task<double> Insert(string into, int together)
    {
        await using var database = await Open(into);
        await Run(database, "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma foreign_keys=off; pragma cache_size=-65536;");
        var commands = sql.ToDictionary(s => s.Key, s => Prepared(database, s.Value));
        var begun = Stopwatch.GetTimestamp();
        foreach (var group in meetings.Chunk(together))
        {
            await using var transaction = database.BeginTransaction();
            foreach (var (table, rows) in group.SelectMany(m => m))
            {
                var command = commands[table];
                (command.Transaction, command.Parameters[0].Value) = (transaction, rows);
                command.ExecuteNonQuery();
            }
            await transaction.CommitAsync();
        }
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static SqliteCommand Prepared(SqliteConnection database, string text)
    {
        var command = database.CreateCommand();
#pragma warning disable CA2100   // made of names of tables and columns
        command.CommandText = text;
#pragma warning restore CA2100
        command.Parameters.Add("$rows", SqliteType.Text);
        command.Prepare();
        return command;
    }

    private static async Task<SqliteConnection> Open(string database)
    {
        var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task Run(SqliteConnection database, string text, params (string Name, object Value)[] parameters)
    {
        await using var command = database.CreateCommand();
#pragma warning disable CA2100   // constants
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<(string, string)>> Ids(SqliteConnection database)
    {
        await using var select = database.CreateCommand();
        select.CommandText = """select "Id", "UnitId" from main."Meetings" m where "State" = 'Held' and not exists (select 1 from before."Meetings" b where b."Id" = m."Id" and b."State" = 'Held') order by "HeldOn", "Id" """;
        await using var rows = await select.ExecuteReaderAsync();
        var ids = new List<(string, string)>();
        while (await rows.ReadAsync()) ids.Add((rows.GetString(0), rows.GetString(1)));
        return ids;
    }
}

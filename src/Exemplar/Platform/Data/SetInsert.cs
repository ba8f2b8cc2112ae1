using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Exemplar.Platform.Data;

/// <summary>
/// Inserts thousands of rows with a handful of statements, from what the model knows of the table. The rows travel as one
/// JSON text: a tracked row costs EF about fifty times as much.
/// </summary>
internal static class SetInsert
{
    private const int RowsPerStatement = 5_000;

    public static Task InsertSet(this AppDb db, IEntityType type, IEnumerable<object> rows, CancellationToken ct) => Write(db, type, rows, "", ct);

    /// <summary>A row whose key is there already takes the new values.</summary>
    public static Task UpsertSet(this AppDb db, IEntityType type, IEnumerable<object> rows, CancellationToken ct)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var keys = type.FindPrimaryKey()!.Properties;
        var values = type.GetProperties().Except(keys).Select(p => $"\"{p.GetColumnName(table)}\" = excluded.\"{p.GetColumnName(table)}\"");
        return Write(db, type, rows, $" on conflict ({string.Join(", ", keys.Select(p => $"\"{p.GetColumnName(table)}\""))}) do update set {string.Join(", ", values)}", ct);
    }

    private static async Task Write(AppDb db, IEntityType type, IEnumerable<object> rows, string onConflict, CancellationToken ct)
    {
        var columns = ColumnsOf(type);
        var sql = (db.Database.IsSqlite() ? Sqlite(type, columns) : Postgres(type, columns)) + onConflict;
        foreach (var chunk in rows.Chunk(RowsPerStatement))
            await db.Database.ExecuteSqlRawAsync(sql, [Parameter(db, Json(columns, chunk, upperGuids: db.Database.IsSqlite()))], ct);
    }

    private sealed record Column(string Name, string StoreType, Func<object, object?> Read);

    private static Column[] ColumnsOf(IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return [.. from property in type.GetProperties()
                   where !(property.ValueGenerated is ValueGenerated.OnAdd && property.ClrType == typeof(long))   // the database counts
                   where !property.IsShadowProperty()
                   let getter = property.GetGetter()
                   let converter = property.GetTypeMapping().Converter
                   select new Column(property.GetColumnName(table)!, property.GetColumnType(table), row =>
                       getter.GetClrValue(row) is { } value ? converter?.ConvertToProvider(value) ?? value : null)];
    }

    private static string Sqlite(IEntityType type, Column[] columns) =>
        $$"""insert into "{{type.GetTableName()}}" ({{Names(columns)}}) select {{string.Join(", ", columns.Select((_, i) => $"value ->> {i}"))}} from json_each({0}) where true""";

    private static string Postgres(IEntityType type, Column[] columns) =>
        $$"""insert into "{{type.GetTableName()}}" ({{Names(columns)}}) select {{string.Join(", ", columns.Select((c, i) => $"(value ->> {i})::{c.StoreType}"))}} from json_array_elements({0}) with ordinality as r(value, n) order by n""";

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

    private static object Parameter(AppDb db, string json) => db.Database.IsSqlite() ? json : new NpgsqlParameter { Value = json, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Json };

    private static string Json(Column[] columns, object[] rows, bool upperGuids)
    {
        using var buffer = new MemoryStream(rows.Length * 256);
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartArray();
                foreach (var column in columns) Write(json, column.Read(row), upperGuids);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, object? value, bool upperGuids)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case Guid id: json.WriteStringValue(upperGuids ? id.ToString().ToUpperInvariant() : id.ToString()); break;
            case TimeOnly time: json.WriteStringValue(time.ToString("HH:mm:ss")); break;
            case DateOnly day: json.WriteStringValue(day.ToString("yyyy-MM-dd")); break;
            default: throw new NotSupportedException($"SetInsert has no form for {value.GetType()}");
        }
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace Exemplar.Platform.Data;

internal static partial class SetInsert
{
    private const int RowsPerStatement = 5_000;

    private static async Task WriteJson(AppDb db, string into, Column[] columns, IEnumerable<object> rows, string onConflict, CancellationToken ct)
    {
        var picks = string.Join(", ", columns.Select((c, i) => $"(value ->> {i})::{c.StoreType}"));
        var sql = $"{into} select {picks} from json_array_elements({{0}}) with ordinality as r(value, n) order by n{onConflict}";
        foreach (var chunk in rows.Chunk(RowsPerStatement))
            await db.Database.ExecuteSqlRawAsync(sql, [new NpgsqlParameter { Value = Json(columns, chunk), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Json }], ct);
    }

    private static string Json(Column[] columns, object[] rows)
    {
        using var buffer = new MemoryStream(rows.Length * 256);
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartArray();
                foreach (var column in columns) Write(json, column.Read(row));
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case Guid id: json.WriteStringValue(id); break;
            case TimeOnly time: json.WriteStringValue(time.ToString("HH:mm:ss")); break;
            case DateOnly day: json.WriteStringValue(day.ToString("yyyy-MM-dd")); break;
            default: throw new NotSupportedException($"SetInsert has no form for {value.GetType()}");
        }
    }
}

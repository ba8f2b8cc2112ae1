using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Data;

/// <summary>
/// Inserts thousands of rows from what the model knows of the table, past the change tracker: a tracked row costs EF about
/// fifty times as much. SQLite, which lives in this process, takes them one by one through a statement prepared once; PostgreSQL,
/// a journey away, takes them as one JSON text.
/// </summary>
internal static partial class SetInsert
{
    private static readonly ConditionalWeakTable<IReadOnlyTypeBase, Column[]> Known = [];   // of each type in each model: databases differ

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
        var columns = Known.GetValue(type, t => ColumnsOf((IEntityType)t));
        var into = $"""insert into "{type.GetTableName()}" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) """;
        if (db.Database.IsSqlite()) WriteBound(db, into, columns, rows, onConflict, ct);
        else await WriteJson(db, into, columns, rows, onConflict, ct);
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
}

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
    private static readonly ConditionalWeakTable<IReadOnlyTypeBase, Table> Known = [];   // of each type in each model: databases differ

    public static Task InsertSet(this AppDb db, IEntityType type, IEnumerable<object> rows, CancellationToken ct) => Write(db, TableOf(type), rows, "", ct);

    /// <summary>A row whose key is there already takes the new values.</summary>
    public static Task UpsertSet(this AppDb db, IEntityType type, IEnumerable<object> rows, CancellationToken ct) => Write(db, TableOf(type), rows, TableOf(type).OnConflict, ct);

    private static async Task Write(AppDb db, Table table, IEnumerable<object> rows, string onConflict, CancellationToken ct)
    {
        if (db.OnSqlite) WriteBound(db, table.Into, table.Columns, rows, onConflict, ct);
        else await WriteJson(db, table.Into, table.Columns, rows, onConflict, ct);
    }

    /// <param name="OnConflict">For a row whose key is there already.</param>
    private sealed record Table(Column[] Columns, string Into, string OnConflict);

    private sealed record Column(string Name, string StoreType, Func<object, object?> Read);

    private static Table TableOf(IEntityType type) => Known.GetValue(type, t => Describe((IEntityType)t));

    private static Table Describe(IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var (columns, keys) = (ColumnsOf(type, table), type.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName(table)).ToList());
        var values = columns.Where(c => !keys.Contains(c.Name)).Select(c => $"\"{c.Name}\" = excluded.\"{c.Name}\"");
        return new(columns, $"""insert into "{table.Name}" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) """,
            $" on conflict ({string.Join(", ", keys.Select(k => $"\"{k}\""))}) do update set {string.Join(", ", values)}");
    }

    private static Column[] ColumnsOf(IEntityType type, StoreObjectIdentifier table) =>
        [.. from property in type.GetProperties()
                where !(property.ValueGenerated is ValueGenerated.OnAdd && property.ClrType == typeof(long))   // the database counts
                where !property.IsShadowProperty()
                let getter = property.GetGetter()
                let converter = property.GetTypeMapping().Converter
                select new Column(property.GetColumnName(table)!, property.GetColumnType(table), row =>
                    getter.GetClrValue(row) is { } value ? converter?.ConvertToProvider(value) ?? value : null)];
}

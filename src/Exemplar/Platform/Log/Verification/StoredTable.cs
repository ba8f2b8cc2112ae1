using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Exemplar.Platform.Log.Verification;

/// <summary>
/// One table as verification reads it: values as the model would give them, without making objects, and each held against
/// the one form in which the program stores it. SQLite would take a date in another notation or an id in small letters,
/// which read the same and are found by no query.
/// </summary>
internal sealed class StoredTable
{
    private readonly Column[] columns;
    private readonly bool isSqlite;

    private sealed record Column(int Index, string Name, Func<DbDataReader, object> Read, Func<object, object>? Convert, bool IsText);

    public StoredTable(RecordShape shape, bool isSqlite)
    {
        Shape = shape;
        this.isSqlite = isSqlite;
        var table = StoreObjectIdentifier.Create(shape.Type, StoreObjectType.Table)!.Value;
        Name = table.Name;
        columns = [.. shape.Values.Select((m, ordinal) => ColumnOf(m.Index, (IProperty)m.Source, table, ordinal))];
        Key = ((IProperty)shape.Id.Source).GetColumnName(table)!;
        Selected = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
    }

    public string Name { get; }
    public string Key { get; }
    public RecordShape Shape { get; }

    /// <summary>The columns, quoted, in the order in which <see cref="Read"/> expects them.</summary>
    public string Selected { get; }

    /// <summary>The column behind a property of the JSON; null when it is none of this table.</summary>
    public string? ColumnOf(string property) => Shape.Values.FirstOrDefault(m => m.Source.Name == property) is { } member ? columns.Single(c => c.Index == member.Index).Name : null;

    /// <summary>The row; where a value cannot be read or is stored in another form, <see cref="StoredRow.Fault"/> says which.</summary>
    public StoredRow Read(DbDataReader reader)
    {
        var row = new StoredRow(Shape.Count);
        for (var ordinal = 0; ordinal < columns.Length; ordinal++)
        {
            if (reader.IsDBNull(ordinal)) continue;
            var column = columns[ordinal];
            try
            {
                var value = column.Read(reader);
                row[column.Index] = value;
                if (isSqlite && !(column.IsText ? reader.GetFieldType(ordinal) == typeof(string) : IsAsStored(column.Convert is { } convert ? convert(value) : value, reader.GetValue(ordinal)))) row.Fault ??= column.Name;
            }
            catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException or System.Text.Json.JsonException)
            {
                row.Fault ??= column.Name;
            }
        }
        row.Id = row[Shape.Id.Index] as Guid? ?? default;
        return row;
    }

    private static bool IsAsStored(object value, object raw) => value switch
    {
        Guid id => raw is string given && given.AsSpan().SequenceEqual(id.ToString().ToUpperInvariant()),
        DateOnly day => raw is string given && given == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => raw is string given && given == time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        bool yes => raw is long given && given == (yes ? 1 : 0),
        int number => raw is long given && given == number,
        long number => raw is long given && given == number,
        string stored => raw is string given && given == stored,
        byte[] bytes => raw is byte[] given && given.AsSpan().SequenceEqual(bytes),
        var other => throw new NotSupportedException($"Verification knows no stored form of {other.GetType()}"),
    };

    /// <summary>Reads as EF would: the mapping's own method, then its converter.</summary>
    private static Column ColumnOf(int index, IProperty property, StoreObjectIdentifier table, int ordinal)
    {
        var mapping = property.GetRelationalTypeMapping();
        var reader = Expression.Parameter(typeof(DbDataReader));
        Expression value = Expression.Call(reader, mapping.GetDataReaderMethod(), Expression.Constant(ordinal));
        value = mapping.CustomizeDataReaderExpression(value);
        if (mapping.Converter is { } converter)
        {
            if (value.Type != converter.ProviderClrType) value = Expression.Convert(value, converter.ProviderClrType);
            value = ReplacingExpressionVisitor.Replace(converter.ConvertFromProviderExpression.Parameters[0], value, converter.ConvertFromProviderExpression.Body);
        }
        var read = Expression.Lambda<Func<DbDataReader, object>>(Expression.Convert(value, typeof(object)), reader).Compile();
        return new(index, property.GetColumnName(table)!, read, mapping.Converter is { } stored ? value => stored.ConvertToProvider(value)! : null, property.ClrType == typeof(string) && mapping.Converter is null);
    }
}

/// <summary>One row as it was read: its values, and under its collections the rows that belong to it.</summary>
internal sealed class StoredRow(int count)
{
    private readonly object?[] values = new object?[count];

    public Guid Id { get; set; }

    /// <summary>The column whose value the program would not have stored like this.</summary>
    public string? Fault { get; set; }

    public object? this[int index]
    {
        get => values[index];
        set => values[index] = value;
    }
}

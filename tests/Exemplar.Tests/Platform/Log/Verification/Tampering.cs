using System.Globalization;
using Exemplar.Kernel;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Log.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Exemplar.Tests.Platform.Log.Verification;

/// <summary>One edit past the program, as somebody with the database in hand would make it: triggers aside, foreign keys aside, and everything put back afterwards.</summary>
internal sealed class Tampering(AppDb db, Random random)
{
    private readonly bool isSqlite = db.Database.IsSqlite();

    /// <summary>A table with the property that is its key, and what to call a row of it.</summary>
    public sealed record Table(IEntityType Type)
    {
        public string Name => Type.GetTableName()!;
        public IReadOnlyList<IProperty> Keys => Type.FindPrimaryKey()!.Properties;
        public IEnumerable<IProperty> Columns => Type.GetProperties();
        public bool IsRecordOrPart => typeof(IRecord).IsAssignableFrom(Type.ClrType) || typeof(IPartOf).IsAssignableFrom(Type.ClrType);
        public bool HasUnique => Type.GetIndexes().Any(i => i.IsUnique);
    }

    /// <summary>Every table that the log protects, and the log's own.</summary>
    public static IReadOnlyList<Table> Tables(IModel model) =>
    [
        .. model.GetEntityTypes().Where(t => t.ClrType == typeof(LogEntry) || t.ClrType == typeof(LogCheckpoint) || t.ClrType == typeof(LogTile) || typeof(IRecord).IsAssignableFrom(t.ClrType) || typeof(IPartOf).IsAssignableFrom(t.ClrType))
            .Select(t => new Table(t)).OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    /// <summary>Takes the guards away, as far as they are in the way.</summary>
    public async Task Unlock()
    {
        if (!isSqlite)
        {
            await Run("set local session_replication_role = replica");
            return;
        }
        await Run("pragma defer_foreign_keys = on");
        foreach (var guard in LogGuards.OnSqlite) await Run($"drop trigger \"{guard.Name}\"");
    }

    /// <summary>Puts the guards back: no trace but in the rows.</summary>
    public Task Lock() => isSqlite ? db.Database.MakeLogGuards(default) : Run("set local session_replication_role = origin");

    public async Task<int> Count(Table table) => (int)(long)(await Ask($"select count(*) from \"{table.Name}\"", 1))[0][0]!;

    /// <summary>The key of a row picked by chance, and the value of a column of it; null when the table is empty.</summary>
    public async Task<(object[] Key, object? Value)?> Pick(Table table, IProperty column)
    {
        if (await Count(table) is not (> 0 and var count)) return null;
        var keys = string.Join(", ", table.Keys.Select(k => $"\"{k.GetColumnName()}\""));
        var rows = await Ask($"select {keys}, \"{column.GetColumnName()}\" from \"{table.Name}\" order by {keys} limit 1 offset {random.Next(count)}", table.Keys.Count + 1);
        return ([.. rows[0].Take(table.Keys.Count).Select(k => k!)], rows[0][^1]);
    }

    public Task Set(Table table, object[] key, IProperty column, object value) =>
        Run($"update \"{table.Name}\" set \"{column.GetColumnName()}\" = {{{key.Length}}} where {Where(table)}", [.. key, value]);

    public Task Delete(Table table, object[] key) => Run($"delete from \"{table.Name}\" where {Where(table)}", key);

    /// <summary>The same row once more under another id.</summary>
    public async Task<Guid> Copy(Table table, object[] key, Guid? under = null)
    {
        var id = under ?? Guid.CreateVersion7();
        var rest = string.Join(", ", table.Columns.Except(table.Keys).Select(c => $"\"{c.GetColumnName()}\""));
        await Run($"insert into \"{table.Name}\" (\"{table.Keys[0].GetColumnName()}\", {rest}) select {{1}}, {rest} from \"{table.Name}\" where {Where(table)}", [key[0], Stored(id)]);
        return id;
    }

    public Task Run(string sql, params object[] parameters) => db.Database.ExecuteSqlRawAsync(sql, parameters);

    /// <summary>How the row is named: an id in small letters, a number, or both numbers of a tile.</summary>
    public static string Name(object[] key) => string.Join('/', key.Select(k => Convert.ToString(k, CultureInfo.InvariantCulture)!.ToLowerInvariant()));

    /// <summary>Another value that the column could well hold.</summary>
    public object Other(IProperty column, object? value)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        if (type.IsEnum) return Enum.GetNames(type).First(n => n != value as string);
        if (type == typeof(PartialDate)) return value as string == "2001-02" ? "2001-03" : "2001-02";
        if (type == typeof(Guid)) return Stored(Guid.CreateVersion7());
        if (type == typeof(DateOnly)) return Stored(Plus(value));
        if (type == typeof(TimeOnly)) return value is null ? Stored(new TimeOnly(7, 7)) : Stored(Read<TimeOnly>(value).AddMinutes(1));
        if (type == typeof(bool)) return isSqlite ? 1 - (long)value! : !(bool)value!;
        if (type == typeof(string)) return Other(value as string ?? "");
        if (type == typeof(byte[])) return ((byte[])value!).Select((b, i) => i == 0 ? (byte)(b ^ 1) : b).ToArray();
        if (type == typeof(int)) return isSqlite ? (value as long? ?? 0) + 70 : (value as int? ?? 0) + 70;
        if (type == typeof(long) && column.IsPrimaryKey()) return (long)value! + 1_000_000;
        if (type == typeof(long) || type == typeof(DateTimeOffset)) return (value as long? ?? 0) + 1;
        if (type == typeof(List<string>)) return isSqlite ? """["x"]""" : new[] { "x" };
        if (type == typeof(List<Guid>)) return isSqlite ? $"[\"{Guid.CreateVersion7()}\"]" : new[] { Guid.CreateVersion7() };
        throw new NotSupportedException($"{column.DeclaringType.ClrType.Name}.{column.Name} is a {type}");
    }

    public object Stored(object value) => (value, isSqlite) switch
    {
        (_, false) => value,
        (Guid id, _) => id.ToString().ToUpperInvariant(),
        (DateOnly day, _) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (TimeOnly time, _) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        _ => value,
    };

    private static string Other(string text) => text.Length == 0 ? "改" : text[..^1] + (text[^1] == '改' ? '动' : '改');

    private static DateOnly Plus(object? day) => Known(day) is { } known && known < DateOnly.MaxValue ? known.AddDays(1) : new(2001, 2, 3);

    private static DateOnly? Known(object? day) => day is null ? null : Read<DateOnly>(day);

    private static T Read<T>(object value) where T : IParsable<T> => value is T typed ? typed : T.Parse((string)value, CultureInfo.InvariantCulture);

    private static string Where(Table table) => string.Join(" and ", table.Keys.Select((k, i) => $"\"{k.GetColumnName()}\" = {{{i}}}"));

    private async Task<List<object?[]>> Ask(string sql, int columns)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100   // names of the model
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<object?[]> rows = [];
        while (await reader.ReadAsync()) rows.Add([.. Enumerable.Range(0, columns).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }
}

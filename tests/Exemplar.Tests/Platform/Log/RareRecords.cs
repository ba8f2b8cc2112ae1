using System.Collections;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Tests.Platform.Log;

/// <summary>
/// One record of every kind that the demo has none of, with a part in every collection: what the model says of a table is enough
/// to fill it, so a kind that comes later is protected here without anybody thinking of it.
/// </summary>
internal static class RareRecords
{
    private static readonly Act Nobody = new(null, null, new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8)));

    public static async Task<int> Add(AppDb db)
    {
        var added = 0;
        for (var before = -1; before != added;)   // what refers to another kind comes after it
        {
            before = added;
            foreach (var type in db.Model.GetEntityTypes().Where(t => typeof(IRecord).IsAssignableFrom(t.ClrType)))
            {
                if (!await IsMissing(db, type) || await Filled(db, type, null) is not IRecord record) continue;
                foreach (var parts in PartsOf(type))
                    if (await Filled(db, parts.TargetEntityType, record.Id) is { } part) ((IList)parts.PropertyInfo!.GetValue(record)!).Add(part);
                if (PartsOf(type).Any(p => ((IList)p.PropertyInfo!.GetValue(record)!).Count == 0)) continue;
                await db.Commit<int>((db, _) =>
                {
                    db.Add(record);
                    db.Log(Nobody, "test.given", record);
                    return Task.FromResult<Result<int>>(0);
                }, default);
                added++;
            }
        }
        return added;
    }

    /// <summary>Entries that change nothing: the same units once more.</summary>
    public static Task<Result<int>> LogUnits(AppDb db) => db.Commit<int>(async (db, ct) =>
    {
        var units = await db.Units.ToListAsync(ct);
        foreach (var unit in units) db.Log(Nobody, "test.again", unit);
        return units.Count;
    }, default);

    private static IEnumerable<INavigation> PartsOf(IEntityType type) => type.GetNavigations().Where(n => n.IsCollection && typeof(IPartOf).IsAssignableFrom(n.TargetEntityType.ClrType));

    private static async Task<bool> IsMissing(AppDb db, IEntityType type)
    {
        foreach (var table in PartsOf(type).Select(p => p.TargetEntityType).Prepend(type))
            if ((await Ask<long>(db, $"select count(*) as \"Value\" from \"{table.GetTableName()}\""))[0] == 0) return true;
        return false;
    }

    /// <summary>Null when it must refer to a row of a kind that has none yet.</summary>
    private static async Task<object?> Filled(AppDb db, IEntityType type, Guid? owner)
    {
        var thing = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        foreach (var property in type.GetProperties())
        {
            var foreign = type.GetForeignKeys().FirstOrDefault(f => f.Properties[0] == property);
            var isOwner = foreign is not null && typeof(IPartOf).IsAssignableFrom(type.ClrType) && PartsOf(foreign.PrincipalEntityType).Any(p => p.ForeignKey == foreign);
            object? value = isOwner ? owner : foreign is null ? Sample(property) : await KeyOf(db, foreign.PrincipalEntityType);
            if (value is null && !property.IsNullable) return null;
            if (value is not null) property.PropertyInfo!.SetValue(thing, value);
        }
        return thing;
    }

    private static async Task<object?> KeyOf(AppDb db, IEntityType type)
    {
        var keys = await Ask<Guid>(db, $"select \"Id\" as \"Value\" from \"{type.GetTableName()}\" limit 1");
        return keys.Count > 0 ? keys[0] : null;
    }

    private static Task<List<T>> Ask<T>(AppDb db, string sql) => db.Database.SqlQueryRaw<T>(sql).ToListAsync();

    private static object? Sample(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(Guid)) return Guid.CreateVersion7();
        if (type == typeof(string)) return property.Name == "Path" ? "/999/" : "样本"[..Math.Min(2, property.GetMaxLength() ?? 2)];
        if (type == typeof(DateOnly)) return new DateOnly(2026, 3, 10);
        if (type == typeof(TimeOnly)) return new TimeOnly(9, 30);
        if (type == typeof(DateTimeOffset)) return Nobody.At;
        if (type == typeof(PartialDate)) return PartialDate.MonthOf(new(2009, 7, 1));
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return 3;
        if (type == typeof(long)) return 3L;
        if (type == typeof(List<string>)) return new List<string> { "样本" };
        if (type == typeof(List<Guid>)) return new List<Guid> { Guid.CreateVersion7() };
        return type.IsEnum ? Enum.GetValues(type).GetValue(0) : null;
    }
}

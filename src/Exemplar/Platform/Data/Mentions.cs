using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Data;

/// <summary>A row of a table that names a record by its id.</summary>
public sealed record Mention(Guid Id, Type By);

/// <summary>
/// Who is named by rows of other tables: asked of every column that holds ids, so that a table of tomorrow is asked as well.
/// Not every such column is a foreign key.
/// </summary>
public static class Mentions
{
    private const int IdsPerQuery = 400;

    private static readonly MethodInfo OneColumn = typeof(Mentions).GetMethod(nameof(InColumn), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo ListColumn = typeof(Mentions).GetMethod(nameof(InList), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <param name="except">Tables that follow the records, or keep what they were: their rows do not count.</param>
    public static async Task<IReadOnlyList<Mention>> MentionsOf(this AppDb db, IReadOnlyCollection<Guid> ids, IReadOnlyCollection<Type> except, CancellationToken ct)
    {
        HashSet<Mention> found = [];
        foreach (var property in db.Model.GetEntityTypes().Where(t => !except.Contains(t.ClrType)).SelectMany(t => t.GetProperties()).Where(p => !IsOwnId(p)))
        {
            var type = property.DeclaringType.ClrType;
            var isList = property.GetElementType()?.ClrType == typeof(Guid);
            if (!isList && property.ClrType != typeof(Guid) && property.ClrType != typeof(Guid?)) continue;
            var ask = (isList ? ListColumn : OneColumn).MakeGenericMethod(type);
            foreach (var some in ids.Chunk(IdsPerQuery))
                foreach (var id in await (Task<List<Guid>>)ask.Invoke(null, [db, property, some, ct])!) found.Add(new(id, type));
        }
        return [.. found];
    }

    /// <summary>A row's own id names the row itself; one that is a foreign key as well names what it belongs to.</summary>
    private static bool IsOwnId(IProperty property) => !property.IsForeignKey() && property.FindContainingPrimaryKey()?.Properties is [_];

    private static async Task<List<Guid>> InColumn<T>(AppDb db, IProperty property, Guid[] ids, CancellationToken ct) where T : class
    {
        var name = property.Name;
        var named = property.IsNullable
            ? db.Set<T>().IgnoreAutoIncludes().Select(row => EF.Property<Guid?>(row, name))
            : db.Set<T>().IgnoreAutoIncludes().Select(row => (Guid?)EF.Property<Guid>(row, name));
        return await named.Where(id => id != null && ids.Contains(id.Value)).Select(id => id!.Value).Distinct().ToListAsync(ct);
    }

    private static async Task<List<Guid>> InList<T>(AppDb db, IProperty property, Guid[] ids, CancellationToken ct) where T : class
    {
        var name = property.Name;
        var lists = await db.Set<T>().IgnoreAutoIncludes().Where(row => EF.Property<List<Guid>>(row, name).Any(id => ids.Contains(id))).Select(row => EF.Property<List<Guid>>(row, name)).ToListAsync(ct);
        return [.. lists.SelectMany(list => list).Intersect(ids)];
    }
}

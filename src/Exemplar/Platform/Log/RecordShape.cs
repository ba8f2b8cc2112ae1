using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Log;

/// <summary>
/// What of a record goes into its JSON, and in which order: worked out once for each type. Takes the object itself or a
/// <see cref="Verification.StoredRow"/> of its table, so that what was logged and what is compared with it are written by the same lines.
/// </summary>
internal sealed class RecordShape
{
    private static readonly ConditionalWeakTable<IReadOnlyTypeBase, RecordShape> Known = [];

    private readonly Member[] members;
    private readonly Member key;

    /// <param name="Key">As it is written, with its colon.</param>
    /// <param name="Part">The shape of the rows of a collection; null for a value.</param>
    internal sealed record Member(int Index, string Key, IPropertyBase Source, Func<object, object?> Read, RecordShape? Part);

    private RecordShape(IEntityType type)
    {
        Type = type;
        var values = type.GetProperties().Where(p => !p.IsShadowProperty()).Cast<IPropertyBase>();
        members = [.. values.Concat(PartsOf(type)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(MemberOf)];
        key = members.Single(m => m.Source == type.FindPrimaryKey()!.Properties[0]);
    }

    public IEntityType Type { get; }
    public IEnumerable<Member> Values => members.Where(m => m.Part is null);
    public IEnumerable<Member> Parts => members.Where(m => m.Part is not null);
    public Member Id => key;
    public int Count => members.Length;

    public static RecordShape Of(IEntityType type) => Known.GetValue(type, t => new((IEntityType)t));

    public void Write(StringBuilder json, object thing)
    {
        json.Append('{');
        foreach (var member in members)
        {
            if (member.Index > 0) json.Append(',');
            json.Append(member.Key);
            var value = Value(member, thing);
            if (member.Part is { } part) part.WriteAll(json, (IEnumerable)value!);
            else CanonicalJson.Write(json, value);
        }
        json.Append('}');
    }

    /// <summary>Parts stand in the order of their ids, whatever order they were loaded in.</summary>
    private void WriteAll(StringBuilder json, IEnumerable parts)
    {
        var sorted = parts.Cast<object>().OrderBy(p => (Guid)Value(key, p)!).ToList();
        json.Append('[');
        for (var i = 0; i < sorted.Count; i++)
        {
            if (i > 0) json.Append(',');
            Write(json, sorted[i]);
        }
        json.Append(']');
    }

    private static object? Value(Member member, object thing) => thing is Verification.StoredRow row ? row[member.Index] : member.Read(thing);

    private static Member MemberOf(IPropertyBase source, int index)
    {
        var name = new StringBuilder();
        CanonicalJson.Write(name, source.Name);
        var getter = source.GetGetter();
        return new(index, name.Append(':').ToString(), source, getter.GetClrValue, source is INavigation parts ? Of(parts.TargetEntityType) : null);
    }

    private static IEnumerable<IPropertyBase> PartsOf(IEntityType type) =>
        type.GetNavigations().Where(n => n.IsCollection && typeof(IPartOf).IsAssignableFrom(n.TargetEntityType.ClrType));
}

using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Log;

/// <summary>
/// Writes a record with its parts as RFC 8785 canonical JSON: keys in UTF-16 order, no white space, minimal escapes.
/// Values are strings, integers, booleans and null; dates are <c>yyyy-MM-dd</c>, or <c>yyyy-MM</c> where no day is known, times of day <c>HH:mm</c>, instants unix milliseconds, bytes base64.
/// </summary>
public static class CanonicalJson
{
    private static readonly ConditionalWeakTable<IEntityType, Member[]> Members = [];

    public static string Of(IModel model, object record)
    {
        var json = new StringBuilder(256);
        Write(json, model, model.FindRuntimeEntityType(record.GetType())!, record);
        return json.ToString();
    }

    private static void Write(StringBuilder json, IModel model, IEntityType type, object thing)
    {
        json.Append('{');
        foreach (var (key, read) in Members.GetValue(type, MembersOf))
        {
            json.Append(key);
            Write(json, model, read(thing));
        }
        json.Append('}');
    }

    /// <summary>Values and collections of parts in the order of their names, each with what stands before its value: <c>,"name":</c></summary>
    private static Member[] MembersOf(IEntityType type)
    {
        var values = type.GetProperties().Where(p => !p.IsShadowProperty()).Cast<IPropertyBase>();
        var parts = type.GetNavigations().Where(n => n.IsCollection && typeof(IPartOf).IsAssignableFrom(n.TargetEntityType.ClrType));
        return [.. values.Concat(parts).OrderBy(m => m.Name, StringComparer.Ordinal).Select((m, n) => new Member($"{(n > 0 ? "," : "")}\"{m.Name}\":", m.GetGetter().GetClrValue))];
    }

    private sealed record Member(string Key, Func<object, object?> Read);

    private static void Write(StringBuilder json, IModel model, object? value)
    {
        switch (value)
        {
            case null: json.Append("null"); break;
            case string text: Write(json, text); break;
            case bool yes: json.Append(yes ? "true" : "false"); break;
            case Enum name: Write(json, name.ToString()); break;
            case int or long or short: json.Append(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case Guid id: Write(json, id.ToString()); break;
            case DateOnly day: Write(json, day.ToString("yyyy-MM-dd")); break;
            case TimeOnly time: Write(json, time.ToString("HH:mm")); break;
            case PartialDate date: Write(json, date.ToString()); break;
            case DateTimeOffset instant: json.Append(instant.ToUnixTimeMilliseconds()); break;
            case byte[] bytes: Write(json, Convert.ToBase64String(bytes)); break;
            case IEnumerable list: Write(json, model, list); break;
            default: throw new NotSupportedException($"The record log has no form for {value.GetType()}");
        }
    }

    private static void Write(StringBuilder json, IModel model, IEnumerable list)
    {
        var items = list.Cast<object>().ToList();
        if (items is [IPartOf, ..]) items.Sort((a, b) => IdOf(a).CompareTo(IdOf(b)));
        json.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) json.Append(',');
            if (items[i] is IPartOf part) Write(json, model, model.FindRuntimeEntityType(part.GetType())!, part);
            else Write(json, model, items[i]);
        }
        json.Append(']');

        Guid IdOf(object part) => (Guid)model.FindRuntimeEntityType(part.GetType())!.FindPrimaryKey()!.Properties[0].GetGetter().GetClrValue(part)!;
    }

    private static void Write(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append($"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }
        json.Append('"');
    }
}

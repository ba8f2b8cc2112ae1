using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Platform.Web;

/// <summary>The form as it would be asked now, after somebody else saved: each field says where it differs from what was typed.</summary>
public sealed class TheirVersion(object form)
{
    public const string Key = "TheirVersion";

    /// <param name="name">As in the page: <c>Form.DueOn</c>, also inside a partial.</param>
    /// <param name="offered">What a list or boxes offer, whose texts stand for their values.</param>
    /// <returns>In words what is kept now; null when it is what was typed.</returns>
    public string? Of(string name, object? typed, ModelMetadata meta, IEnumerable<SelectListItem>? offered)
    {
        if (!name.StartsWith("Form.", StringComparison.Ordinal) || name.Contains('[') || meta.DataTypeName is nameof(DataType.Password)) return null;
        object? kept = form;
        foreach (var part in name.Split('.').Skip(1))
        {
            if (kept?.GetType().GetProperty(part) is not { } property) return null;
            kept = property.GetValue(kept);
        }
        var (theirs, mine) = (Values(kept), Values(typed));
        if (theirs.SetEquals(mine)) return null;
        return theirs.Count == 0 ? "（空）" : string.Join(offered is null ? "\n" : "、", theirs.Select(value => offered?.FirstOrDefault(o => o.Value == value)?.Text ?? InWords(kept, value)));
    }

    /// <summary>Names of what differs and cannot stand beside itself: lists of people, of votes.</summary>
    public IReadOnlyList<string> Unseen(object typed) => [.. form.GetType().GetProperties()
        .Where(p => p.CanWrite && !IsShown(p) && JsonSerializer.Serialize(p.GetValue(form)) != JsonSerializer.Serialize(p.GetValue(typed)))
        .Select(p => p.GetCustomAttribute<DisplayAttribute>()?.Name ?? "名单")
        .Distinct()];

    /// <summary>Boxes to tick have a name; a list without one belongs to a table that the page writes itself.</summary>
    private static bool IsShown(PropertyInfo property) => property.PropertyType is var type && (IsPlain(type) || IsFile(type)
        || (property.IsDefined(typeof(DisplayAttribute)) && type.IsGenericType && type.GetGenericArguments() is [var one] && (IsPlain(one) || IsFile(one))));

    private static bool IsPlain(Type type) => (type.IsValueType && !type.IsGenericType) || type == typeof(string) || Nullable.GetUnderlyingType(type) is not null;

    private static bool IsFile(Type type) => type == typeof(IFormFile);

    /// <summary>One value, or those that are ticked; nothing for an empty one.</summary>
    private static HashSet<string> Values(object? value) => value is IEnumerable list and not string
        ? [.. list.Cast<object?>().Select(Text).Where(t => t.Length > 0)]
        : Text(value) is { Length: > 0 } text ? [text] : [];

    private static string Text(object? value) => value switch
    {
        string text => text.ReplaceLineEndings("\n").Trim(),
        DateOnly day => day.Iso(),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        null => "",
        _ => value.ToString() ?? "",
    };

    private static string InWords(object? kept, string value) => kept switch
    {
        true => "是",
        false => "否",
        DateOnly day => day.InWords(),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        Enum named => named.Name(),
        _ => value,
    };
}

using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Exemplar.Kernel;

/// <summary>What the office calls a value: the Display name of an enum member, dates as people write them.</summary>
public static class Names
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    public static string Name(this Enum value) => Known.GetOrAdd(value, v =>
        v.GetType().GetField(v.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? v.ToString());

    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd");

    public static string Iso(this DateOnly? day) => day?.Iso() ?? "";

    /// <summary>2026年3月5日</summary>
    public static string InWords(this DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>2026-03-05 14:20, by the office's clock.</summary>
    public static string InWords(this DateTimeOffset instant) => instant.InOffice().ToString("yyyy-MM-dd HH:mm");
}

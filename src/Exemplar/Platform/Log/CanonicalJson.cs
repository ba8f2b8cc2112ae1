using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Log;

/// <summary>
/// Writes a record with its parts as RFC 8785 canonical JSON: keys in UTF-16 order, no white space, minimal escapes.
/// Values are strings, integers, booleans and null; dates are <c>yyyy-MM-dd</c>, or <c>yyyy-MM</c> where no day is known, times of day <c>HH:mm</c> (with seconds only where there are any), instants unix milliseconds, bytes base64.
/// Half of a surrogate pair is written as U+FFFD, as the database will keep it: the RFC would refuse it, but what was saved must be logged.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The whole of what is no longer there.</summary>
    public const string Nothing = "null";

    private static readonly SearchValues<char> Special = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c), '"', '\\']);

    public static string Of(IModel model, object record)
    {
        var json = new StringBuilder(256);
        RecordShape.Of(model.FindRuntimeEntityType(record.GetType())!).Write(json, record);
        return json.ToString();
    }

    internal static void Write(StringBuilder json, object? value)
    {
        switch (value)
        {
            case null: json.Append("null"); break;
            case string text: Write(json, text); break;
            case bool yes: json.Append(yes ? "true" : "false"); break;
            case Enum name: Write(json, name.ToString()); break;
            case int or long or short: json.Append(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case Guid id: json.Append('"').Append(id).Append('"'); break;
            case DateOnly day: Write(json, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case TimeOnly time: Write(json, time.ToString(time.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss.fffffff", CultureInfo.InvariantCulture)); break;
            case PartialDate date: Write(json, date.ToString()); break;
            case DateTimeOffset instant: json.Append(instant.ToUnixTimeMilliseconds()); break;
            case byte[] bytes: Write(json, Convert.ToBase64String(bytes)); break;
            case IEnumerable list: WriteList(json, list); break;
            default: throw new NotSupportedException($"The record log has no form for {value.GetType()}");
        }
    }

    private static void WriteList(StringBuilder json, IEnumerable list)
    {
        var isFirst = true;
        json.Append('[');
        foreach (var item in list)
        {
            if (!isFirst) json.Append(',');
            isFirst = false;
            Write(json, item);
        }
        json.Append(']');
    }

    internal static void Write(StringBuilder json, string text)
    {
        var rest = Whole(text).AsSpan();
        json.Append('"');
        for (int next; (next = rest.IndexOfAny(Special)) >= 0; rest = rest[(next + 1)..])
        {
            json.Append(rest[..next]);
            _ = rest[next] switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                var control => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)control:x4}"),
            };
        }
        json.Append(rest).Append('"');
    }

    /// <summary>The text with every half character replaced by U+FFFD; itself when there is none.</summary>
    private static string Whole(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        return whole.ToString();
    }
}

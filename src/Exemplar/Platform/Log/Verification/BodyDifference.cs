using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Log.Verification;

/// <summary>Names what differs between a record and its last entry: the column, or the part that is new, gone or changed. Never the values: who runs a verification need not be who may read.</summary>
internal static class BodyDifference
{
    public static Finding Find(StoredTable table, string logged, string living, long entry, Guid record)
    {
        try
        {
            using var before = JsonDocument.Parse(logged);
            using var now = JsonDocument.Parse(living);
            if (FirstIn(table.Shape, before.RootElement, now.RootElement) is var (type, row, what)) return new(type.GetTableName()!, row ?? record.ToString(), $"{what}（日志第 {entry} 条）");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // not the JSON of a record any more: nothing in it can be named
        }
        return new(table.Name, record.ToString(), $"与日志第 {entry} 条不同，而那一条不是程序写的");
    }

    private static (IEntityType Type, string? Row, string What)? FirstIn(RecordShape shape, JsonElement before, JsonElement now)
    {
        foreach (var member in shape.Values)
            if (before.GetProperty(member.Source.Name).GetRawText() != now.GetProperty(member.Source.Name).GetRawText())
                return (shape.Type, null, $"{((IProperty)member.Source).GetColumnName()} 与日志不同");

        foreach (var member in shape.Parts)
        {
            var (was, stands) = (ById(before, member), ById(now, member));
            foreach (var (id, part) in stands)
            {
                if (!was.TryGetValue(id, out var logged)) return (member.Part!.Type, id, "日志里没有这一行");
                if (FirstIn(member.Part!, logged, part) is var (type, row, what)) return (type, row ?? id, what);
            }
            if (was.Keys.Except(stands.Keys).Order(StringComparer.Ordinal).FirstOrDefault() is { } gone) return (member.Part!.Type, gone, "日志里有这一行，现在却不在");
        }
        return null;
    }

    private static Dictionary<string, JsonElement> ById(JsonElement record, RecordShape.Member parts) =>
        record.GetProperty(parts.Source.Name).EnumerateArray().ToDictionary(p => p.GetProperty(parts.Part!.Id.Source.Name).GetString()!);
}

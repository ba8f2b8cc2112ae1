using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Exemplar.Campaigns.Reading;

namespace Exemplar.Campaigns;

/// <summary>All of a proposal that a person can change: what a step of the review is compared by, and taken back to.</summary>
public sealed record ItemState(
    PlanItemKind Kind, string Title, string Text, List<string> NamedOwners, List<string> NamedCoOwners, List<string> MissedOwners, List<Guid> OwnerIds, List<Guid> CoOwnerIds,
    DateOnly? DueOn, DateOnly? StartsOn, DateOnly? EndsOn, string? Recurrence, List<string> Targets, Guid? StageId, int Line, int Start, int End, List<string> Unsure, ItemDecision Decision)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public static ItemState Of(ProposedItem item) => new(
        item.Kind, item.Title, item.Text, item.NamedOwners, item.NamedCoOwners, item.MissedOwners, item.OwnerIds, item.CoOwnerIds,
        item.DueOn, item.StartsOn, item.EndsOn, item.Recurrence, item.Targets, item.StageId, item.Line, item.Start, item.End, item.Unsure, item.Decision);

    public JsonObject ToJson() => JsonSerializer.SerializeToNode(this, Json)!.AsObject();

    public static ItemState Read(JsonObject json) => json.Deserialize<ItemState>(Json)!;

    public static string Write(IEnumerable<ItemChange> changes) => JsonSerializer.Serialize(changes, Json);

    public static List<ItemChange> ReadChanges(string json) => JsonSerializer.Deserialize<List<ItemChange>>(json, Json)!;
}

/// <summary>What one step changed of one item: only the fields that differ, before and after.</summary>
public sealed record ItemChange(Guid Item, JsonObject Before, JsonObject After)
{
    public static ItemChange Of(ProposedItem item, ItemState former)
    {
        var (before, after) = (former.ToJson(), ItemState.Of(item).ToJson());
        foreach (var same in after.Where(field => JsonNode.DeepEquals(field.Value, before[field.Key])).Select(field => field.Key).ToList())
        {
            before.Remove(same);
            after.Remove(same);
        }
        return new(item.Id, before, after);
    }

    /// <summary>Puts the fields back. Refused when one of them is no longer as the step left it: what somebody did since is not lost.</summary>
    public Refusal? TakeBack(ProposedItem item)
    {
        if (item.Decision is ItemDecision.Issued) return new Refusal($"“{item.Title}”已经下达，不能再撤销");
        var now = ItemState.Of(item).ToJson();
        foreach (var (field, left) in After)
        {
            if (!JsonNode.DeepEquals(now[field], left)) return new Refusal($"“{item.Title}”之后又改过，这一步不能撤销，请直接修改");
            now[field] = Before[field]?.DeepClone();
        }
        item.Restore(ItemState.Read(now));
        return null;
    }
}

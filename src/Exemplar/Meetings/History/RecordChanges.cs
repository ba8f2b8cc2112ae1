using System.Text.Json;

namespace Exemplar.Meetings.History;

/// <summary>What differs between two states of a meeting's record, as the log keeps them (<see cref="CanonicalJson"/>), field by field in words.</summary>
/// <param name="withReasons">Why somebody was away is for those who keep the records.</param>
internal sealed class RecordChanges(IReadOnlyDictionary<Guid, string> people, bool withReasons)
{
    private const string Nothing = "（空）";

    private static readonly (string Property, string Label)[] Plain =
    [
        ("HeldOn", "召开日期"), ("StartsAt", "开始时间"), ("EndsAt", "结束时间"), ("Place", "地点"), ("Topic", "主题"), ("ChairId", "主持人"), ("RecorderId", "记录人"),
        ("LecturerId", "授课人"), ("CountsFor", "计入年度"), ("StudyTenths", "每人学时"), ("FirstTopic", "第一议题"), ("OnStrictness", "专题研究全面从严治党"), ("ArchiveNumber", "存档号"),
    ];

    /// <summary>Whom the record names by their id alone.</summary>
    public static IEnumerable<Guid> PeopleIn(JsonElement record) =>
        from property in (string[])["ChairId", "RecorderId", "LecturerId"]
        where record.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String
        select record.GetProperty(property).GetGuid();

    /// <summary>Whether two states, as JSON, say the same, apart from what happened to the record and its signatures.</summary>
    public static bool AreNone(string was, string now)
    {
        var (before, after) = (JsonSerializer.Deserialize<JsonElement>(was), JsonSerializer.Deserialize<JsonElement>(now));
        var people = PeopleIn(before).Concat(PeopleIn(after)).Distinct().ToDictionary(id => id, id => id.ToString());
        return new RecordChanges(people, withReasons: true).Between(before, after).Count == 0;
    }

    /// <returns>Lines such as 地点：三楼会议室 → 二楼, in the order of the form.</returns>
    public IReadOnlyList<string> Between(JsonElement was, JsonElement now) =>
    [
        .. Plain.Select(p => Line(p.Label, Value(was, p.Property), Value(now, p.Property))).OfType<string>(),
        .. Parts(was, now, "Roll", "PersonId", "Position", (id, before, after) => [Line($"到会，{Text(after ?? before!.Value, "Name")}", Came(before), Came(after))]),
        .. Parts(was, now, "Origins", "MeetingId", "Row", Counted),
        .. new[] { Line("列席和来宾", Guests(was), Guests(now)) }.OfType<string>(),
        .. Parts(was, now, "Agenda", "Id", "Number", Item),
        .. Parts(was, now, "Guided", "Number", "Number", (_, before, after) => [Line($"步骤“{Text(after ?? before!.Value, "Title")}”", Value(before, "DoneOn"), Value(after, "DoneOn"))]),
        .. Parts(was, now, "Reviews", "ItemId", "Id", (_, before, after) => [Line("上次议定事项已落实", Value(before, "IsDone"), Value(after, "IsDone"))]),
    ];

    private IEnumerable<string?> Counted(string id, JsonElement? before, JsonElement? after)
    {
        foreach (var (property, label) in ((string, string)[])[("Due", "应到人数"), ("Present", "实到人数"), ("IsOpen", "到会只记人数")]) yield return Line(label, Value(before, property), Value(after, property));
    }

    private IEnumerable<string?> Item(string id, JsonElement? before, JsonElement? after)
    {
        var number = Text(after ?? before!.Value, "Number");
        foreach (var (property, label) in ((string, string)[])[("Title", "议题"), ("Discussion", "发言和讨论要点"), ("Decision", "议定事项")]) yield return Line($"第 {number} 项，{label}", Value(before, property), Value(after, property));
    }

    private static IEnumerable<string> Parts(JsonElement was, JsonElement now, string list, string key, string order, Func<string, JsonElement?, JsonElement?, IEnumerable<string?>> lines)
    {
        var (before, after) = (Keyed(was, list, key), Keyed(now, list, key));
        return from id in after.Keys.Concat(before.Keys.Except(after.Keys)).OrderBy(id => int.TryParse(Text(after.TryGetValue(id, out var one) ? one : before[id], order), out var place) ? place : 0).ToList()
               from line in lines(id, before.TryGetValue(id, out var b) ? b : null, after.TryGetValue(id, out var a) ? a : null)
               where line is not null
               select line;
    }

    private static Dictionary<string, JsonElement> Keyed(JsonElement record, string list, string key) =>
        record.TryGetProperty(list, out var parts) ? parts.EnumerateArray().ToDictionary(p => Text(p, key)) : [];

    private string Came(JsonElement? entry)
    {
        if (entry is not { } one) return "（不在名单）";
        var attendance = Enum.TryParse<Attendance>(Text(one, "Attendance"), out var known) ? known.Name() : "";
        return withReasons && Text(one, "Reason") is { Length: > 0 } reason ? $"{attendance}：{reason}" : attendance;
    }

    private static string Guests(JsonElement record) =>
        record.TryGetProperty("Guests", out var guests) ? string.Join('、', guests.EnumerateArray().Select(g => Text(g, "Name")).Order(StringComparer.Ordinal)) : "";

    private string Value(JsonElement? part, string property)
    {
        if (part is not { } record || !record.TryGetProperty(property, out var value)) return "";
        return value.ValueKind switch
        {
            JsonValueKind.True => "是",
            JsonValueKind.False => "否",
            JsonValueKind.Number when property == "StudyTenths" => $"{value.GetInt32() / 10m:0.#}",
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String when value.TryGetGuid(out var id) => people.GetValueOrDefault(id, ""),
            JsonValueKind.String => value.GetString()!,
            _ => "",
        };
    }

    private static string Text(JsonElement part, string property) => part.TryGetProperty(property, out var value) ? value.ToString() : "";

    private static string? Line(string label, string was, string now) => was == now ? null : $"{label}：{(was.Length > 0 ? was : Nothing)} → {(now.Length > 0 ? now : Nothing)}";
}

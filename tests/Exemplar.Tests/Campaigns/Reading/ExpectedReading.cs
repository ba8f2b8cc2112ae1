using System.Text.Json;
using System.Text.Json.Nodes;
using Exemplar.Campaigns.Reading;

namespace Exemplar.Tests.Campaigns.Reading;

/// <summary>A document with the reading expected of it: the command's JSON, in which what is not asserted may be left out.</summary>
public sealed record ExpectedReading(string Name, SourceText Source, JsonObject Json)
{
    private const string Suffix = ".expected.json";

    public static IEnumerable<string> NamesIn(string folder) => Directory.Exists(Folder(folder))
        ? Directory.EnumerateFiles(Folder(folder), "*" + Suffix).Select(f => Path.GetFileName(f)[..^Suffix.Length]).Order(StringComparer.Ordinal)
        : [];

    public static ExpectedReading Load(string folder, string name)
    {
        var document = Directory.EnumerateFiles(Folder(folder), name + ".*").Single(f => !f.EndsWith(Suffix, StringComparison.Ordinal));
        var source = SourceText.Decode(File.ReadAllBytes(document), Path.GetFileName(document));
        Assert.True(source.Refusal is null, source.Refusal?.Message);
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(folder), name + Suffix)))!.AsObject();
        return new(name, source.Value!, json);
    }

    public IReadOnlyList<JsonObject> Items => [.. Json["items"]!.AsArray().Select(i => i!.AsObject())];

    /// <summary>Every difference between the expectation and the reading, as "where: expected …, read …".</summary>
    public IReadOnlyList<string> Differences(PlanReading reading)
    {
        var differences = new List<string>();
        Compare(Json, JsonNode.Parse(reading.ToJson()), "", differences);
        return differences;
    }

    private static void Compare(JsonNode? expected, JsonNode? read, string at, List<string> differences)
    {
        if (expected is JsonObject wanted && read is JsonObject found)
            foreach (var (name, value) in wanted) Compare(value, found[name], $"{at}.{name}", differences);
        else if (expected is JsonArray list && read is JsonArray others)
        {
            if (list.Count != others.Count) differences.Add($"{at}: expected {list.Count}, read {others.Count}: {Short(others)}");
            for (var i = 0; i < Math.Min(list.Count, others.Count); i++) Compare(list[i], others[i], $"{at}[{i}]", differences);
        }
        else if (!JsonNode.DeepEquals(expected, read)) differences.Add($"{at}: expected {Short(expected)}, read {Short(read)}");
    }

    private static string Short(JsonNode? node) => node?.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null";

    private static string Folder(string folder) => Path.Combine(AppContext.BaseDirectory, "Campaigns", "Reading", folder);
}

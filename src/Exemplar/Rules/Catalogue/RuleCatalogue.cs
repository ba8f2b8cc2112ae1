using System.Text.Json;
using System.Text.Json.Serialization;
using YamlDotNet.Serialization;

namespace Exemplar.Rules.Catalogue;

/// <summary>The rules of <c>rules/catalogue/*.yaml</c>: every duty with its source, article and how sure both are.</summary>
public sealed class RuleCatalogue(IReadOnlyList<Rule> rules)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,   // a misspelt key is an error, not a rule that never fires
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private readonly ILookup<string, Rule> byId = rules.ToLookup(r => r.Id);

    /// <summary>In the order of the files: the order in which rows of a matrix stand.</summary>
    public IReadOnlyList<Rule> All => rules;

    /// <summary>Ids of the rules about terms of office.</summary>
    public IReadOnlyList<string> Terms { get; } = [.. rules.Where(r => r.Require?.Measure is Measure.Term).Select(r => r.Id).Distinct()];

    /// <summary>The version in force on a day; null when there is none.</summary>
    public Rule? Find(string id, DateOnly on) => byId[id].FirstOrDefault(r => r.IsInForce(on));

    /// <summary>The newest version, for naming what has been.</summary>
    public Rule? Latest(string id) => byId[id].MaxBy(r => r.EffectiveFrom);

    public static RuleCatalogue Read() => Read(Path.Combine(AppContext.BaseDirectory, "rules", "catalogue"));

    /// <summary>Throws <see cref="JsonException"/> naming the file when an entry has not the shape of a rule.</summary>
    public static RuleCatalogue Read(string folder) =>
        new([.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(Parse)]);

    /// <summary>The rules of one file. Throws <see cref="JsonException"/> naming it when it is no YAML or an entry has not the shape of a rule.</summary>
    internal static IReadOnlyList<Rule> Parse(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<List<Rule>>(ToJson(File.ReadAllText(file)), Json)!;
        }
        catch (Exception wrong) when (wrong is JsonException or YamlDotNet.Core.YamlException)
        {
            throw new JsonException($"{Path.GetFileName(file)}: {wrong.Message}", wrong);
        }
    }

    /// <summary>YAML is for the people who write rules; shapes are checked as JSON, by the same schema in editors and tests.</summary>
    public static string ToJson(string yaml)
    {
        var read = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(yaml);
        return new SerializerBuilder().JsonCompatible().Build().Serialize(read);
    }
}

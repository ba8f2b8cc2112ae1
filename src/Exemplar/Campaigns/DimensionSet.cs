using System.Text.Json;

namespace Exemplar.Campaigns;

/// <summary>A set of dimensions such as the 六模范. There is no single national list: sets are data, each with its source.</summary>
public sealed record DimensionSet(string Key, string Name, string Source, string Status, IReadOnlyList<string> Dimensions);

/// <summary>The sets of <c>rules/dimensions/</c>, by name of file.</summary>
public sealed class DimensionSets(IReadOnlyList<DimensionSet> sets)
{
    public IReadOnlyList<DimensionSet> All => sets;

    public DimensionSet? Find(string key) => sets.FirstOrDefault(s => s.Key == key);

    public static DimensionSets Read() => new([.. Directory
        .GetFiles(Path.Combine(AppContext.BaseDirectory, "rules", "dimensions"), "*.json").Order(StringComparer.Ordinal)
        .Select(file => JsonSerializer.Deserialize<DimensionSet>(File.ReadAllText(file), JsonSerializerOptions.Web)!)]);
}

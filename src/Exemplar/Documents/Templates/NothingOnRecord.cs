using Exemplar.Documents.Templates.Blanks;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Documents.Templates;

/// <summary>What whoever fills in says of units that have nothing at all on record in the period.</summary>
public enum NothingOnRecord
{
    [Display(Name = "没有录入：先空着，合计也空着")] NotEntered,
    [Display(Name = "确实没有开：填 0")] NotHeld,
}

/// <summary>Units that have nothing on record: a 0 reported upward says that nothing was held, and only somebody who knows can say that.</summary>
internal static class UnitsInDoubt
{
    private const int MostNamed = 5;

    /// <summary>In the order of the values, without those that the blank has no row for.</summary>
    public static IReadOnlyList<string> In(BlankFile blank, IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values)
    {
        var left = blank.NamedRowsFor(values).SelectMany(t => t.Rows.LeftOver).ToHashSet();
        return [.. values.Values.SelectMany(v => v).Select(v => v.InDoubt).OfType<string>().Distinct().Where(unit => !left.Contains(unit))];
    }

    public static string Ask(IReadOnlyList<string> units) =>
        $"{string.Join('、', units.Take(MostNamed))}{(units.Count > MostNamed ? $"等 {units.Count} 个" : "")}在这一期没有任何记录：是没有开，还是没有录入？";

    /// <summary>With what was answered: numbers of units in doubt stand, or are unknown.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<FormValue>> Settle(IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values, NothingOnRecord? said) =>
        said is not NothingOnRecord.NotEntered ? values
        : values.ToDictionary(v => v.Key, v => (IReadOnlyList<FormValue>)[.. v.Value.Select(value => value.InDoubt is null ? value : FormValue.Unknown)]);
}

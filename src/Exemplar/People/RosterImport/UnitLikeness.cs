namespace Exemplar.People.RosterImport;

/// <summary>Which unit is meant by what an office's sheets call it: 机关一支部, 老干支部, 食药支部, 综合办. It only proposes: a person decides.</summary>
internal static class UnitLikeness
{
    private const double Least = 0.8, LeastOfShorter = 0.6;
    private const int FewestOfAbbreviation = 2, FewestOfShorter = 3;

    /// <summary>From the surest on: the first by which any unit fits decides.</summary>
    private static readonly Func<UnitName, UnitName, bool>[] Ways =
    [
        (word, unit) => word.Whole == unit.Whole,
        (word, unit) => word.Core == unit.Core && word.Core.Length + word.Ordinals.Length > 0,
        (word, unit) => word.IsNumberAlone ? !word.IsOfOrgan || unit.IsOfOrgan || unit.IsNumberAlone : word.Core.Length >= FewestOfAbbreviation && Common(word.Core, unit.Core) == word.Core.Length,
        (word, unit) => unit.Core.Length >= FewestOfShorter && Common(word.Core, unit.Core) == unit.Core.Length && Ratio(word.Core, unit.Core) >= LeastOfShorter,   // 公路事业发展中心 where the roster says 公路中心
        (word, unit) => Ratio(word.Stem, unit.Stem) >= Least,
    ];

    /// <summary>The only one of <paramref name="units"/> that fits, or null when none does or two do.</summary>
    public static T? Nearest<T>(string name, IEnumerable<T> units, Func<T, string> nameOf) where T : class
    {
        var word = UnitName.Of(name);
        var all = units.Select(unit => (Unit: unit, Name: UnitName.Of(nameOf(unit)))).ToList();
        if (word is { IsOfRetired: true, Ordinals: "" }) return Only(all.FindAll(u => u.Name.IsOfRetired));

        var possible = all.FindAll(u => word.MayBe(u.Name));
        return Only(Ways.Select(fits => possible.FindAll(u => fits(word, u.Name))).FirstOrDefault(found => found.Count > 0) ?? []);

        static T? Only(List<(T Unit, UnitName)> found) => found is [var only] ? only.Unit : null;
    }

    private static double Ratio(string one, string other) => one.Length == 0 || other.Length == 0 ? 0 : 2.0 * Common(one, other) / (one.Length + other.Length);

    /// <summary>The length of the longest common subsequence.</summary>
    private static int Common(string a, string b)
    {
        var lengths = new int[b.Length + 1];
        foreach (var c in a)
        {
            var diagonal = 0;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, lengths[j]) = (lengths[j], c == b[j - 1] ? diagonal + 1 : Math.Max(lengths[j], lengths[j - 1]));
        }
        return lengths[^1];
    }
}

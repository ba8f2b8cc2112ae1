namespace Exemplar.People.RosterImport;

/// <summary>How alike two unit names are, so that 综合办 is offered 综合科 first. It only suggests: a person decides.</summary>
internal static class UnitLikeness
{
    private const double Least = 0.6;
    private const double OfAbbreviation = 0.65;
    private const string Numerals = "0123456789一二三四五六七八九十";
    private static readonly string[] Tails = ["党总支", "党支部", "支部", "办公室", "中心", "大队", "科", "处", "室", "部", "股", "局", "办", "队", "站", "组"];

    /// <summary>The nearest of <paramref name="units"/>, or null when none is near.</summary>
    public static T? Nearest<T>(string name, IEnumerable<T> units, Func<T, string> nameOf) where T : class =>
        units.Select(unit => (Unit: unit, Likeness: Of(name, nameOf(unit)))).Where(x => x.Likeness >= Least).DefaultIfEmpty().MaxBy(x => x.Likeness).Unit;

    /// <summary>0 to 1. 第一支部 and 第二支部 are not alike at all: the number is what tells them apart.</summary>
    public static double Of(string one, string other)
    {
        if (one.Contains('纪') != other.Contains('纪')) return 0;   // a 机关纪委 is no 机关党委
        var (a, b) = (Core(one), Core(other));
        if (NumeralsOf(a) != NumeralsOf(b) && NumeralsOf(a).Length > 0 && NumeralsOf(b).Length > 0) return 0;
        return Math.Max(Math.Max(2.0 * Common(a, b) / (a.Length + b.Length), Containment(RosterUnits.Key(one), RosterUnits.Key(other))), Abbreviation(RosterUnits.Key(one), RosterUnits.Key(other)));
    }

    /// <summary>公路中心 leaves characters out of 公路事业发展中心支部 and adds none.</summary>
    private static double Abbreviation(string one, string other) => Math.Min(one.Length, other.Length) is >= 4 and var shorter && Common(one, other) == shorter ? OfAbbreviation : 0;

    /// <summary>党委办公室 holds 办公室 whole.</summary>
    private static double Containment(string one, string other) =>
        one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal) ? 2.0 * Math.Min(one.Length, other.Length) / (one.Length + other.Length) : 0;

    /// <summary>Without what every unit of the kind ends in.</summary>
    private static string Core(string name)
    {
        var key = RosterUnits.Key(name);
        var tail = Array.Find(Tails, t => key.Length > t.Length && key.EndsWith(t, StringComparison.Ordinal));
        return tail is null ? key : key[..^tail.Length];
    }

    private static string NumeralsOf(string text) => string.Concat(text.Where(Numerals.Contains));

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

using System.Text.RegularExpressions;

namespace Exemplar.Demo;

/// <summary>A document of <c>seed/</c>: its dates are written as days after the start, so that the demo is never out of date.</summary>
public static partial class SeedDocument
{
    /// <summary><c>{D+21}</c> becomes 2026年3月31日, <c>{d+21}</c> the same, <c>{Y}</c> the year of the start.</summary>
    public static string Read(string name, DateOnly start)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seed", name));
        return Token().Replace(text, token => token.Groups["year"].Success ? start.Year.ToString() : start.AddDays(int.Parse(token.Groups["days"].ValueSpan)).InWords());
    }

    [GeneratedRegex(@"\{(?:(?<year>Y)|[Dd]\+(?<days>\d+))\}")]
    private static partial Regex Token();
}

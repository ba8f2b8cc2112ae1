using System.Text.RegularExpressions;

namespace Exemplar.People.RosterImport;

/// <summary>Numbers that nobody may store here, typed into a cell where something else belongs: ID numbers, telephones, accounts.</summary>
internal static partial class PrivateText
{
    private const int LongestQuote = 20;
    private const int LongestHeading = 12;

    public static bool IsIn(string text) => LongNumber().IsMatch(text);

    /// <summary>The cell as an error may quote it: short, and without such numbers.</summary>
    public static string Quote(string text) => Shortened(text, LongestQuote);

    /// <summary>The same with so many characters at most.</summary>
    public static string Shortened(string text, int longest)
    {
        var quoted = LongNumber().Replace(text, "…");
        return quoted.Length <= longest ? quoted : quoted[..longest] + "…";
    }

    /// <summary>The same text with zeros for such numbers: read again, it is still seen that one stood there.</summary>
    public static string Mask(string text) => LongNumber().Replace(text, number => string.Concat(number.Value.Select(c => char.IsAsciiDigit(c) ? '0' : c)));

    /// <summary>A heading may be repeated to the reader; a remark that somebody wrote beside the headings is only pointed at.</summary>
    public static string Heading(string heading, string letter) =>
        heading.Length > LongestHeading || AnyNumber().IsMatch(heading) ? $"{letter} 列" : heading;

    // No date has nine digits: 2009-07-01 has eight.
    [GeneratedRegex(@"(?:\d[ \-]?){8,}\d[Xx]?")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"\d{5,}")]
    private static partial Regex AnyNumber();
}

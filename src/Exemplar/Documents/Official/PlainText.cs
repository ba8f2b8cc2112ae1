using System.Xml;

namespace Exemplar.Documents.Official;

/// <summary>What somebody typed, as one line that XML can hold.</summary>
internal static class PlainText
{
    /// <summary>Without characters that XML forbids; rare characters outside the basic plane stay. Breaks and tabs become spaces.</summary>
    public static string Of(string? typed)
    {
        if (typed is null) return "";
        foreach (var c in typed)
            if (char.IsControl(c) || char.IsSurrogate(c) || !XmlConvert.IsXmlChar(c)) return Clean(typed);
        return typed.Trim();
    }

    /// <summary>The lines that hold something.</summary>
    public static IReadOnlyList<string> Lines(string? typed) =>
        typed is null ? [] : [.. typed.Split(['\n', '\r', '\v', '\f', '\u2028', '\u2029']).Select(Of).Where(line => line.Length > 0)];

    /// <summary>How wide a line is in characters: Latin and digits are half as wide as the others.</summary>
    public static double Width(string line) => line.Sum(WidthOf);

    public static double WidthOf(char c) => c < 0x2000 || char.IsSurrogate(c) ? 0.5 : 1;

    private static string Clean(string typed)
    {
        var kept = new char[typed.Length];
        var length = 0;
        for (var i = 0; i < typed.Length; i++)
        {
            if (i + 1 < typed.Length && char.IsSurrogatePair(typed[i], typed[i + 1])) (kept[length++], kept[length++]) = (typed[i], typed[++i]);
            else if (typed[i] is '\t' or '\n' or '\r') kept[length++] = ' ';
            else if (!char.IsControl(typed[i]) && XmlConvert.IsXmlChar(typed[i])) kept[length++] = typed[i];
        }
        return new string(kept, 0, length).Trim();
    }
}

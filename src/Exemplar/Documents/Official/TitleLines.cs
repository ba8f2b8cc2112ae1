namespace Exemplar.Documents.Official;

/// <summary>
/// Breaks a title into lines in the shape of a trapezoid or a diamond without splitting words (7.3.1). There is no
/// dictionary: it knows the few words that titles turn on and breaks beside them where it can. Typed breaks are kept.
/// </summary>
internal static class TitleLines
{
    /// <summary>Characters of 2号 on a line; one is left free so that no line touches both margins.</summary>
    private const double Widest = 19;

    private const int MostLines = 4;

    private static readonly string[] BreakBefore = ["关于", "《", "“", "（", "暨", "并"];
    private static readonly string[] BreakAfter = ["关于", "的", "》", "”", "）", "、", "，", "和", "与", "及", "等"];

    public static IReadOnlyList<string> Of(string title)
    {
        var typed = PlainText.Lines(title);
        return typed.Count == 1 ? Broken(typed[0]) : typed;
    }

    private static IReadOnlyList<string> Broken(string title)
    {
        var lines = (int)Math.Ceiling(PlainText.Width(title) / Widest);
        return lines is <= 1 or > MostLines ? [title] : Best(title, lines)?.Lines ?? [title];
    }

    private static (IReadOnlyList<string> Lines, double Cost)? Best(string rest, int lines, bool isFirst = true)
    {
        if (lines == 1) return PlainText.Width(rest) <= Widest ? ([rest], 0) : null;
        (IReadOnlyList<string>, double)? best = null;
        var lowest = double.MaxValue;
        for (var at = 1; at < rest.Length; at++)
        {
            if (PlainText.Width(rest[..at]) > Widest) break;
            if (!MayBreak(rest, at) || Best(rest[at..], lines - 1, isFirst: false) is not { } tail) continue;
            var cost = tail.Cost + BreakCost(rest, at) + ShapeCost(PlainText.Width(rest[..at]), PlainText.Width(tail.Lines[0]), lines, isFirst);
            if (cost < lowest) (lowest, best) = (cost, ([rest[..at], .. tail.Lines], cost));
        }
        return best;
    }

    /// <summary>Beside a turning word nothing, elsewhere a word may be split: dear.</summary>
    private static double BreakCost(string text, int at) =>
        BreakBefore.Any(word => text.AsSpan(at).StartsWith(word)) || BreakAfter.Any(word => text.AsSpan(0, at).EndsWith(word)) ? 0 : 6;

    /// <summary>Neighbours of like length make a block, of very unlike length a tail; a first line longer than the middle of three is no diamond.</summary>
    private static double ShapeCost(double line, double next, int lines, bool isFirst) =>
        Math.Max(0, Math.Abs(line - next) - 3) + (Math.Abs(line - next) < 1 ? 1 : 0) + (isFirst && lines > 2 && line > next ? 1 : 0) + (next < 3 ? 4 : 0);

    private static bool MayBreak(string text, int at) =>
        !(IsLatin(text[at - 1]) && (IsLatin(text[at]) || "年月日号个项次".Contains(text[at], StringComparison.Ordinal)))
        && !char.IsLowSurrogate(text[at])
        && !"、，。；：！？》”）〕的".Contains(text[at], StringComparison.Ordinal)
        && !"《“（〔第".Contains(text[at - 1], StringComparison.Ordinal);

    private static bool IsLatin(char c) => c < 0x80 && !char.IsWhiteSpace(c);
}

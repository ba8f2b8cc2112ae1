using System.Globalization;
using System.Text;

namespace Exemplar.Platform.Search;

/// <summary>A stretch of one script without anything between: Han characters, or one word of letters and digits.</summary>
/// <param name="Characters">Its characters, lower case and half width; one of two units for rare Han.</param>
/// <param name="Places">Where each of them stands in the text, and at last where the run ends.</param>
/// <param name="Touches">Whether nothing stands between it and the run before.</param>
internal sealed record TextRun(bool IsHan, List<string> Characters, List<int> Places, bool Touches)
{
    public int End => Places[^1];

    public string Word => string.Concat(Characters);
}

internal static class TextRuns
{
    /// <summary>The runs of a text in order. Spaces, punctuation, symbols and emoji belong to none.</summary>
    public static IEnumerable<TextRun> Of(string text)
    {
        TextRun? run = null;
        var plain = HalfWidth.Of(text);   // of the same length
        for (var at = 0; at < plain.Length;)
        {
            Rune.DecodeFromUtf16(plain.AsSpan(at), out var rune, out var units);
            var isHan = IsHan(rune);
            var belongs = isHan || Rune.IsLetterOrDigit(rune);
            if (run is not null && (!belongs || run.IsHan != isHan))
            {
                yield return run;
                run = belongs ? Begin(isHan, at, touches: true) : null;
            }
            else if (belongs)
            {
                run ??= Begin(isHan, at, touches: false);
            }
            if (belongs) run!.Characters.Add(Rune.ToLowerInvariant(rune).ToString());
            at += units;
            if (belongs) run!.Places.Add(at);
        }
        if (run is not null) yield return run;
    }

    private static TextRun Begin(bool isHan, int at, bool touches) => new(isHan, [], [at], touches);

    /// <summary>Ideographs of all planes, with 〇 and 々, which names and years are written with.</summary>
    private static bool IsHan(Rune rune) => rune.Value is 0x3005 or 0x3007 or (>= 0x3400 and <= 0x4dbf) or (>= 0x4e00 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3ffff)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.LetterNumber;
}

using System.Text;

namespace Exemplar.Campaigns.Reading;

/// <summary>
/// Finds text that was decoded with the wrong table. Such runs are made of characters that hardly ever stand side by
/// side; the reader shows them and never repairs them.
/// </summary>
internal static class OddCharacters
{
    private const int Window = 8;
    private static readonly byte[] Weight = Build();

    /// <summary>0 for ordinary characters; the heavier, the less a character belongs into an official document.</summary>
    public static int WeightOf(char c) => Weight[c];

    /// <summary>The garbled runs in the text, offsets relative to it.</summary>
    public static List<TextSpan> Find(ReadOnlySpan<char> text)
    {
        var runs = new List<TextSpan>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Weight[text[i]] == 0) continue;
            var (weight, last) = (0, i);
            for (var j = i; j < text.Length && j - last <= Window / 2; j++)
            {
                if (Weight[text[j]] == 0) continue;
                weight += Weight[text[j]];
                last = j;
            }
            if (weight >= 12 || (weight >= 6 && (weight >= 2 * (last - i + 1) || HasStray(text, i, last)))) runs.Add(Widen(text, i, last + 1));
            i = last;
        }
        return runs;
    }

    // Half of a double-byte character ends up as a letter or a half-width sign glued to a Chinese one.
    private static bool HasStray(ReadOnlySpan<char> text, int first, int last) =>
        (first > 0 && IsStray(text[first - 1])) || text[first..(last + 1)].IndexOfAnyInRange('!', '~') >= 0
        || (last + 1 < text.Length && IsStray(text[last + 1])) || (last + 2 < text.Length && IsStray(text[last + 2]));

    private static bool IsStray(char c) => char.IsAsciiLetter(c) || c is ';' or '?' or '`' or '~' or '^' or '|';

    private static TextSpan Widen(ReadOnlySpan<char> text, int start, int end)
    {
        while (start > 0 && IsStray(text[start - 1])) start--;
        for (var i = end; i < Math.Min(text.Length, end + 3); i++)
            if (IsStray(text[i])) end = i + 1;
        return new(start, end);
    }

    private static byte[] Build()
    {
        var weight = new byte[char.MaxValue + 1];
        weight.AsSpan('\u3400', 0x9FFF - 0x3400 + 1).Fill(2);
        foreach (var common in Level("GB2312", 0xB0, 0xD7, 0xA1)) weight[common] = 0;
        foreach (var common in Level("Big5", 0xA4, 0xC6, 0x40)) weight[common] = 0;
        weight.AsSpan('\u0080', 0x20).Fill(3);
        for (var c = '\u00A1'; c <= '\u00FF'; c++)
            if (!"àáèéêìíòóùúü×÷·°±²³§®©".Contains(c)) weight[c] = 3;
        weight.AsSpan('\uE000', 0xF8FF - 0xE000 + 1).Fill(3);
        weight['\uFFFD'] = 12;
        weight['锟'] = 6;
        return weight;
    }

    // The first level of either standard holds the characters in everyday use.
    private static string Level(string encoding, int firstLead, int lastLead, int firstTrail)
    {
        var pairs = new List<byte>();
        for (var lead = firstLead; lead <= lastLead; lead++)
            for (var trail = firstTrail; trail <= 0xFE; trail++)
                if (trail is < 0x7F or >= 0xA1) pairs.AddRange([(byte)lead, (byte)trail]);
        return CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetString([.. pairs]).Replace("\uFFFD", "", StringComparison.Ordinal);
    }
}

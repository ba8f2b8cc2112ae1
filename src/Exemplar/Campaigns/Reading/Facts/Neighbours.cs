namespace Exemplar.Campaigns.Reading;

/// <summary>Looks at what stands beside a word before a pattern is asked: most texts hold the word (季度, 前) and not the phrase.</summary>
internal static class Neighbours
{
    /// <summary>True where one of <paramref name="before"/> precedes the word; one blank or 之 between them does not count.</summary>
    public static bool Precede(ReadOnlySpan<char> text, string word, string before)
    {
        for (var at = text.IndexOf(word); at >= 0; at = Next(text, word, at))
        {
            var last = at - 1;
            if (last > 0 && (text[last] == '之' || char.IsWhiteSpace(text[last]))) last--;
            if (last >= 0 && before.Contains(text[last])) return true;
        }
        return false;
    }

    /// <summary>True where one of <paramref name="after"/> follows the word.</summary>
    public static bool Follow(ReadOnlySpan<char> text, string word, string after)
    {
        for (var at = text.IndexOf(word); at >= 0; at = Next(text, word, at))
            if (at + word.Length < text.Length && after.Contains(text[at + word.Length])) return true;
        return false;
    }

    private static int Next(ReadOnlySpan<char> text, string word, int at)
    {
        var next = text[(at + 1)..].IndexOf(word);
        return next < 0 ? -1 : at + 1 + next;
    }
}

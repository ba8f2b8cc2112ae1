using System.Collections.Frozen;

namespace Exemplar.Campaigns.Reading;

/// <summary>Words that text may end with, found by their last character.</summary>
internal sealed class WordEndings(params IEnumerable<string> words)
{
    private readonly FrozenDictionary<char, string[]> byLast = words.GroupBy(word => word[^1]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    public bool End(ReadOnlySpan<char> text)
    {
        if (!byLast.TryGetValue(text[^1], out var candidates)) return false;
        foreach (var word in candidates)
            if (text.EndsWith(word)) return true;
        return false;
    }
}

using System.Text;

namespace Exemplar.Platform.Search;

/// <summary>
/// Text as words that both databases index. Chinese has no spaces: a run of Han characters becomes its overlapping pairs
/// and its last character alone, so that every stretch of it is a phrase, and a single character the beginning of a word.
/// </summary>
public static class Bigrams
{
    /// <summary>党员大会2026年 → <c>党员 员大 大会 会 2026 年</c>. Nothing but letters, digits and spaces.</summary>
    public static string Of(string text)
    {
        var grams = new StringBuilder(text.Length * 3);
        foreach (var run in TextRuns.Of(text))
            foreach (var gram in Of(run, isOpen: false)) grams.Append(grams.Length > 0 ? " " : "").Append(gram);
        return grams.ToString();
    }

    /// <param name="isOpen">The run may go on to the right: a lone last character says nothing then, unless it is all there is.</param>
    internal static IEnumerable<string> Of(TextRun run, bool isOpen)
    {
        if (!run.IsHan) return [run.Word];
        var pairs = run.Characters.Zip(run.Characters.Skip(1), (a, b) => a + b);
        return isOpen && run.Characters.Count > 1 ? pairs : pairs.Append(run.Characters[^1]);
    }
}

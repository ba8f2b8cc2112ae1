namespace Exemplar.Platform.Search;

/// <summary>One word that somebody looks for: what stands between spaces. Punctuation in it parts it into phrases that must all be there.</summary>
public sealed class SearchWord
{
    private readonly List<Phrase> phrases;

    private SearchWord(string text, List<Phrase> phrases) => (Text, this.phrases) = (text, phrases);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>For SQLite's FTS5: <c>"党员 员大 大会"</c>, with <c>*</c> where the last character may begin a longer word.</summary>
    public string Fts5 => string.Join(" AND ", phrases.Select(p => $"\"{string.Join(' ', p.Grams)}\"{(p.IsPrefix ? "*" : "")}"));

    /// <summary>The same for PostgreSQL: <c>('党员' &lt;-&gt; '员大' &lt;-&gt; '大会')</c>.</summary>
    public string TsQuery => string.Join(" & ", phrases.Select(p => $"({string.Join(" <-> ", p.Grams.Select(g => $"'{g}'"))}{(p.IsPrefix ? ":*" : "")})"));

    internal IEnumerable<IReadOnlyList<TextRun>> Runs => phrases.Select(p => p.Runs);

    /// <summary>The words of a query; those without any letter, digit or Han character are left out.</summary>
    public static IReadOnlyList<SearchWord> Read(string query) =>
        [.. query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(text => new SearchWord(text, PhrasesOf(text))).Where(word => word.phrases.Count > 0).DistinctBy(word => word.Fts5)];

    private static List<Phrase> PhrasesOf(string text)
    {
        List<Phrase> found = [];
        foreach (var run in TextRuns.Of(text))
        {
            if (run.Touches) found[^1].Runs.Add(run);
            else found.Add(new([run]));
        }
        return found;
    }

    private sealed record Phrase(List<TextRun> Runs)
    {
        /// <summary>A lone Han character at the end begins a pair wherever more follows it.</summary>
        public bool IsPrefix => Runs[^1] is { IsHan: true, Characters.Count: 1 };

        public IEnumerable<string> Grams => Runs.SelectMany((run, n) => Bigrams.Of(run, isOpen: n == Runs.Count - 1));
    }
}

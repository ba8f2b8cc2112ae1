namespace Exemplar.Campaigns.Versions;

/// <summary>Which item of a new version of a document is which of the former one: by name first, then by the likeness of names and words.</summary>
public static class VersionMatch
{
    /// <summary>Share of likeness from which two are the same task in other words; below it one is gone and the other new.</summary>
    private const double Alike = 0.5;

    /// <summary>Each item of the later version with its former one, or with null when it is new; in the later version's order.</summary>
    public static IReadOnlyList<(ProposedItem Later, ProposedItem? Former)> Of(IReadOnlyList<ProposedItem> former, IReadOnlyList<ProposedItem> later)
    {
        var (found, taken) = (new ProposedItem?[later.Count], new HashSet<Guid>());
        var olds = former.Select(item => (Item: item, Said: Said.Of(item))).ToList();
        var news = later.Select(Said.Of).ToList();
        foreach (var (n, item) in SameNames(olds, news)) (found[n], _) = (item, taken.Add(item.Id));   // most tasks keep their name: the others are few
        var open = olds.Where(o => !taken.Contains(o.Item.Id)).ToList();
        var likely =
            from n in Enumerable.Range(0, later.Count).Where(n => found[n] is null)
            from old in open
            let likeness = news[n].Likeness(old.Said)
            where likeness >= Alike
            orderby likeness descending, Math.Abs(n - olds.IndexOf(old))   // of two that are alike the one at the same place
            select (n, old.Item, likeness);
        foreach (var (n, item, _) in likely.ToList())
            if (found[n] is null && taken.Add(item.Id)) found[n] = item;
        return [.. later.Select((item, n) => (item, found[n]))];
    }

    /// <summary>Names that stand once in each version.</summary>
    private static IEnumerable<(int N, ProposedItem Former)> SameNames(List<(ProposedItem Item, Said Said)> olds, List<Said> news)
    {
        var once = olds.GroupBy(o => o.Said.Title).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Item);
        return news.Select((said, n) => (said, n)).GroupBy(x => x.said.Title).Where(g => g.Count() == 1 && once.ContainsKey(g.Key)).Select(g => (g.Single().n, once[g.Key]));
    }

    /// <summary>What an item says apart from its name and from who and when: labelled clauses (责任单位：…) are compared as owners and dates.</summary>
    public static string Words(ProposedItem item) => string.Concat(item.Text.Split(['。', '；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(c => !SourceSentences.IsLabelled(c)).Select(Bare).Where(c => c != Bare(item.Title)));

    internal static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private sealed record Said(string Title, HashSet<(char, char)> TitlePairs, HashSet<(char, char)> WordPairs)
    {
        public static Said Of(ProposedItem item) => new(Bare(item.Title), Pairs(Bare(item.Title)), Pairs(Words(item)));

        /// <summary>Of two that say no more than their names, only those count: to say nothing alike is no likeness.</summary>
        public double Likeness(Said other) => Title == other.Title ? 1 + Dice(WordPairs, other.WordPairs)
            : WordPairs.Count + other.WordPairs.Count == 0 ? Dice(TitlePairs, other.TitlePairs)
            : (Dice(TitlePairs, other.TitlePairs) + Dice(WordPairs, other.WordPairs)) / 2;

        private static HashSet<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1))];

        private static double Dice(HashSet<(char, char)> one, HashSet<(char, char)> other) =>
            one.Count + other.Count == 0 ? 1 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
    }
}

namespace Exemplar.Platform.Search;

/// <summary>A piece of a text, marked where it is what somebody looked for.</summary>
public sealed record ExcerptPiece(string Text, bool IsMarked);

/// <summary>A text with the words marked that were looked for; a long one is cut around the first of them.</summary>
public static class Excerpt
{
    private const int Before = 20;
    private const int Longest = 100;

    /// <summary>The whole text.</summary>
    public static IReadOnlyList<ExcerptPiece> Marked(string text, IReadOnlyList<SearchWord> words) => Pieces(text, 0..text.Length, Marks(text, words));

    /// <summary>At most a hundred characters; empty when none of the words stands in the text.</summary>
    public static IReadOnlyList<ExcerptPiece> Of(string text, IReadOnlyList<SearchWord> words)
    {
        var marks = Marks(text, words);
        if (marks.Count == 0) return [];

        var from = Math.Max(0, marks[0].Start.Value - Before);
        var to = Math.Min(text.Length, Math.Max(from + Longest, marks[0].End.Value));
        if (from > 0 && char.IsLowSurrogate(text[from])) from--;
        if (to < text.Length && char.IsLowSurrogate(text[to])) to++;

        List<ExcerptPiece> pieces = [.. Pieces(text, from..to, marks)];
        if (from > 0) pieces.Insert(0, new("…", false));
        if (to < text.Length) pieces.Add(new("…", false));
        return pieces;
    }

    /// <summary>In order; those that overlap or touch are one.</summary>
    private static List<Range> Marks(string text, IReadOnlyList<SearchWord> words)
    {
        var folded = FoldedText.Of(TextRuns.Of(text));
        List<Range> marks = [];
        foreach (var found in words.SelectMany(w => w.Runs).SelectMany(folded.Find).OrderBy(r => r.Start.Value).ThenBy(r => r.End.Value))
        {
            if (marks.Count > 0 && found.Start.Value <= marks[^1].End.Value) marks[^1] = marks[^1].Start..Math.Max(marks[^1].End.Value, found.End.Value);
            else marks.Add(found);
        }
        return marks;
    }

    private static List<ExcerptPiece> Pieces(string text, Range part, List<Range> marks)
    {
        List<ExcerptPiece> pieces = [];
        var at = part.Start.Value;
        foreach (var mark in marks)
        {
            var (start, end) = (Math.Max(mark.Start.Value, at), Math.Min(mark.End.Value, part.End.Value));
            if (start >= end) continue;
            if (start > at) pieces.Add(new(text[at..start], false));
            pieces.Add(new(text[start..end], true));
            at = end;
        }
        if (at < part.End.Value) pieces.Add(new(text[at..part.End.Value], false));
        return pieces;
    }
}

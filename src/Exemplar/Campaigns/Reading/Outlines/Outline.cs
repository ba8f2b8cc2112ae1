namespace Exemplar.Campaigns.Reading;

/// <summary>Builds the tree of numbered headings. Numbering that starts again from one tells that a heading was lost.</summary>
internal sealed class Outline
{
    private readonly OutlineNode root = new() { Rank = -1 };
    private readonly Dictionary<NumberStyle, int> ordinalRanks = [];
    private OutlineNode open;

    private Outline() => open = root;

    /// <returns>The root, whose body is the text before the first heading (all of it when there is none).</returns>
    public static OutlineNode Build(CleanText text, TextSpan body)
    {
        var outline = new Outline();
        var headings = Headings(text, body);
        for (var i = 0; i < headings.Count; i++)
        {
            var end = i + 1 < headings.Count ? headings[i + 1].Start : body.End;
            outline.Place(headings[i].Node(text, end), text);
        }
        outline.root.Body = new(body.Start, headings.Count > 0 ? headings[0].Start : body.End);
        WrapStrays(outline.root);
        return outline.root;
    }

    // A class: a long document has thousands, and one array of them all would be a large object for the collector.
    private sealed record Numbered(Paragraph Paragraph, NumberMark Mark, bool InText)
    {
        public int Start => Paragraph.Span.Start;

        public OutlineNode Node(CleanText text, int end)
        {
            var from = Start + (InText ? Mark.Length : 0);
            var heading = HeadingSpan.Of(text, new(from, Paragraph.Span.End));
            return new() { Mark = Mark, Rank = Mark.Rank, Line = Paragraph.Line, Heading = heading, Body = new(HeadingSpan.BodyStart(text, heading), end) };
        }
    }

    private static List<Numbered> Headings(CleanText text, TextSpan body)
    {
        var found = new List<Numbered>();
        foreach (var paragraph in text.Paragraphs)
        {
            if (paragraph.Span.Start < body.Start || paragraph.Span.Start >= body.End) continue;
            if (paragraph.Number is { } number && Numbering.TryRead(Folding.Fold(number) + "\n", out var automatic) && automatic.Style != NumberStyle.Listing)
                found.Add(new(paragraph, automatic, false));
            else if (Numbering.TryRead(text.FoldedOf(paragraph.Span), out var mark) && mark.Style != NumberStyle.Listing && mark.Length < paragraph.Span.Length)
                found.Add(new(paragraph, mark, true));
        }
        // A lone 首先 or 第一 is how a sentence starts; two of them number.
        foreach (var style in found.Select(f => f.Mark).Where(m => m.IsOrdinal).Select(m => m.Style).Distinct().ToList())
            if (!found.Any(f => f.Mark.Style == style && f.Mark.Index == 1) || !found.Any(f => f.Mark.Style == style && f.Mark.Index > 1))
                found.RemoveAll(f => f.Mark.Style == style);
        return found;
    }

    private void Place(OutlineNode node, CleanText text)
    {
        var mark = node.Mark!.Value;
        if (mark.IsOrdinal)
        {
            if (!ordinalRanks.TryGetValue(mark.Style, out var rank)) ordinalRanks[mark.Style] = rank = open == root ? 5 : open.Rank + 1;
            node.Rank = rank;
        }
        var previousLeaf = open;
        while (open != root && open.Rank >= node.Rank) open = open.Parent!;
        if (mark.Index == 1 && open.Children.LastOrDefault() is { IsImplied: false } last && last.Rank == node.Rank) ImplyParent(node, previousLeaf, text);
        open.Add(node);
        open = node;
    }

    private void ImplyParent(OutlineNode node, OutlineNode previousLeaf, CleanText text)
    {
        var rank = node.Rank - 5;
        if (open == root)
        {
            var first = root.Children.FindLastIndex(c => c.Rank != node.Rank) + 1;
            root.Wrap(first, root.Children.Count - first, rank).Introduction = first == 0 ? new(0, root.Children[first].Children[0].Heading.Start) : default;
        }
        else
        {
            rank = open.Rank;
            open = open.Parent!;
        }
        var implied = new OutlineNode { Rank = rank, Line = node.Line };
        implied.Introduction = TakeIntroduction(previousLeaf, text);
        open.Add(implied);
        open = implied;
    }

    // The lost heading's own opening paragraph was read as the end of the section before it.
    private static TextSpan TakeIntroduction(OutlineNode leaf, CleanText text)
    {
        var body = text.Trim(leaf.Body);
        var cut = text.FoldedOf(body).LastIndexOf('\n');
        if (cut < 0 || leaf.Body.Start > leaf.Heading.End + 2 || text.FoldedOf(new(leaf.Heading.End, body.Start)).Contains('\n')) return default;
        var introduction = new TextSpan(body.Start + cut + 1, body.End);
        if (Responsibility.StartsWithLabel(text.FoldedOf(introduction)) || Numbering.Starts(text.FoldedOf(introduction))) return default;
        leaf.Body = new(leaf.Body.Start, introduction.Start);
        return introduction;
    }

    // Deeper headings before the first outer one have lost their parent as well.
    private static void WrapStrays(OutlineNode node)
    {
        if (node.Children.Count == 0) return;
        var outermost = int.MaxValue;
        foreach (var child in node.Children)
            if (!child.IsImplied) outermost = Math.Min(outermost, child.Rank);
        for (var i = 0; i < node.Children.Count; i++)
        {
            var count = 0;
            while (i + count < node.Children.Count && node.Children[i + count] is { IsImplied: false } stray && stray.Rank > outermost) count++;
            if (count > 0) node.Wrap(i, count, outermost);
        }
        foreach (var child in node.Children) WrapStrays(child);
    }
}

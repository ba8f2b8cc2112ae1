namespace Exemplar.Campaigns.Reading;

/// <summary>Proposes the items of a document, its outermost sections side by side where that is sooner.</summary>
internal sealed class ChapterReader(CleanText text, YearContext years, Func<OutlineNode, bool> hasTable)
{
    /// <summary>In characters. A shorter text is read before a second thread has begun.</summary>
    private const int Long = 20_000;

    /// <summary>The items in the order of the document.</summary>
    public IEnumerable<PlanItem> Read(OutlineNode root)
    {
        var chapters = root.Children;
        if (chapters.Count == 0) return Unstructured(root.Body);
        if (text.Folded.Length < Long) return Part(chapters, 0, chapters.Count);
        var parts = new IReadOnlyList<PlanItem>[Math.Min(chapters.Count, Environment.ProcessorCount)];
        Parallel.For(0, parts.Length, i => parts[i] = Part(chapters, chapters.Count * i / parts.Length, chapters.Count * (i + 1) / parts.Length));
        return parts.SelectMany(part => part);
    }

    private IReadOnlyList<PlanItem> Part(List<OutlineNode> chapters, int from, int to)
    {
        var reader = new ItemReader(text, years, hasTable);
        for (var i = from; i < to; i++) reader.Read(chapters[i]);
        return reader.Items;
    }

    private IReadOnlyList<PlanItem> Unstructured(TextSpan body)
    {
        var reader = new ItemReader(text, years, hasTable);
        reader.ReadUnstructured(body);
        return reader.Items;
    }
}

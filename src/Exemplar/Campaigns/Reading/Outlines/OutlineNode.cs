namespace Exemplar.Campaigns.Reading;

/// <summary>A section while the outline is being built: spans are of the clean text.</summary>
internal sealed class OutlineNode
{
    public NumberMark? Mark { get; init; }

    public int Rank { get; set; }

    public int Line { get; init; }

    /// <summary>The numbered sentence without number and full stop.</summary>
    public TextSpan Heading { get; set; }

    /// <summary>What follows the heading up to the next heading.</summary>
    public TextSpan Body { get; set; }

    /// <summary>For an implied parent the paragraph before its first child, else empty.</summary>
    public TextSpan Introduction { get; set; }

    public OutlineNode? Parent { get; private set; }

    public List<OutlineNode> Children { get; } = [];

    public bool IsImplied => Mark is null;

    public TextSpan Whole => new(Heading.Start, Math.Max(Heading.End, Body.End));

    /// <summary>Numbers from the outermost section to this one, implied parents left out.</summary>
    public string[] Path => Parent is null ? [] : Mark is { } mark ? [.. Parent.Path, mark.Number] : Parent.Path;

    public void Add(OutlineNode child)
    {
        child.Parent = this;
        Children.Add(child);
    }

    /// <summary>Puts the children from <paramref name="first"/> on under one implied parent.</summary>
    public OutlineNode Wrap(int first, int count, int rank)
    {
        var wrapped = Children.GetRange(first, count);
        var implied = new OutlineNode { Rank = rank, Line = wrapped[0].Line, Parent = this };
        foreach (var child in wrapped) implied.Add(child);
        Children.RemoveRange(first, count);
        Children.Insert(first, implied);
        return implied;
    }

    public Section ToSection(CleanText text, int level) => new(
        Mark?.Number, level, IsImplied ? "" : text.Shown(Heading), Line, IsImplied, Children.Count == 0 ? [] : Children.ConvertAll(c => c.ToSection(text, level + 1)));
}

namespace Exemplar.Campaigns.Reading;

/// <summary>Who answers for a span and who helps, by label, by 牵头 and 配合, or as the subject of a sentence.</summary>
/// <param name="IsExplicit">A label, 牵头 or 由…负责 says so; else it is read from a subject.</param>
internal sealed record Owners(IReadOnlyList<string> Main, IReadOnlyList<string> Helping, bool IsExplicit)
{
    public static readonly Owners None = new([], [], false);

    public static Owners Of(CleanText text, TextSpan span, List<Label> labels)
    {
        var found = new OwnerFinder(text);
        for (var i = 0; i < labels.Count; i++)
            if (labels[i].Kind != LabelKind.Time) found.AddLabelled(labels[i]);
        // Who is named as owner answers; whom the prose addresses besides is no second owner.
        if (found.HasMain) return found.Result();
        if (BracketAtEnd(text, span) is { Length: > 0 } bracket) found.AddNames(bracket);
        if (found.HasMain || !RolePhrases.MayActIn(text.FoldedOf(span))) return found.Result();
        var next = 0;
        foreach (var clause in Clauses.Of(text, span))
        {
            while (next < labels.Count && labels[next].Value.End < clause.End) next++;
            var isValue = next < labels.Count && labels[next].Kind != LabelKind.Time && labels[next].Start <= clause.Start;
            if (!isValue) found.AddPhrase(clause);
        }
        return found.Result();
    }

    /// <summary>True when the sentence has a unit as its subject (各党支部要…).</summary>
    public static bool IsSubjectOf(CleanText text, TextSpan sentence)
    {
        if (!RolePhrases.MayActIn(text.FoldedOf(sentence))) return false;
        var found = new OwnerFinder(text);
        foreach (var clause in Clauses.Of(text, sentence)) found.AddPhrase(clause);
        return found.HasMain && !found.IsExplicit;
    }

    // 开展调研（综合科）。
    private static TextSpan BracketAtEnd(CleanText text, TextSpan span)
    {
        var folded = text.FoldedOf(span).TrimEnd("。; \n");
        if (folded is not [.., ')']) return default;
        var open = folded.LastIndexOf('(');
        return open <= 0 ? default : new(span.Start + open + 1, span.Start + folded.Length - 1);
    }
}

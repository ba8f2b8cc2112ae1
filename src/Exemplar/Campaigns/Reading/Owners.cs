namespace Exemplar.Campaigns.Reading;

/// <summary>Who answers for a span and who helps, by label, by 牵头 and 配合, or as the subject of a sentence.</summary>
/// <param name="IsExplicit">A label, 牵头 or 由…负责 says so; else it is read from a subject.</param>
internal sealed record Owners(IReadOnlyList<string> Main, IReadOnlyList<string> Helping, bool IsExplicit)
{
    public static Owners Of(CleanText text, TextSpan span, IReadOnlyList<Label> labels)
    {
        var found = new Finder(text);
        foreach (var label in labels)
            if (label.Kind != LabelKind.Time) found.AddLabelled(label);
        // Who is named as owner answers; whom the prose addresses besides is no second owner.
        if (found.Main.Count > 0) return found.Result();
        if (BracketAtEnd(text, span) is { Length: > 0 } bracket) found.AddNames(bracket);
        if (found.Main.Count > 0 || !RolePhrases.MayActIn(text.FoldedOf(span))) return found.Result();
        var next = 0;
        foreach (var clause in Clauses.Of(text, span))
        {
            while (next < labels.Count && labels[next].Value.End < clause.End) next++;
            var isValue = next < labels.Count && labels[next].Kind != LabelKind.Time && labels[next].Start <= clause.Start;
            if (!isValue) found.AddPhrase(clause);
        }
        return found.Result();
    }

    // 开展调研（综合科）。
    private static TextSpan BracketAtEnd(CleanText text, TextSpan span)
    {
        var folded = text.FoldedOf(span).TrimEnd("。; \n");
        if (folded is not [.., ')']) return default;
        var open = folded.LastIndexOf('(');
        return open <= 0 ? default : new(span.Start + open + 1, span.Start + folded.Length - 1);
    }

    /// <summary>True when the sentence has a unit as its subject (各党支部要…).</summary>
    public static bool IsSubjectOf(CleanText text, TextSpan sentence)
    {
        var found = new Finder(text);
        foreach (var clause in Clauses.Of(text, sentence)) found.AddPhrase(clause);
        return found.Main.Count > 0 && !found.IsExplicit;
    }

    private sealed class Finder(CleanText text)
    {
        private readonly HashSet<string> seen = [];

        public List<string> Main { get; } = [];

        public List<string> Helping { get; } = [];

        public bool IsExplicit { get; private set; }

        public Owners Result() => new(Main, Helping, IsExplicit);

        public void AddLabelled(Label label)
        {
            var value = text.Trim(label.Value);
            if (value.Length == 0) return;
            var pending = new List<string>();
            var folded = text.FoldedOf(value);
            foreach (var name in UnitNames.Split(folded, anyName: true))
            {
                var (role, suffix) = RolePhrases.SuffixOf(folded[name.Start..name.End]);
                var shown = text.Shown(new(value.Start + name.Start, value.Start + name.End - suffix));
                if (shown.Length > 0) pending.Add(shown.TrimStart('由'));
                if (role is null) continue;
                Add(role == LabelKind.CoOwner ? Helping : Main, pending);
                pending.Clear();
            }
            Add(label.Kind == LabelKind.CoOwner ? Helping : Main, pending);
            IsExplicit = true;
        }

        public void AddNames(TextSpan bracket)
        {
            foreach (var name in UnitNames.Split(text.FoldedOf(bracket), anyName: false))
            {
                Add(Main, [text.Shown(new(bracket.Start + name.Start, bracket.Start + name.End))]);
                IsExplicit = true;
            }
        }

        public void AddPhrase(TextSpan clause)
        {
            if (RolePhrases.Find(text.FoldedOf(clause)) is not { } phrase) return;
            foreach (var name in phrase.Names) Add(phrase.Helps ? Helping : Main, [text.Shown(new(clause.Start + name.Start, clause.Start + name.End))]);
            foreach (var name in phrase.Together) Add(Helping, [text.Shown(new(clause.Start + name.Start, clause.Start + name.End))]);
            IsExplicit |= !phrase.IsSubject;
        }

        private void Add(List<string> to, List<string> names)
        {
            foreach (var name in names)
                if (seen.Add(name)) to.Add(name);
        }
    }
}

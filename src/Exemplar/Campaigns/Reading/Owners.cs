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
        foreach (var clause in Clauses.Of(text, span))
            if (!labels.Any(l => l.Kind != LabelKind.Time && l.Start <= clause.Start && clause.End <= l.Value.End)) found.AddPhrase(clause);
        return new(found.Main, found.Helping, found.IsExplicit);
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
        public List<string> Main { get; } = [];

        public List<string> Helping { get; } = [];

        public bool IsExplicit { get; private set; }

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
                if (!Main.Contains(name) && !Helping.Contains(name)) to.Add(name);
        }
    }
}

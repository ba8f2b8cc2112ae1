namespace Exemplar.Campaigns.Reading;

/// <summary>Collects the names of one span, each once. Most spans name nobody, so nothing is kept until somebody is found.</summary>
internal struct OwnerFinder(CleanText text)
{
    private List<string>? main;
    private List<string>? helping;
    private HashSet<string>? seen;

    public readonly bool HasMain => main is not null;

    public bool IsExplicit { get; private set; }

    public readonly Owners Result() => main is null && helping is null && !IsExplicit ? Owners.None : new(main ?? [], helping ?? [], IsExplicit);

    public void AddLabelled(Label label)
    {
        var value = text.Trim(label.Value);
        if (value.Length == 0) return;
        List<string>? pending = null;
        var folded = text.FoldedOf(value);
        foreach (var name in UnitNames.Split(folded, anyName: true))
        {
            var (role, suffix) = RolePhrases.SuffixOf(folded[name.Start..name.End]);
            var shown = text.Shown(new(value.Start + name.Start, value.Start + name.End - suffix));
            if (shown.Length > 0) (pending ??= []).Add(shown.TrimStart('由'));
            if (role is null) continue;
            Add(role.Value, pending);
            pending = null;
        }
        Add(label.Kind, pending);
        IsExplicit = true;
    }

    public void AddNames(TextSpan bracket)
    {
        foreach (var name in UnitNames.Split(text.FoldedOf(bracket), anyName: false))
        {
            Add(LabelKind.Owner, text.Shown(new(bracket.Start + name.Start, bracket.Start + name.End)));
            IsExplicit = true;
        }
    }

    public void AddPhrase(TextSpan clause)
    {
        if (RolePhrases.Find(text.FoldedOf(clause)) is not { } phrase) return;
        foreach (var name in phrase.Names)
            Add(phrase.Helps ? LabelKind.CoOwner : LabelKind.Owner, text.Shown(new(clause.Start + name.Start, clause.Start + name.End)));
        foreach (var name in phrase.Together)
            Add(LabelKind.CoOwner, text.Shown(new(clause.Start + name.Start, clause.Start + name.End)));
        IsExplicit |= !phrase.IsSubject;
    }

    private void Add(LabelKind kind, List<string>? names)
    {
        if (names is null) return;
        foreach (var name in names) Add(kind, name);
    }

    private void Add(LabelKind kind, string name)
    {
        // Who answers does not help as well.
        if (IsKnown(name)) return;
        if (kind == LabelKind.CoOwner) (helping ??= []).Add(name);
        else (main ??= []).Add(name);
    }

    // A handful is compared one by one; a list without end gets a set.
    private bool IsKnown(string name)
    {
        if (seen is null && (main?.Count ?? 0) + (helping?.Count ?? 0) > 16) seen = [.. main ?? [], .. helping ?? []];
        return seen is null ? main?.Contains(name) == true || helping?.Contains(name) == true : !seen.Add(name);
    }
}

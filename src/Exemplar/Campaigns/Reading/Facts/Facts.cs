namespace Exemplar.Campaigns.Reading;

/// <summary>What makes a measure a task.</summary>
internal sealed record Facts(Owners Owners, Timing Timing, string? Recurrence, IReadOnlyList<string> Targets)
{
    public static readonly Facts None = new(Owners.None, Timing.None, null, []);

    public bool MakeTask => Owners.Main.Count > 0 || Owners.Helping.Count > 0 || Timing.IsNamed || Recurrence is not null || Targets.Count > 0;

    /// <summary>Somebody wrote down owner or time as such; nothing was inferred from prose.</summary>
    public bool AreExplicit { get; private init; }

    public static Facts Of(CleanText text, TextSpan span, YearContext years)
    {
        if (span.Length <= 0) return None;
        var labels = Responsibility.Labels(text, span);
        var folded = text.FoldedOf(span);
        var targets = Amounts.Targets(folded);
        return new(Owners.Of(text, span, labels), TimingOf(text, span, labels, years), Amounts.Recurrence(folded, targets), Shown(text, span, targets))
        {
            AreExplicit = labels.Count > 0,
        };
    }

    /// <summary>What labels at the end of the span say; nothing when it has none.</summary>
    public static Facts Labelled(CleanText text, TextSpan span, YearContext years)
    {
        if (span.Length <= 0) return None;
        var labels = Responsibility.Labels(text, span);
        return labels.Count == 0 ? None : Of(text, new(labels[0].Start, span.End), years);
    }

    /// <summary>These facts, completed by what is said for all items of a section together.</summary>
    public Facts Or(Facts shared) => ReferenceEquals(shared, None) ? this : new(
        new(Owners.Main.Count > 0 ? Owners.Main : shared.Owners.Main, Owners.Helping.Count > 0 ? Owners.Helping : shared.Owners.Helping, Owners.IsExplicit || shared.Owners.IsExplicit),
        Timing.IsNamed ? Timing : shared.Timing,
        Recurrence ?? shared.Recurrence,
        Targets.Count > 0 ? Targets : shared.Targets)
    {
        AreExplicit = AreExplicit || shared.AreExplicit,
    };

    private static List<string> Shown(CleanText text, TextSpan span, List<TextSpan> targets)
    {
        if (targets.Count == 0) return [];
        var shown = new List<string>(Math.Min(targets.Count, 4));
        // A handful is compared one by one; a text without end gets a set.
        var seen = targets.Count > 16 ? new HashSet<string>() : null;
        foreach (var target in targets)
        {
            var said = text.Shown(new(span.Start + target.Start, span.Start + target.End));
            if (seen?.Add(said) ?? !shown.Contains(said)) shown.Add(said);
        }
        return shown;
    }

    private static Timing TimingOf(CleanText text, TextSpan span, List<Label> labels, YearContext years)
    {
        // A labelled time is the deadline; what prose mentions beside it is no rival.
        for (var i = 0; i < labels.Count; i++)
            if (labels[i].Kind == LabelKind.Time && Timing.Of(text.FoldedOf(labels[i].Value), years, isTime: true) is { IsNamed: true } labelled) return labelled;
        return Timing.Of(text.FoldedOf(span), years, isTime: false);
    }
}

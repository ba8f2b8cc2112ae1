namespace Exemplar.Campaigns.Reading;

/// <summary>What makes a measure a task.</summary>
internal sealed record Facts(Owners Owners, Timing Timing, string? Recurrence, IReadOnlyList<string> Targets)
{
    public static readonly Facts None = new(new([], [], false), Timing.None, null, []);

    public bool MakeTask => Owners.Main.Count > 0 || Owners.Helping.Count > 0 || Timing.IsNamed || Recurrence is not null || Targets.Count > 0;

    /// <summary>Somebody wrote down owner or time as such; nothing was inferred from prose.</summary>
    public bool AreExplicit { get; private init; }

    public static Facts Of(CleanText text, TextSpan span, YearContext years)
    {
        if (span.Length <= 0) return None;
        var labels = Responsibility.Labels(text, span);
        var folded = text.FoldedOf(span);
        var targets = Amounts.Targets(folded);
        return new(Owners.Of(text, span, labels), TimingOf(text, span, labels, years), Amounts.Recurrence(folded, targets),
            [.. targets.Select(t => text.Shown(new(span.Start + t.Start, span.Start + t.End))).Distinct()])
        {
            AreExplicit = labels.Count > 0,
        };
    }

    /// <summary>These facts, completed by what is said for all items of a section together.</summary>
    public Facts Or(Facts shared) => new(
        new(Owners.Main.Count > 0 ? Owners.Main : shared.Owners.Main, Owners.Helping.Count > 0 ? Owners.Helping : shared.Owners.Helping, Owners.IsExplicit || shared.Owners.IsExplicit),
        Timing.IsNamed ? Timing : shared.Timing,
        Recurrence ?? shared.Recurrence,
        Targets.Count > 0 ? Targets : shared.Targets)
    {
        AreExplicit = AreExplicit || shared.AreExplicit,
    };

    private static Timing TimingOf(CleanText text, TextSpan span, List<Label> labels, YearContext years)
    {
        // A labelled time is the deadline; what prose mentions beside it is no rival.
        foreach (var label in labels)
            if (label.Kind == LabelKind.Time && Timing.Of(text.FoldedOf(label.Value), years, isTime: true) is { IsNamed: true } labelled) return labelled;
        return Timing.Of(text.FoldedOf(span), years, isTime: false);
    }
}

namespace Exemplar.Campaigns.Reading;

/// <summary>The items proposed so far.</summary>
internal sealed class ItemList(CleanText text, YearContext years)
{
    private readonly List<PlanItem> items = [];

    public IReadOnlyList<PlanItem> Items => items;

    public void Add(PlanItemKind kind, TextSpan heading, TextSpan whole, string[] path, Facts facts, IReadOnlyList<string> unsure) =>
        items.Add(SourcedItem.Of(text, kind, heading, whole, path, facts, unsure));

    public void AddWork(TextSpan heading, TextSpan whole, string[] path, Facts facts, IReadOnlyList<string> unsure) =>
        Add(facts.MakeTask ? PlanItemKind.Task : PlanItemKind.Measure, heading, whole, path, facts, unsure);

    public void AddStage(TextSpan heading, int nameLength, TextSpan body, string[] path)
    {
        var name = new TextSpan(heading.Start, heading.Start + nameLength);
        var said = heading;
        var timing = Timing.Of(text.FoldedOf(said), years, isTime: true);
        if (!timing.IsNamed && Clauses.Sentences(text, body) is var sentences && sentences.MoveNext())
        {
            said = sentences.Current;
            timing = Timing.Of(text.FoldedOf(said), years, isTime: true);
        }
        // One month is a stage of one month; "before 3月底" has an end only.
        var facts = Facts.None with { Timing = timing.Due is { } due ? timing with { Due = null, Starts = StartOf(text.FoldedOf(said), due), Ends = due } : timing };
        string[] unsure = timing.IsNamed ? [] : [UnsureReasons.StageWithoutDates];
        Add(PlanItemKind.Stage, name, new(heading.Start, Math.Max(heading.End, body.End)), path, facts, unsure);
    }

    private static DateOnly? StartOf(ReadOnlySpan<char> said, DateOnly due)
    {
        if (said.Contains('前') || said.Contains('底')) return null;
        if (said.Contains("上旬", StringComparison.Ordinal)) return new(due.Year, due.Month, 1);
        if (said.Contains("中旬", StringComparison.Ordinal)) return new(due.Year, due.Month, 11);
        if (said.Contains("下旬", StringComparison.Ordinal)) return new(due.Year, due.Month, 21);
        return said.Contains('日') ? due : new(due.Year, due.Month, 1);
    }
}

namespace Exemplar.Campaigns.Reading;

/// <summary>Turns what was found in the clean text into an item that points into the source.</summary>
internal static class SourcedItem
{
    public static PlanItem Of(CleanText text, PlanItemKind kind, TextSpan heading, TextSpan whole, string[] path, Facts facts, IReadOnlyList<string> unsure)
    {
        whole = text.Trim(whole);
        var source = text.InSource(whole);
        IReadOnlyList<string> doubts = facts.Timing.Doubts.Count == 0 ? unsure : [.. unsure, .. facts.Timing.Doubts];
        if (text.IsGarbled(whole)) doubts = [.. doubts, UnsureReasons.Garbled];
        return new(kind, Title(text, heading), text.ShownParagraphs(whole), path, facts.Owners.Main, facts.Owners.Helping,
            facts.Timing.Due, facts.Timing.Starts, facts.Timing.Ends, facts.Recurrence, facts.Targets,
            text.LineOf(source.Start), source.Start, source.End, doubts);
    }

    // Who and when have their own columns; the title says what.
    private static string Title(CleanText text, TextSpan heading)
    {
        var labels = Responsibility.Labels(text, heading);
        var end = labels.Count > 0 && labels[0].Start > heading.Start ? labels[0].Start : heading.End;
        return text.Shown(new(heading.Start, end)).TrimEnd('，', ',', '；', ';', '：', ':', '、', ' ', '。');
    }
}

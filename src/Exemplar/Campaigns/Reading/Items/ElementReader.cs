namespace Exemplar.Campaigns.Reading;

/// <summary>Proposes items from an enumeration: 一是…二是…, ①…②….</summary>
internal sealed class ElementReader(CleanText text, YearContext years, ItemList items)
{
    /// <returns>False when the text enumerates nothing.</returns>
    public bool Read(TextSpan body, string[] path, Topic topic)
    {
        var elements = Enumeration.Find(text, body);
        if (elements.Count == 0) return false;
        var lead = text.FoldedOf(text.Trim(new(body.Start, elements[0].Whole.Start - elements[0].Mark.Length)));
        lead = lead[(lead.TrimEnd(":,。\n ").LastIndexOfAny("。;\n") + 1)..];
        if (lead.Length > 0 && Topics.LeadsToProblems(lead)) topic = Topic.Problems;
        if (topic == Topic.Argument) return true;

        var shared = Facts.Labelled(text, new(elements[^1].Whole.End, body.End), years);
        if (!shared.MakeTask) (elements, shared) = SplitTrailingBracket(elements);
        var longest = topic == Topic.Problems ? elements.SkipLast(1).Max(e => Clauses.Sentences(text, e.Whole).Count()) : 0;
        foreach (var element in elements) ReadElement(element, path, topic, shared, longest);
        return true;
    }

    private void ReadElement(Element element, string[] above, Topic topic, Facts shared, int longest)
    {
        string[] path = [.. above, element.Mark.Number];
        var heading = HeadingSpan.Of(text, element.Whole);
        if (heading.Length == 0) return;
        var stage = StageHeading.NameLength(text.FoldedOf(heading), element.Mark.Style, topic);
        if (stage > 0)
        {
            items.AddStage(heading, stage, new(heading.End, element.Whole.End), path);
            return;
        }
        if (topic == Topic.Problems)
        {
            // What follows the last problem is often the speaker's conclusion, not more of the problem.
            var sentences = Clauses.Sentences(text, element.Whole).ToList();
            var end = longest > 0 && sentences.Count > longest ? Math.Min(element.Whole.End, sentences[longest - 1].End + 1) : element.Whole.End;
            items.Add(PlanItemKind.Problem, heading, new(heading.Start, end), path, Facts.None, []);
            return;
        }
        var facts = Facts.Of(text, new(heading.Start, element.Whole.End), years).Or(shared);
        items.AddWork(heading, new(heading.Start, element.Whole.End), path, facts, []);
    }

    // 一是…。二是…。（责任科室：综合科）: behind a full stop the bracket speaks for all elements.
    private (List<Element> Elements, Facts Shared) SplitTrailingBracket(List<Element> elements)
    {
        var last = elements[^1].Whole;
        // Line by line, each bracket belongs to its own line.
        if (text.FoldedOf(new(elements[^2].Whole.End, last.Start)).Contains('\n')) return (elements, Facts.None);
        var labels = Responsibility.Labels(text, last);
        if (labels.Count == 0 || elements.SkipLast(1).Any(e => Responsibility.Labels(text, e.Whole).Count > 0)) return (elements, Facts.None);
        var cut = labels[0].Start;
        if (cut <= last.Start || text.Folded[cut - 1] is not ('。' or '\n')) return (elements, Facts.None);
        return ([.. elements.SkipLast(1), elements[^1] with { Whole = new(last.Start, cut) }], Facts.Of(text, new(cut, last.End), years));
    }
}

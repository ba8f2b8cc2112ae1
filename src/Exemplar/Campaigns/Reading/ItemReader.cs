namespace Exemplar.Campaigns.Reading;

/// <summary>Walks the outline and proposes items.</summary>
internal sealed class ItemReader(CleanText text, YearContext years, Func<OutlineNode, bool> hasTable)
{
    private readonly List<PlanItem> items = [];

    public IReadOnlyList<PlanItem> Items => items;

    public void Read(OutlineNode root)
    {
        if (root.Children.Count == 0) ReadUnstructured(root.Body);
        foreach (var child in root.Children) Read(child, [], Topic.Unknown, Facts.None);
    }

    private void Read(OutlineNode section, IReadOnlyList<string> above, Topic inherited, Facts shared)
    {
        var path = section.Mark is { } mark ? [.. above, mark.Number] : above;
        var own = OwnTopic(section, inherited);
        var topic = own == Topic.Unknown ? inherited : own;
        var stage = section.IsImplied ? 0 : StageHeading.NameLength(text.FoldedOf(section.Heading), section.Mark!.Value.Style, inherited);
        if (stage > 0) AddStage(section.Heading, stage, section.Body, path);

        if (section.Children.Count > 0)
        {
            var below = stage > 0 && topic == Topic.Stages ? Topic.Work : topic;
            var forAll = SharedFacts(section.Body).Or(shared);
            foreach (var child in section.Children) Read(child, path, below, forAll);
        }
        else if (!ReadElements(section, path, topic) && !ReadProblem(section, path, topic, own) && stage == 0) ReadLeaf(section, path, topic, shared);
        else if (stage > 0) ReadSentences(section.Body, path);
    }

    private Topic OwnTopic(OutlineNode section, Topic inherited)
    {
        if (section.Mark is { Style: NumberStyle.Article }) return Topic.Unknown;
        if (!section.IsImplied) return Topics.Of(text.FoldedOf(section.Heading).ToString(), inherited);
        var introduction = text.FoldedOf(text.Trim(section.Introduction));
        if (Topics.Argues(introduction[(introduction.LastIndexOf('\n') + 1)..].ToString())) return Topic.Argument;
        var arguing = section.Children.Count(c => !c.IsImplied && Topics.Of(text.FoldedOf(c.Heading).ToString(), Topic.Work) == Topic.Argument);
        return arguing * 2 > section.Children.Count ? Topic.Argument : Topic.Unknown;
    }

    private bool ReadElements(OutlineNode section, IReadOnlyList<string> path, Topic topic)
    {
        var elements = Enumeration.Find(text, section.Body);
        if (elements.Count == 0) return false;
        var lead = text.FoldedOf(text.Trim(new(section.Body.Start, elements[0].Whole.Start - elements[0].Mark.Length))).ToString();
        lead = lead[(lead.AsSpan().TrimEnd(":,。\n ").LastIndexOfAny("。;\n") + 1)..];
        if (lead.Length > 0 && Topics.LeadsToProblems(lead)) topic = Topic.Problems;
        if (topic == Topic.Argument) return true;

        var shared = SharedFacts(new(elements[^1].Whole.End, section.Body.End));
        if (!shared.MakeTask) (elements, shared) = SplitTrailingBracket(elements);
        var longest = elements.SkipLast(1).Max(e => Clauses.Sentences(text, e.Whole).Count);
        foreach (var element in elements) ReadElement(element, path, topic, shared, longest);
        return true;
    }

    private void ReadElement(Element element, IReadOnlyList<string> above, Topic topic, Facts shared, int longest)
    {
        IReadOnlyList<string> path = [.. above, element.Mark.Number];
        var heading = HeadingSpan.Of(text, element.Whole);
        if (heading.Length == 0) return;
        var stage = StageHeading.NameLength(text.FoldedOf(heading), element.Mark.Style, topic);
        if (stage > 0)
        {
            AddStage(heading, stage, new(heading.End, element.Whole.End), path);
            return;
        }
        if (topic == Topic.Problems)
        {
            // What follows the last problem is often the speaker's conclusion, not more of the problem.
            var sentences = Clauses.Sentences(text, element.Whole);
            var end = sentences.Count > longest ? Math.Min(element.Whole.End, sentences[longest - 1].End + 1) : element.Whole.End;
            Add(PlanItemKind.Problem, heading, new(heading.Start, end), path, Facts.None, []);
            return;
        }
        var facts = Facts.Of(text, new(heading.Start, element.Whole.End), years).Or(shared);
        Add(KindOf(facts), heading, new(heading.Start, element.Whole.End), path, facts, []);
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

    private Facts SharedFacts(TextSpan span)
    {
        var labels = span.Length > 0 ? Responsibility.Labels(text, span) : [];
        return labels.Count == 0 ? Facts.None : Facts.Of(text, new(labels[0].Start, span.End), years);
    }

    private bool ReadProblem(OutlineNode section, IReadOnlyList<string> path, Topic topic, Topic own)
    {
        if (topic != Topic.Problems) return false;
        Add(PlanItemKind.Problem, section.Heading, section.Whole, path, Facts.None, own == Topic.Problems ? [UnsureReasons.NoEnumeration] : []);
        return true;
    }

    private void ReadLeaf(OutlineNode section, IReadOnlyList<string> path, Topic topic, Facts shared)
    {
        var facts = Facts.Of(text, section.Whole, years).Or(shared);
        var isGoal = facts.Targets.Count > 0 && text.FoldedOf(section.Heading).Contains("目标", StringComparison.Ordinal);
        if (topic == Topic.Argument && !facts.AreExplicit && !isGoal) return;
        if (text.Trim(section.Body).Length == 0 && hasTable(section)) return;
        var mark = section.Mark!.Value;
        var isEnumerated = !mark.IsOutline && !(mark.IsOrdinal && path.Count == 1);
        var isExplicit = facts.AreExplicit || facts.Owners.IsExplicit;
        string[] unsure = isEnumerated || isExplicit ? [] : [UnsureReasons.NoEnumeration];
        var orders = isExplicit || isEnumerated ? [] : Clauses.Sentences(text, section.Body).Where(s => Owners.IsSubjectOf(text, s)).ToList();
        var isOneTask = facts.Timing.IsNamed || facts.Recurrence is not null || facts.Targets.Count > 0;
        if (orders.Count > 1 || (orders.Count == 1 && !isOneTask))
        {
            Add(PlanItemKind.Measure, section.Heading, section.Whole, path, Facts.None, unsure);
            foreach (var order in orders) Add(PlanItemKind.Task, order, order, path, Facts.Of(text, order, years), unsure);
            return;
        }
        Add(KindOf(facts), section.Heading, section.Whole, path, facts, unsure);
    }

    private void ReadUnstructured(TextSpan body)
    {
        var elements = Enumeration.Find(text, body);
        if (elements.Count == 0)
        {
            ReadSentences(body, []);
            return;
        }
        var root = new OutlineNode { Body = body };
        ReadElements(root, [], Topic.Unknown);
    }

    /// <summary>Prose without numbers: a sentence that names an owner or a time is a task to look at.</summary>
    private void ReadSentences(TextSpan body, IReadOnlyList<string> path)
    {
        foreach (var sentence in Clauses.Sentences(text, body))
        {
            var facts = Facts.Of(text, sentence, years);
            if (facts.Owners.Main.Count > 0 || facts.Timing.IsNamed) Add(PlanItemKind.Task, sentence, sentence, path, facts, [UnsureReasons.NoEnumeration]);
        }
    }

    private void AddStage(TextSpan heading, int nameLength, TextSpan body, IReadOnlyList<string> path)
    {
        var name = new TextSpan(heading.Start, heading.Start + nameLength);
        var said = heading;
        var timing = Timing.Of(text.FoldedOf(said), years, isTime: true);
        if (!timing.IsNamed && Clauses.Sentences(text, body).FirstOrDefault() is { Length: > 0 } first)
        {
            said = first;
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

    private static PlanItemKind KindOf(Facts facts) => facts.MakeTask ? PlanItemKind.Task : PlanItemKind.Measure;

    private void Add(PlanItemKind kind, TextSpan heading, TextSpan whole, IReadOnlyList<string> path, Facts facts, IReadOnlyList<string> unsure) =>
        items.Add(ProposedItem.Of(text, kind, heading, whole, path, facts, unsure));
}

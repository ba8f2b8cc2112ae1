namespace Exemplar.Campaigns.Reading;

/// <summary>Walks the outline and proposes items.</summary>
internal sealed class ItemReader
{
    private readonly CleanText text;
    private readonly YearContext years;
    private readonly Func<OutlineNode, bool> hasTable;
    private readonly ItemList items;
    private readonly ElementReader elements;

    public ItemReader(CleanText text, YearContext years, Func<OutlineNode, bool> hasTable)
    {
        (this.text, this.years, this.hasTable) = (text, years, hasTable);
        items = new(text, years);
        elements = new(text, years, items);
    }

    public IReadOnlyList<PlanItem> Items => items.Items;

    /// <summary>Reads text without any number.</summary>
    public void ReadUnstructured(TextSpan body)
    {
        if (!elements.Read(body, [], Topic.Unknown)) ReadSentences(body, []);
    }

    /// <summary>Reads one outermost section; what it proposes depends on no other.</summary>
    public void Read(OutlineNode section) => Read(section, [], Topic.Unknown, Facts.None);

    private void Read(OutlineNode section, string[] above, Topic inherited, Facts shared)
    {
        var path = section.Mark is { } mark ? [.. above, mark.Number] : above;
        var own = OwnTopic(section, inherited);
        var topic = own == Topic.Unknown ? inherited : own;
        var stage = section.IsImplied ? 0 : StageHeading.NameLength(text.FoldedOf(section.Heading), section.Mark!.Value.Style, inherited);
        if (stage > 0) items.AddStage(section.Heading, stage, section.Body, path);

        if (section.Children.Count > 0)
        {
            var below = stage > 0 && topic == Topic.Stages ? Topic.Work : topic;
            var forAll = Facts.Labelled(text, section.Body, years).Or(shared);
            foreach (var child in section.Children) Read(child, path, below, forAll);
        }
        else if (!elements.Read(section.Body, path, topic) && !ReadProblem(section, path, topic, own) && stage == 0) ReadLeaf(section, path, topic, shared);
        else if (stage > 0) ReadSentences(section.Body, path);
    }

    private Topic OwnTopic(OutlineNode section, Topic inherited)
    {
        if (section.Mark is { Style: NumberStyle.Article }) return Topic.Unknown;
        if (!section.IsImplied) return Topics.Of(text.FoldedOf(section.Heading), inherited);
        var introduction = text.FoldedOf(text.Trim(section.Introduction));
        if (Topics.Argues(introduction[(introduction.LastIndexOf('\n') + 1)..])) return Topic.Argument;
        var arguing = section.Children.Count(c => !c.IsImplied && Topics.Of(text.FoldedOf(c.Heading), Topic.Work) == Topic.Argument);
        return arguing * 2 > section.Children.Count ? Topic.Argument : Topic.Unknown;
    }

    private bool ReadProblem(OutlineNode section, string[] path, Topic topic, Topic own)
    {
        if (topic != Topic.Problems) return false;
        items.Add(PlanItemKind.Problem, section.Heading, section.Whole, path, Facts.None, own == Topic.Problems ? [UnsureReasons.NoEnumeration] : []);
        return true;
    }

    private void ReadLeaf(OutlineNode section, string[] path, Topic topic, Facts shared)
    {
        var facts = Facts.Of(text, section.Whole, years).Or(shared);
        var isGoal = facts.Targets.Count > 0 && text.FoldedOf(section.Heading).Contains("目标", StringComparison.Ordinal);
        if (topic == Topic.Argument && !facts.AreExplicit && !isGoal) return;
        if (text.Trim(section.Body).Length == 0 && hasTable(section)) return;
        var mark = section.Mark!.Value;
        var isEnumerated = !mark.IsOutline && !(mark.IsOrdinal && path.Length == 1);
        var isExplicit = facts.AreExplicit || facts.Owners.IsExplicit;
        string[] unsure = isEnumerated || isExplicit ? [] : [UnsureReasons.NoEnumeration];
        // Where the whole section names nobody, none of its sentences does.
        var orders = isExplicit || isEnumerated || facts.Owners.Main.Count == 0 ? [] : Orders(section.Body);
        var isOneTask = facts.Timing.IsNamed || facts.Recurrence is not null || facts.Targets.Count > 0;
        if (orders.Count > 1 || (orders.Count == 1 && !isOneTask))
        {
            items.Add(PlanItemKind.Measure, section.Heading, section.Whole, path, Facts.None, unsure);
            foreach (var order in orders) items.Add(PlanItemKind.Task, order, order, path, Facts.Of(text, order, years), unsure);
            return;
        }
        items.AddWork(section.Heading, section.Whole, path, facts, unsure);
    }

    private List<TextSpan> Orders(TextSpan body)
    {
        var orders = new List<TextSpan>();
        foreach (var sentence in Clauses.Sentences(text, body))
            if (Owners.IsSubjectOf(text, sentence)) orders.Add(sentence);
        return orders;
    }

    /// <summary>Prose without numbers: a sentence that names an owner or a time is a task to look at.</summary>
    private void ReadSentences(TextSpan body, string[] path)
    {
        foreach (var sentence in Clauses.Sentences(text, body))
        {
            var facts = Facts.Of(text, sentence, years);
            if (facts.Owners.Main.Count > 0 || facts.Timing.IsNamed) items.Add(PlanItemKind.Task, sentence, sentence, path, facts, [UnsureReasons.NoEnumeration]);
        }
    }
}

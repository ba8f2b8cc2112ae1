namespace Exemplar.Campaigns.Reading;

/// <summary>Which of the topics' patterns a text can match at all, judged by the characters it holds.</summary>
[Flags]
internal enum TopicHints : byte
{
    None = 0,
    Stages = 1,
    Problems = 2,
    Argument = 4,
    Work = 8,
    WeakArgument = 16,
    ProblemLead = 32,
}

/// <summary>One pass over a heading instead of one for every pattern: most headings announce nothing.</summary>
internal static class TopicCharacters
{
    private static readonly TopicHints[] Table = Build();

    public static TopicHints HintsIn(ReadOnlySpan<char> folded)
    {
        var hints = TopicHints.None;
        foreach (var c in folded) hints |= Table[c];
        return hints;
    }

    // From every alternative of a pattern one character that it cannot match without.
    private static TopicHints[] Build()
    {
        var table = new TopicHints[char.MaxValue + 1];
        void Mark(TopicHints hint, string characters)
        {
            foreach (var c in characters) table[c] |= hint;
        }
        Mark(TopicHints.Stages, "骤排划段");
        Mark(TopicHints.Problems, "题足板难距薄");
        Mark(TopicHints.Argument, "想体原标法况顾成状绩结则适义性背么是迫必观现需");
        Mark(TopicHints.Work, "务措施求障作容导步安");
        Mark(TopicHints.WeakArgument, "识刻势站统增");
        Mark(TopicHints.ProblemLead, "题足板距现难弱");
        return table;
    }
}

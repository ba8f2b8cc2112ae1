using System.Buffers;
using Exemplar.Campaigns.Reading;

namespace Exemplar.Campaigns;

/// <summary>A sentence of a source: its words without line ends, and where it starts in the source, in UTF-16 units.</summary>
public readonly record struct SourceSentence(int Start, string Words);

/// <summary>Cuts a stretch of source where a person may want to part it: after sentences, or after clauses when it is one sentence.</summary>
public static class SourceSentences
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；!?;\r\n\t");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("。！？；!?;\r\n\t，,、");
    private static readonly SearchValues<char> TitleEnds = SearchValues.Create("。！？；，：!?;,");
    private const string Closing = "”’」』）)》】";

    public static List<SourceSentence> Of(string text, int start, int end)
    {
        var sentences = Cut(text, start, end, SentenceEnds);
        return sentences.Count > 1 ? sentences : Cut(text, start, end, ClauseEnds);
    }

    /// <summary>A stretch of source as one line.</summary>
    public static string Flat(string text, int start, int end) =>
        string.Concat(text[start..end].Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>What a part is called until somebody names it: its first clause.</summary>
    public static string TitleOf(string words)
    {
        var length = words.AsSpan().IndexOfAny(TitleEnds);
        return PlanDocument.Shorten(length > 1 ? words[..length] : words, ProposedItem.LongestTitle);
    }

    /// <summary>Says who or when for what stands before it: 责任单位：综合科.</summary>
    public static bool IsLabelled(ReadOnlySpan<char> clause)
    {
        clause = clause.TrimStart("（(");
        return clause.IndexOfAny('：', ':') is > 0 and var colon && LabelNames.KindOf(clause[..colon]) is not null;
    }

    private static List<SourceSentence> Cut(string text, int start, int end, SearchValues<char> ends)
    {
        var sentences = new List<SourceSentence>();
        while (start < end)
        {
            var length = text.AsSpan(start, end - start).IndexOfAny(ends);
            var stop = length < 0 ? end : start + length + 1;
            while (stop < end && Closing.Contains(text[stop])) stop++;
            var words = Flat(text, start, stop);
            if (sentences.Count > 0 && IsLabelled(words)) sentences[^1] = sentences[^1] with { Words = sentences[^1].Words + words };   // 责任单位：… begins nothing
            else if (words.Any(char.IsLetterOrDigit)) sentences.Add(new(start, words));
            start = stop;
        }
        return sentences;
    }
}

using System.Buffers;

namespace Exemplar.Campaigns.Reading;

/// <summary>A label with its value: 责任单位：综合科.</summary>
/// <param name="Kind">Owner, CoOwner or Time.</param>
/// <param name="Start">Where the label starts (an opening bracket before it included).</param>
internal readonly record struct Label(LabelKind Kind, int Start, TextSpan Value);

/// <summary>Finds labels in text.</summary>
internal static class Responsibility
{
    private const int LongestValue = 300;
    private const int LongestLabel = 12;
    private static readonly List<Label> None = [];
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(";。\n)]】");

    /// <summary>True when the folded line starts with a label and its colon.</summary>
    public static bool StartsWithLabel(ReadOnlySpan<char> folded)
    {
        var text = folded.TrimStart("([【 ");
        var colon = text[..Math.Min(text.Length, 11)].IndexOf(':');
        return colon >= LabelNames.Shortest && LabelNames.KindOf(text[..colon].TrimEnd(' ')) is not null;
    }

    /// <summary>All labels of the span, in order; not to be changed.</summary>
    public static List<Label> Labels(CleanText text, TextSpan span)
    {
        List<Label>? labels = null;
        var folded = text.FoldedOf(span);
        for (var from = 0; from < folded.Length;)
        {
            var colon = folded[from..].IndexOf(':');
            if (colon < 0) break;
            colon += from;
            if (LabelBefore(folded, Math.Max(from, colon - LongestLabel), colon) is var (kind, start))
            {
                labels ??= [];
                Close(labels, span.Start + start);
                if (start > 0 && folded[start - 1] is '(' or '[' or '【') start--;
                labels.Add(new(kind, span.Start + start, new(span.Start + colon + 1, span.Start + ValueEnd(folded, colon + 1))));
            }
            from = colon + 1;
        }
        return labels ?? None;
    }

    // The longest label that ends at the colon; inside a longer word (办公室负责人) it is none.
    private static (LabelKind Kind, int Start)? LabelBefore(ReadOnlySpan<char> folded, int from, int colon)
    {
        var end = from + folded[from..colon].TrimEnd(' ').Length;
        for (var start = Math.Max(from, end - LabelNames.Longest); start <= end - LabelNames.Shortest; start++)
            if (LabelNames.KindOf(folded[start..end]) is { } kind)
                return start > 0 && Pinyin.IsHan(folded[start - 1]) ? null : (kind, start);
        return null;
    }

    private static int ValueEnd(ReadOnlySpan<char> folded, int start)
    {
        var reach = folded[start..Math.Min(folded.Length, start + LongestValue)];
        var length = reach.IndexOfAny(ValueEnds);
        return start + (length < 0 ? reach.Length : length);
    }

    // 责任科室：综合科，完成时限：3月底前: the next label ends this value.
    private static void Close(List<Label> labels, int next)
    {
        if (labels.Count > 0 && labels[^1].Value.End > next) labels[^1] = labels[^1] with { Value = new(labels[^1].Value.Start, next) };
    }
}

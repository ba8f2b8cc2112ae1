using System.Buffers;
using System.Text.RegularExpressions;

namespace Exemplar.Campaigns.Reading;

/// <summary>A label with its value: 责任单位：综合科.</summary>
/// <param name="Kind">Owner, CoOwner or Time.</param>
/// <param name="Start">Where the label starts (an opening bracket before it included).</param>
internal readonly record struct Label(LabelKind Kind, int Start, TextSpan Value);

internal enum LabelKind
{
    Owner,
    CoOwner,
    Time,
}

/// <summary>Finds labels in text.</summary>
internal static partial class Responsibility
{
    private const int LongestValue = 300;
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(";。\n)]】");

    [GeneratedRegex(@"(?<owner>责任(?:单位|科室|部门|处室|主体|领导|股室|人|方)|牵头(?:责任)?(?:单位|科室|部门|处室|领导|股室|人)?(?:及责任人)?|主办(?:单位|科室|部门)|承办(?:单位|科室|部门)|落实(?:单位|科室|部门)|实施(?:单位|主体)|负责(?:单位|科室|部门|人))|(?<co>(?:配合|协助|协办|参与|参加|协同|协作)(?:责任)?(?:单位|科室|部门|处室|股室)?)|(?<time>(?:完成|整改|办结|落实|工作)?(?:时限|期限)(?:要求)?|(?:完成|截止|整改|报送|实施|起止|办结)(?:时间|日期)|(?:活动|学习|工作)?时间(?:安排|节点|要求)?)", RegexOptions.ExplicitCapture)]
    private static partial Regex Names();

    /// <summary>True when the folded line starts with a label and its colon.</summary>
    public static bool StartsWithLabel(ReadOnlySpan<char> folded)
    {
        var text = folded.TrimStart("([【 ");
        var colon = text.IndexOf(':');
        if (colon is < 2 or > 10) return false;
        foreach (var match in Names().EnumerateMatches(text[..colon]))
            return match.Index == 0 && match.Length == text[..colon].TrimEnd(' ').Length;
        return false;
    }

    /// <summary>All labels of the span, in order.</summary>
    public static List<Label> Labels(CleanText text, TextSpan span)
    {
        var labels = new List<Label>();
        var folded = text.FoldedOf(span);
        for (var from = 0; from < folded.Length;)
        {
            var colon = folded[from..].IndexOf(':');
            if (colon < 0) break;
            colon += from;
            if (LabelBefore(folded, Math.Max(from, colon - 12), colon) is var (kind, start))
            {
                Close(labels, span.Start + start);
                if (start > 0 && folded[start - 1] is '(' or '[' or '【') start--;
                labels.Add(new(kind, span.Start + start, new(span.Start + colon + 1, span.Start + ValueEnd(folded, colon + 1))));
            }
            from = colon + 1;
        }
        return labels;
    }

    private static (LabelKind Kind, int Start)? LabelBefore(ReadOnlySpan<char> folded, int from, int colon)
    {
        var match = Names().Match(folded[from..colon].TrimEnd(' ').ToString());
        while (match.Success && match.Index + match.Length < folded[from..colon].TrimEnd(' ').Length) match = match.NextMatch();
        if (!match.Success || (from + match.Index > 0 && Pinyin.IsHan(folded[from + match.Index - 1]))) return null;
        var kind = match.Groups["owner"].Success ? LabelKind.Owner : match.Groups["co"].Success ? LabelKind.CoOwner : LabelKind.Time;
        return (kind, from + match.Index);
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

using System.Text.RegularExpressions;

namespace Exemplar.Campaigns.Reading;

/// <summary>Recognizes a stage by its heading: 动员部署阶段（2026年2月）.</summary>
internal static partial class StageHeading
{
    private const int LongestName = 30;

    // Dates stand at the end; a paragraph without a full stop must not be searched from each of its brackets.
    private const int LongestDates = 120;

    // The dates after a stage's name, bracketed or behind colon or comma.
    [GeneratedRegex(@"\s*(?:[([][^)\]\d月旬年]*[\d月旬年][^)\]]*[)\]]|[:,，]?\s*(?:20\d\d\s?年|\d{1,2}\s?月)[^,。:]*)\s*[:。,]?$")]
    private static partial Regex Dates();

    [GeneratedRegex("(?<!各个?|现|新|下一|本|该|全|每个?|历史|关键|初级|攻坚|这一|此)阶段$|^第[一二三四五六]阶段|^(?:阶段|步骤)[一二三四五]")]
    private static partial Regex Named();

    /// <summary>The length of the stage's name in the heading; 0 when it is no stage.</summary>
    public static int NameLength(ReadOnlySpan<char> heading, NumberStyle? style, Topic parent)
    {
        if (style != NumberStyle.Phase && parent != Topic.Stages && !heading.Contains("阶段", StringComparison.Ordinal)) return 0;
        var length = heading.Length;
        var tail = Math.Max(0, heading.Length - LongestDates);
        foreach (var match in Dates().EnumerateMatches(heading[tail..])) length = tail + match.Index;
        var colon = heading[..length].IndexOf(':');
        var first = colon > 0 ? heading[..colon] : heading[..length];
        var dated = length < heading.Length;
        if (style != NumberStyle.Phase && !Named().IsMatch(first) && !(parent == Topic.Stages && dated)) return 0;
        return length <= LongestName ? length : first.Length <= LongestName ? first.Length : 0;
    }
}

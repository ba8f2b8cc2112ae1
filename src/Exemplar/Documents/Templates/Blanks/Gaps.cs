using System.Text.RegularExpressions;

namespace Exemplar.Documents.Templates.Blanks;

/// <summary>Finds the gaps within one text: 填报单位：____　填报日期：  年 月 日, also several on a line.</summary>
internal static partial class Gaps
{
    private const int LongestText = 1_000;   // what is longer is prose

    /// <summary>A label with its gap; none when a date stands there already: then it only tells which blank this is.</summary>
    public sealed record Found(string Label, Gap? Gap);

    public static List<Found> Find(string text)
    {
        List<Found> found = [];
        if (text.Length > LongestText) return found;
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            FindInLine(text, start, start + line.Length, found);
            start += line.Length + 1;
        }
        return found;
    }

    private static void FindInLine(string text, int start, int end, List<Found> found)
    {
        var lastGap = start;
        for (var colon = NextColon(text, start, end); colon >= 0; colon = NextColon(text, colon + 1, end))
        {
            if (LabelBefore(text, lastGap, colon) is not { } label) continue;
            var after = GapAfter(text, colon + 1, end);
            if (after.Gap is { } gap) found.Add(new(label, gap));
            else if (WrittenDate().Match(text, colon + 1, end - colon - 1) is { Success: true }) found.Add(new(label, null));
            lastGap = after.End;
        }
        foreach (Match date in DateGap().Matches(text[start..end]))
        {
            var room = date.Groups["room"].Length;
            var at = start + date.Index + room;
            if (found.Exists(f => f.Gap is { } gap && gap.Start <= at && at < gap.Start + gap.Length)) continue;
            found.Add(new("日期", new Gap(at, date.Length - room, true, at + date.Length - room < end)));
        }
    }

    private static int NextColon(string text, int from, int end) => from >= end ? -1 : text.AsSpan(from, end - from).IndexOfAny('：', ':') is >= 0 and var at ? from + at : -1;

    /// <summary>The words that end at the colon: what follows the last wide space, unless its letters are spaced out.</summary>
    private static string? LabelBefore(string text, int from, int colon)
    {
        var before = text[from..colon].Trim(' ', '\t', '\u3000', '_', '＿');
        if (before.LastIndexOfAny(['。', '；', '，', ',', ';', '：', ':']) is >= 0 and var stop) before = before[(stop + 1)..].Trim();
        if (!SpacedOut().IsMatch(before) && WideSpace().Matches(before) is { Count: > 0 } spaces) before = before[(spaces[^1].Index + spaces[^1].Length)..];
        return Labels.IsLabel(before) ? before : null;
    }

    private static (Gap? Gap, int End) GapAfter(string text, int from, int end)
    {
        var room = RoomAfter().Match(text, from, end - from);
        var stop = from + room.Length;
        var more = stop < end;
        if (more && (room.Length == 0 || !AnotherLabel().IsMatch(text[stop..end]))) return (null, from);
        var date = room.Groups["date"];
        if (date.Success) return (new(from, date.Index + date.Length - from, true, more), stop);
        var lines = room.Groups["lines"];
        return lines.Success ? (new(lines.Index, lines.Length, false, more), stop) : (new(from, room.Length, false, more), stop);
    }

    [GeneratedRegex(@"\G[ \t\u3000]*(?:(?<date>(?:20\d\d|[ _\u3000]{0,12})[ _\u3000]*年[ _\u3000]+月(?:[ _\u3000]+日)?)|(?<lines>[_＿]+))?[ \t\u3000]*")]
    private static partial Regex RoomAfter();

    [GeneratedRegex(@"^[^：:。；\n]{1,24}[：:]")]
    private static partial Regex AnotherLabel();

    [GeneratedRegex(@"(?<room>^[ \u3000]*|[ \u3000]{8,}|)(?:20\d\d[ _\u3000]*|[ _\u3000]*)年[ _\u3000]+月(?:[ _\u3000]+日)?")]
    private static partial Regex DateGap();

    [GeneratedRegex(@"\G\s*\d{4}\s*[年./-]\s*\d{1,2}")]
    private static partial Regex WrittenDate();

    [GeneratedRegex(@"^\S(?:[ \u3000]+\S)+$")]
    private static partial Regex SpacedOut();

    [GeneratedRegex(@"[ \t\u3000_＿]{2,}")]
    private static partial Regex WideSpace();
}

using System.Text.RegularExpressions;

namespace Exemplar.Meetings.Recording;

/// <summary>A word of the list, or what stands in brackets after one.</summary>
/// <param name="BeforeColon">Perhaps a heading: 请假：张三.</param>
/// <param name="Gap">What stands between it and the word before.</param>
internal readonly record struct RollCallToken(string Text, bool InBrackets = false, bool BeforeColon = false, string Gap = "")
{
    /// <summary>Names with this between them are named together: 张三、李四.</summary>
    public bool IsJoined => Gap.Contains('、', StringComparison.Ordinal);

    /// <summary>Where a number stood: whoever is named next is somebody else.</summary>
    public bool IsNumber => Text is RollCallTokens.NumberSign;
}

/// <summary>Cuts a pasted list into lines, their parts between full stops or semicolons, and words; numbers, emoji and odd spaces are gone.</summary>
internal static partial class RollCallTokens
{
    public const string NumberSign = "\u0001";

    /// <summary>The parts of the lines; an empty line stays as one empty part, a line of several parts has only its first begin a line.</summary>
    public static IEnumerable<(bool BeginsLine, List<RollCallToken> Words)> Parts(string text)
    {
        foreach (var line in Lines(text))
        {
            var parts = Clean(line).Split(';', '。');
            for (var n = 0; n < parts.Length; n++)
                if (n == 0 || parts[n].Length > 0) yield return (n == 0, [.. Words(parts[n])]);
        }
    }

    /// <summary>A list begun in a group opens with # and its theme: names come with the first number.</summary>
    private static string[] Lines(string text)
    {
        var lines = HalfWidth.Of(text).ReplaceLineEndings("\n").Split('\n');
        if (!lines[0].StartsWith('#')) return lines;
        var first = Array.FindIndex(lines, line => Numbered().IsMatch(line));
        return first < 0 ? lines[1..] : lines[first..];
    }

    private static string Clean(string line)
    {
        line = But().Replace(Crossed().Replace(line, "×"), m => $"; {(m.Groups["why"].Length > 0 ? m.Groups["why"].Value : "不参加")} {m.Groups["who"].Value};");
        line = Sticker().Replace(Emoji().Replace(line, " "), " ");
        line = Number().Replace(line, $" {NumberSign} ");
        line = Dot().Replace(line, "·");
        line = Space().Replace(line, " ").Trim();
        return Apart().Replace(line, "$1$2");
    }

    private static IEnumerable<RollCallToken> Words(string part)
    {
        var end = 0;
        foreach (Match word in Word().Matches(part))
        {
            var gap = part[end..word.Index];
            end = word.Index + word.Length;
            yield return word.Groups["aside"] is { Success: true, Value: var aside } ? new(aside.Trim(), InBrackets: true, Gap: gap) : new(word.Groups["word"].Value, BeforeColon: word.Value.EndsWith(':'), Gap: gap);
        }
    }

    [GeneratedRegex(@"^\s*\d{1,3}\s*[.、)]")]
    private static partial Regex Numbered();

    [GeneratedRegex("[❌✖✗✘☓]")]
    private static partial Regex Crossed();

    // 除张三请假外，其他人都到: a heading of its own.
    [GeneratedRegex("除了?(?<who>[^;。]{2,60}?)(?<why>(?:因[公私病事])?(?:请假|病假|事假|休假|出差|值班|培训|学习)?)(?:以外|之外|外)")]
    private static partial Regex But();

    [GeneratedRegex(@"[\p{Cs}\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200b-\u200f\u20e3]+")]
    private static partial Regex Emoji();

    [GeneratedRegex(@"\[[^\[\]\d]{1,4}\]")]
    private static partial Regex Sticker();

    // 1. 1、 1) (1) [1] 【1】 ① and, at the beginning of a word, a bare 1 or 一、; "等12人" and "10分钟" are no numbers of a list.
    [GeneratedRegex(@"[\(\[【]\s*\d{1,3}\s*[\)\]】]|(?<!\d)\d{1,3}\s*[.、)](?!\d)|[\u2460-\u2473]|(?<![^\s,、])\d{1,3}(?=\s*[@\u4e00-\u9fff])(?!\s*[人名分点日月年时个次位])|^\s*[一二三四五六七八九十]{1,3}、")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])[.•‧・](?=[\u4e00-\u9fff])")]
    private static partial Regex Dot();

    [GeneratedRegex(@"[\s\u00a0\u2000-\u200a\u202f\u205f]+")]
    private static partial Regex Space();

    // 张 三: two characters that stand alone are one name.
    [GeneratedRegex(@"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) ([\u4e00-\u9fff])(?![\u4e00-\u9fff])")]
    private static partial Regex Apart();

    [GeneratedRegex(@"[\(\[【](?<aside>[^\)\]】]*)[\)\]】]?|(?<word>[^\s,、:\-—@/+\(\)\[\]【】]+):?")]
    private static partial Regex Word();
}

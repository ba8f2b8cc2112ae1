using System.Text.RegularExpressions;

namespace Exemplar.Meetings;

/// <summary>The numbers that people write before the lines of an agenda. Pages and papers number it themselves, so that they would stand there twice.</summary>
public static partial class AgendaNumbers
{
    private const string Chinese = "一二三四五六七八九十";

    /// <summary>The lines without their numbers, as far as these count on from 1; 2026 年… and 一、二季度… are words.</summary>
    public static IReadOnlyList<string> Strip(IReadOnlyList<string> lines)
    {
        Dictionary<string, int> last = [];
        return [.. lines.Select(line => Without(line, last))];
    }

    private static string Without(string line, Dictionary<string, int> last)
    {
        if (Numbered().Match(HalfWidth.Of(line)) is not { Success: true } found) return line;
        var rest = line[found.Length..].TrimStart();
        var way = found.Groups["open"].Length > 0 ? "(" : "";
        var (number, style) = found.Groups["digits"] is { Success: true, Value: var digits } ? (int.Parse(digits, null), $"{way}1")
            : found.Groups["circle"] is { Success: true, Value: var circle } ? (circle[0] - '\u2460' + 1, "①") : (ValueOf(found.Groups["chinese"].Value), $"{way}一");
        if (rest.Length == 0 || (style == "一" && Chinese.Contains(rest[0], StringComparison.Ordinal))) return line;
        if (number != 1 && number != last.GetValueOrDefault(style) + 1) return line;
        last[style] = number;
        return rest;
    }

    /// <summary>十二 is 12; 0 for what is none.</summary>
    private static int ValueOf(string chinese) => chinese switch
    {
        [var one] => Chinese.IndexOf(one, StringComparison.Ordinal) + 1,
        ['十', var one] => 10 + Chinese.IndexOf(one, StringComparison.Ordinal) + 1,
        [var ten, '十'] => 10 * (Chinese.IndexOf(ten, StringComparison.Ordinal) + 1),
        _ => 0,
    };

    // 1. 1、 1) (1) 一、 (一) ①; not 1.5 亿元, not 2026 年.
    [GeneratedRegex(@"^\s*(?:(?<open>\()\s*(?:(?<digits>\d{1,2})|(?<chinese>[一二三四五六七八九十]{1,3}))\s*\)\s*[、.]?|(?<digits>\d{1,2})\s*(?:[、)]|\.(?!\d))|(?<chinese>[一二三四五六七八九十]{1,3})\s*[、.]|(?<circle>[\u2460-\u2473]))\s*")]
    private static partial Regex Numbered();
}

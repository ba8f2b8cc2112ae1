using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.People.TermImport;

/// <summary>What a cell says of a day, a number of years, or of the first and the last day of a term.</summary>
internal static partial class TermDates
{
    private const string Numerals = "零一二三四五六七八九";
    private const string FormalNumerals = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>Null when it says no day and no month: a year alone, 拟2025年6月, 年底.</summary>
    public static PartialDate? Read(Cell cell)
    {
        if (WrittenDate.Parse(cell) is { } plain) return plain;
        var text = CellWords.Clean(cell);
        return text.Length == 0 || Vague().IsMatch(text) ? null : WrittenDate.Parse(Words().Replace(Aside().Replace(text, ""), ""));
    }

    /// <summary>2023.5-2026.5, 2023年5月12日至2026年5月11日; null when these are not two days.</summary>
    public static (PartialDate First, PartialDate Last)? Span(Cell cell) =>
        Between().Split(CellWords.Clean(cell)) is [var from, var to] && WrittenDate.Parse(from) is { } first && WrittenDate.Parse(Words().Replace(to, "")) is { } last && first.First < last.First ? (first, last) : null;

    /// <summary>三年, 3年, 3, 叁年.</summary>
    public static int? Years(Cell cell)
    {
        if (CountOfYears().Match(CellWords.Clean(cell)) is not { Success: true } years) return null;
        var numeral = years.Groups["n"].Value;
        return FormalNumerals.IndexOf(numeral, StringComparison.Ordinal) is > 0 and var formal ? formal
            : Numerals.IndexOf(numeral, StringComparison.Ordinal) is > 0 and var plain ? plain
            : int.TryParse(numeral, out var digits) ? digits : null;
    }

    /// <summary>The day of a note such as 经机关党委同意延期至2026年12月8日, of a month its last; null when it names none.</summary>
    public static DateOnly? Extended(string note) =>
        PutOff().Match(note) is { Success: true } put && WrittenDate.Parse(put.Groups["day"].Value) is { } day ? day.Last : null;

    /// <summary>Whether a note speaks of it at all: 因支队长调整，经批准延期.</summary>
    public static bool SpeaksOfPuttingOff(string note) => AnyPutOff().IsMatch(note);

    [GeneratedRegex("延期|延长|推迟|暂缓")]
    private static partial Regex AnyPutOff();

    // Approved, not asked for: 拟延期至, 申请延期到 say nothing yet.
    [GeneratedRegex(@"^(?!.*(?:拟|申请|请示|计划|待批)).*(?:延期|延长|推迟)(?:换届)?(?:选举)?(?:至|到)\s*(?<day>20\d\d\s*[年./-]\s*\d{1,2}\s*(?:月|[./-])(?:\s*\d{1,2}日?)?)")]
    private static partial Regex PutOff();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]")]
    private static partial Regex Aside();

    // 2026年5月11日前, 2023年5月12日换届
    [GeneratedRegex("(?:之?前|届满|到期|期满|换届(?:选举)?|选举|召开.*|选出|起)$")]
    private static partial Regex Words();

    [GeneratedRegex("拟|计划|预计|左右|前后|初|底|旬|春|秋|暂|未|待|年前")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\s*(?:—+|–|~|～|至|到|-(?=\s*\d{4}))\s*")]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:每届)?(?<n>\d|[一二三四五六七八九壹贰叁肆伍陆柒捌玖])(?:\.0)?\s*年?(?:制)?$")]
    private static partial Regex CountOfYears();
}

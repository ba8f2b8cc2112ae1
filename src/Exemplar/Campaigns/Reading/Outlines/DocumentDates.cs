using System.Text.RegularExpressions;
using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>Full dates as documents sign them, in digits or in Chinese numerals.</summary>
internal static partial class DocumentDates
{
    private const int LongestLine = 48;

    [GeneratedRegex(@"(?<year>(?:19|20)\d\d|[二一][零九一二三四五六七八]{3})\s?年\s?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s?日")]
    private static partial Regex Full();

    [GeneratedRegex(@"^[(\[]?\s*(?:(?:19|20)\d\d|[二一][零九一二三四五六七八]{3})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日\s*[)\]]?$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"[〔\[(](?<year>20\d\d)[〕\])]\s?\d{1,4}\s?号")]
    private static partial Regex Number();

    /// <summary>The line is a date and nothing else, bracketed or not.</summary>
    public static bool IsDateLine(ReadOnlySpan<char> folded) => folded.Length is > 6 and <= 24 && folded.Contains('日') && Alone().IsMatch(folded);

    /// <summary>The short line is an office's name followed by a date.</summary>
    public static bool EndsWithDate(ReadOnlySpan<char> folded) =>
        folded.Length is > 6 and <= LongestLine && folded[^1] is '日' or ')' && !folded.ContainsAny(",。;:") && First(folded.ToString()) is not null;

    /// <summary>The line is a document number such as 某政办〔2026〕5号.</summary>
    public static bool IsNumberLine(ReadOnlySpan<char> folded) => folded.Length <= LongestLine && folded.Contains('号') && Number().IsMatch(folded);

    public static int? YearOfNumber(string folded) => Number().Match(folded) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan) : null;

    public static DateOnly? First(string folded)
    {
        var match = Full().Match(folded);
        if (!match.Success) return null;
        return Date(Year(match.Groups["year"].ValueSpan), ChineseNumber.Parse(match.Groups["month"].ValueSpan), ChineseNumber.Parse(match.Groups["day"].ValueSpan));
    }

    public static DateOnly? Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    private static int Year(ReadOnlySpan<char> year)
    {
        if (char.IsAsciiDigit(year[0])) return int.Parse(year);
        var number = 0;
        foreach (var digit in year) number = number * 10 + ChineseNumber.Parse([digit]);
        return number;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Exemplar.Documents.Templates.Offers;

/// <summary>Reads the period out of what a form is called: 2026年三季度, 上半年, 9月份, 2026年度.</summary>
internal static partial class PeriodWords
{
    /// <summary>Null when the words name none. Without a year it is the last one of its name that has begun.</summary>
    public static Period? Find(string text, DateOnly today)
    {
        var plain = HalfWidth.Of(text).Replace(" ", "", StringComparison.Ordinal);
        int? year = Year().Match(plain) is { Success: true } named ? int.Parse(named.Groups[1].Value, CultureInfo.InvariantCulture) : null;
        if (Quarter().Match(plain) is { Success: true } quarter) return In(PeriodKind.Quarter, (ChineseNumber.Parse(quarter.Groups[1].Value) * 3) - 2, year, today);
        if (Half().Match(plain) is { Success: true } half) return In(PeriodKind.HalfYear, half.Value[0] == '上' ? 1 : 7, year, today);
        if (Month().Match(plain) is { Success: true } month && ChineseNumber.Parse(month.Groups[1].Value) is >= 1 and <= 12 and var number) return In(PeriodKind.Month, number, year, today);
        return year is { } whole && OfYear().IsMatch(plain) ? Period.Of(PeriodKind.Year, new(whole, 1, 1)) : null;
    }

    private static Period In(PeriodKind kind, int month, int? year, DateOnly today)
    {
        var period = Period.Of(kind, new(year ?? today.Year, month, 1));
        return year is null && period.First > today ? Period.Of(kind, period.First.AddYears(-1)) : period;
    }

    [GeneratedRegex(@"(20\d\d)年")]
    private static partial Regex Year();

    [GeneratedRegex("第?([一二三四1-4])季度")]
    private static partial Regex Quarter();

    [GeneratedRegex("[上下]半年")]
    private static partial Regex Half();

    [GeneratedRegex(@"(?<!\d)(\d{1,2}|[一二三四五六七八九十]{1,2})月(?!\d|[一二三十])")]
    private static partial Regex Month();

    [GeneratedRegex(@"20\d\d年(?:度|全年|[^\d月]*$)")]
    private static partial Regex OfYear();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Exemplar.Documents.Templates.Offers;

/// <summary>A period where it is written out with its year: 2026年第二季度 in the title of a blank that came a quarter ago.</summary>
/// <param name="Start">Where it begins in its text.</param>
/// <param name="Now">The period that is meant, written as the old one was.</param>
internal sealed partial record PeriodTitle(int Start, string Was, string Now)
{
    /// <summary>Null unless the text names exactly one period, of the kind that is meant, and another than that.</summary>
    public static PeriodTitle? In(string text, Period meant)
    {
        var named = Written().Matches(text);
        if (named is not [{ } only] || Parts().Count(text) != Parts().Count(only.Value)) return null;
        var now = Year().Replace(only.Value, $"{meant.First.Year}", 1);
        if (only.Groups["q"] is { Success: true } quarter && meant.Kind is PeriodKind.Quarter) now = Put(now, only, quarter, Numeral(quarter.Value, (meant.First.Month + 2) / 3));
        else if (only.Groups["h"] is { Success: true } half && meant.Kind is PeriodKind.HalfYear) now = Put(now, only, half, meant.First.Month == 1 ? "上" : "下");
        else if (only.Groups["m"] is { Success: true } month && meant.Kind is PeriodKind.Month) now = Put(now, only, month, Numeral(month.Value, meant.First.Month));
        else if (!only.Groups["whole"].Success || meant.Kind is not PeriodKind.Year) return null;
        return now == only.Value ? null : new(only.Index, only.Value, now);
    }

    /// <summary>Whether the text names this very period.</summary>
    public static bool Names(string text, Period meant) => Written().Matches(text) is [_] && PeriodWords.Find(text, meant.First) == meant;

    public string Corrected(string text) => string.Concat(text.AsSpan(0, Start), Now, text.AsSpan(Start + Was.Length));

    private static string Put(string now, Match whole, Group part, string written) =>
        string.Concat(now.AsSpan(0, part.Index - whole.Index), written, now.AsSpan(part.Index - whole.Index + part.Length));

    private static string Numeral(string was, int number) => char.IsAsciiDigit(was[0]) ? number.ToString(was.Length == 2 && was[0] == '0' ? "00" : "0", CultureInfo.InvariantCulture) : ChineseNumber.Format(number);

    [GeneratedRegex(@"(?<y>20\d\d)\s*年(?:度)?\s*(?:第?\s*(?<q>[一二三四1-4])\s*季度|(?<h>[上下])\s*半年|(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?!\s*[\d一二三十])|(?<whole>(?<=度\s*)|全年))", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();

    // A second year, quarter or month beside it: 2025—2026年, 一季度和二季度
    [GeneratedRegex(@"20\d\d|季度?|半年|\d\s*月")]
    private static partial Regex Parts();

    [GeneratedRegex(@"20\d\d")]
    private static partial Regex Year();
}

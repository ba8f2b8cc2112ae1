using System.Text.RegularExpressions;

namespace Exemplar.Campaigns.Reading;

/// <summary>The ways documents name a time without its month: 年底前, 月底前, 二季度末前, 国庆节前. Months have <see cref="MonthPhrases"/>.</summary>
internal static partial class TimePhrases
{
    [GeneratedRegex(@"(?:20\d\d\s?(?:年(?=年))?|[今本明次当去上](?:年(?=年))?|(?<![\d一二两三四五六七八九十几多近半全每]))年(?:底|末|终|内)(?:之?前|以前)?")]
    public static partial Regex YearEnd();

    [GeneratedRegex(@"(?<![\d一二三四五六七八九十每个]\s?)[本当]?月(?:底|末)")]
    private static partial Regex MonthEnd();

    [GeneratedRegex(@"(?:(?:20\d\d\s?年|[今本明次当去上]年))?(?:第?[一二三四1-4]\s?季度|上半年)(?:(?:末|底|内)(?:之?前|以前)?|之?前|以前|完成)")]
    public static partial Regex Quarter();

    /// <summary>Holidays on a fixed date; 春节 and the like move and are not resolved.</summary>
    [GeneratedRegex("(?:元旦|五一|劳动节|七一|建党节|八一|建军节|国庆|春节|清明|端午|中秋)节?(?:假期)?之?前")]
    public static partial Regex Holiday();

    [GeneratedRegex("长期|持续|常态|全年|贯穿|经常性|不定期|即时|立行立改|立即")]
    public static partial Regex OpenEnded();

    public static bool MayEndYear(ReadOnlySpan<char> text) => Neighbours.Follow(text, "年", "底末终内");

    public static bool EndsMonth(ReadOnlySpan<char> text) => Neighbours.Follow(text, "月", "底末") && MonthEnd().IsMatch(text);

    public static bool MayNameQuarter(ReadOnlySpan<char> text) =>
        Neighbours.Precede(text, "季度", "一二三四1234") || text.Contains("上半年", StringComparison.Ordinal);

    public static bool MayNameHoliday(ReadOnlySpan<char> text) => Neighbours.Precede(text, "前", "旦一节庆明午秋期");
}

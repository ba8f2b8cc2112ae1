using System.Text.RegularExpressions;

namespace Exemplar.Campaigns.Reading;

/// <summary>The ways documents name a time: 3月底前, 6月上旬, 2026年2月至10月, 年底前, 月底前, 二季度末前.</summary>
internal static partial class TimePhrases
{
    private const string Month = @"\d{1,2}|十[一二]?|[一二三四五六七八九]";
    private const string Before = "(?<before>之?前|以前)?";

    [GeneratedRegex($$"""
        (?:(?<y1>20\d\d)\s?年\s?|(?<r1>[今本明次当去上前])年的?\s?)?
        (?<![\d.第每十])(?<m1>{{Month}})
        (?:\s?月(?![报度均刊])份?\s?(?:(?<d1>\d{1,2})\s?[日号]|(?<p1>上旬|中旬|下旬|底|末|初))?|(?=\s?(?:至|到|-|—|–|~)\s?\d{1,2}\s?月))
        (?:\s?(?:至|到|-{1,2}|—{1,2}|–|~)\s?(?:(?<y2>20\d\d)\s?年\s?|(?<r2>[明次])年\s?)?
            (?:(?<m2>{{Month}})\s?月份?\s?(?:(?<d2>\d{1,2})\s?[日号]|(?<p2>上旬|中旬|下旬|底|末|初))?|(?<d2>\d{1,2})\s?[日号]|(?<p2>上旬|中旬|下旬|底)))?
        {{Before}}(?<from>起)?
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex Months();

    [GeneratedRegex(@"(?:(?<y1>20\d\d)\s?(?:年(?=年))?|(?<r1>[今本明次当去上])(?:年(?=年))?|(?<![\d一二两三四五六七八九十几多近半全每]))年(?:底|末|终|内)(?<before>之?前|以前)?", RegexOptions.ExplicitCapture)]
    public static partial Regex YearEnd();

    [GeneratedRegex(@"(?<![\d一二三四五六七八九十每个]\s?)[本当]?月(?:底|末)(?<before>之?前|以前)?", RegexOptions.ExplicitCapture)]
    public static partial Regex MonthEnd();

    [GeneratedRegex(@"(?:(?<y1>20\d\d)\s?年|(?<r1>[今本明次当去上])年)?(?:第?(?<q>[一二三四1-4])\s?季度|(?<half>上半年))(?:(?:末|底|内)(?:之?前|以前)?|之?前|以前|完成)", RegexOptions.ExplicitCapture)]
    public static partial Regex Quarter();

    /// <summary>Holidays on a fixed date; 春节 and the like move and are not resolved.</summary>
    [GeneratedRegex("(?:(?<new>元旦)|(?<labour>五一|劳动节)|(?<party>七一|建党节)|(?<army>八一|建军节)|(?<national>国庆)|(?<moving>春节|清明|端午|中秋))节?(?:假期)?之?前", RegexOptions.ExplicitCapture)]
    public static partial Regex Holiday();

    [GeneratedRegex("长期|持续|常态|全年|贯穿|经常性|不定期|即时|立行立改|立即")]
    public static partial Regex OpenEnded();
}

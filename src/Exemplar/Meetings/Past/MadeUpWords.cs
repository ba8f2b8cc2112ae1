using System.Text.RegularExpressions;
using Exemplar.Documents;

namespace Exemplar.Meetings.Past;

/// <summary>How offices write that a meeting made up for one that was not held: 补开6月, 补5月份主题党日, 6月因防汛未开，本月补. Not 补学, nor 补缴5月党费.</summary>
internal static partial class MadeUpWords
{
    /// <summary>What is further back than this was not made up for, but is another year's.</summary>
    private const int MostMonths = 6;

    /// <summary>First and last day of what a meeting of this kind, held on this day, says that it made up for.</summary>
    /// <param name="kind">A key of the kinds: 补5月份支委会 in the note of a 主题党日 says nothing of this one.</param>
    public static List<(DateOnly First, DateOnly Last)> In(string written, string kind, DateOnly heldOn)
    {
        List<(DateOnly, DateOnly)> spans = [];
        foreach (Match match in Made().Matches(HalfWidth.Of(written)))
        {
            if (KindWords.In(match.Groups["what"].Value) is { Count: > 0 } named && !named.Contains(kind)) continue;
            var year = match.Groups["y"] is { Success: true, Value: var y } ? int.Parse(y) : (int?)null;
            if (match.Groups["last"].Success) Take(heldOn.AddMonths(-1), 1, heldOn.AddMonths(-1).Year);
            else if (match.Groups["q"] is { Success: true, Value: var quarter }) Take(null, 3, year, (ChineseNumber.Parse(quarter) * 3) - 2);
            else foreach (var month in Months(match.Groups["m"].Value)) Take(null, 1, year, month);
        }
        return [.. spans.Distinct()];

        void Take(DateOnly? day, int months, int? year, int number = 0)
        {
            var month = day?.Month ?? number;
            if (month is < 1 or > 12) return;
            var first = new DateOnly(year ?? (month < heldOn.Month ? heldOn.Year : heldOn.Year - 1), month, 1);
            if (first.AddMonths(months) is var next && next <= heldOn && (year is not null || next.AddMonths(MostMonths) > heldOn)) spans.Add((first, next.AddDays(-1)));
        }
    }

    /// <summary>6, 六, 5、6, 4至6.</summary>
    private static IEnumerable<int> Months(string written)
    {
        var numbers = Number().Matches(written).Select(m => ChineseNumber.Parse(m.Value)).ToList();
        return numbers is [var from, var to] && Until().IsMatch(written) && to > from ? Enumerable.Range(from, to - from + 1) : numbers;
    }

    [GeneratedRegex("""
        (?: 补(?:召开|开展|[开上办做])?\s*(?:的是)?\s*
            (?: (?<last>上个?月)
              | (?:(?<y>20\d\d)\s*年)?\s*第?(?<q>[一二三四1-4])季度
              | (?:(?<y>20\d\d)\s*年)?\s*(?<m>(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:\s*月?份?\s*[-~、,和及至到]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2}))*)\s*月 )
          | (?:(?<y>20\d\d)\s*年)?(?<!\d)(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月份?[^。;\n\d]{0,12}(?:未|没)[^。;\n\d]{0,10}补(?![学课交缴选充贴助]) )
        (?<what>[^,。;、)\n]{0,12})
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Made();

    [GeneratedRegex(@"\d{1,2}|[一二三四五六七八九十]{1,2}")]
    private static partial Regex Number();

    [GeneratedRegex("[-~至到]")]
    private static partial Regex Until();
}

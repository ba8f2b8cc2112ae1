using System.Globalization;
using System.Text.RegularExpressions;

namespace Exemplar.Documents.Templates.Offers;

/// <summary>How a label wants its dates written: （如：2026.3.5）, （yyyy-MM-dd）, （年月）; 2026年3月5日 when it says nothing.</summary>
public sealed partial class DateForm
{
    private static readonly DateForm InWords = new("yyyy年M月d日");
    private readonly string format;

    private DateForm(string format) => this.format = format;

    public static DateForm Of(string label)
    {
        var example = Example().Match(HalfWidth.Of(label));
        if (example.Success)
        {
            var separator = example.Groups["by"].Value;
            var padded = example.Groups["month"].Value is ['0', ..] or "mm" or "MM";
            var (month, day) = padded ? ("MM", "dd") : ("M", "d");
            return new(example.Groups["day"].Success ? $"yyyy'{separator}'{month}'{separator}'{day}" : $"yyyy'{separator}'{month}");
        }
        return MonthOnly().IsMatch(label) ? new("yyyy年M月") : InWords;
    }

    public string Write(DateOnly day) => day.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:\d{4}|yyyy|YYYY|xxxx|XXXX)(?<by>[./-])(?<month>\d{1,2}|mm|MM|m|M|xx|XX)(?:\k<by>(?<day>\d{1,2}|dd|DD|d|D|xx|XX))?")]
    private static partial Regex Example();

    [GeneratedRegex("年月(?!日)|年份?[、/和]月")]
    private static partial Regex MonthOnly();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;

namespace Exemplar.People;

/// <summary>A date as people write it: 2009.7, 200907, 20090701, 2009年7月, 2009-07-01, 2009/7/1. Without a day it is known to the month.</summary>
public static partial class WrittenDate
{
    /// <summary>The same of a cell of a sheet, which may hold the number of a day as well.</summary>
    public static PartialDate? Parse(Cell cell) =>
        Parse(cell.Text) ?? (cell.Kind is CellKind.Number && double.TryParse(cell.Text, CultureInfo.InvariantCulture, out var serial) && serial is >= 5_000 and < 80_000 ? SheetRows.SerialDay(serial) : (PartialDate?)null);

    /// <summary>Null when it is no date, or one before 1900.</summary>
    public static PartialDate? Parse(string text)
    {
        var match = Written().Match(HalfWidth.Of(text).Trim());
        if (!match.Success) return null;
        var (year, month) = (Number("y"), Number("m"));
        var hasDay = match.Groups["d"].Success;
        var day = hasDay ? Number("d") : 1;
        return year is >= 1900 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new PartialDate(new(year, month, day), hasDay) : null;

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""
        ^(?<y>\d{4})(?:
            (?<m>\d{2})(?<d>\d{2})?                                        # 200907, 20090701
          | \s*[.\-/、．·]\s*(?<m>\d{1,2})(?:\s*[.\-/、．·]\s*(?<d>\d{1,2}))?[.]?  # 2009.7, 2009-07-01
          | \s*年\s*(?<m>\d{1,2})\s*月?(?:\s*(?<d>\d{1,2})\s*[日号])?             # 2009年7月1日
        )(?:\s+0{1,2}:00(?::00)?)?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}

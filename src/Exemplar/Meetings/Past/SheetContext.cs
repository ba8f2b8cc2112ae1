using System.Globalization;
using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>What the name of a sheet and the titles above its heading say of all its rows.</summary>
/// <param name="Turn">The first month of a register that runs over New Year; <paramref name="Year"/> is then the year of that month.</param>
/// <param name="Kind">Null when they name none or several.</param>
internal sealed partial record SheetContext(int? Year, int? Turn, int? Month, string? Kind, string? Unit)
{
    /// <param name="workbook">The year that the name of the file or another sheet says, for sheets that say none.</param>
    public static SheetContext Of(string name, IEnumerable<SheetRow> titles, int? workbook)
    {
        string[] texts = [name, .. titles.SelectMany(r => r.Cells.Select(c => HalfWidth.Of(c.Text))).Where(t => t.Length > 0).Distinct()];
        var all = string.Join('\n', texts);
        var kind = KindWords.OfTitle(name) ?? KindWords.OfSheet(name) ?? KindWords.OfTitle(all);
        if (Span().Match(all) is { Success: true } span)
            return new(Number(span, "y"), Number(span, "m"), null, kind, UnitOf(texts));
        var years = texts.Select(t => YearIn(t)).Where(y => y is not null).ToList();
        return new(years.Count > 0 ? years[0] : workbook, null, MonthIn(name) ?? texts.Skip(1).Select(MonthIn).FirstOrDefault(m => m is not null), kind, UnitOf(texts));
    }

    /// <summary>The year of a day in this month, as far as the titles tell.</summary>
    public int? YearOf(int month) => Turn is { } turn && month < turn ? Year + 1 : Year;

    /// <summary>None when several are named: 台账2025-2026.</summary>
    public static int? YearIn(string text) => YearWritten().Matches(HalfWidth.Of(text)).Select(m => Number(m, "y")).Distinct().ToList() is [var only] ? only : null;

    /// <summary>1月, 2025年3月, 三月份; none when several are named.</summary>
    private static int? MonthIn(string text)
    {
        var months = MonthWritten().Matches(HalfWidth.Of(text)).Select(m => m.Groups["m"].Value).Distinct().ToList();
        if (months is not [var only]) return null;
        return int.TryParse(only, CultureInfo.InvariantCulture, out var number) ? number : only switch { "十" => 10, "十一" => 11, "十二" => 12, _ => "一二三四五六七八九".IndexOf(only, StringComparison.Ordinal) + 1 };
    }

    /// <summary>Whether the name of a sheet may be that of a branch: it speaks of no time, no kind and no register.</summary>
    public static bool MayNameUnit(string sheet) => sheet.Length is >= 2 and <= 20 && !NoUnit().IsMatch(sheet) && KindWords.In(sheet).Count == 0;

    /// <summary>The name of the sheet before its titles, which are copied from sheet to sheet; but of 一支部 and 局机关第一党支部 the one that says more.</summary>
    private static string? UnitOf(IEnumerable<string> texts)
    {
        var named = texts.Select(NamedUnits.In).OfType<string>().ToList();
        return named.Count == 0 ? null : named.Find(n => n.Length > named[0].Length && NamedUnits.KeyOf(n).EndsWith(NamedUnits.KeyOf(named[0]), StringComparison.Ordinal)) ?? named[0];
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("\\d|sheet|工作表|年|月|季|台账|记录|登记|统计|汇总|一览|明细|清单|说明|目录|会议?$|党课|党日|三会|学习|活动", RegexOptions.IgnoreCase)]
    private static partial Regex NoUnit();

    [GeneratedRegex(@"(?<!\d)(?<y>20\d{2})(?!\d)")]
    private static partial Regex YearWritten();

    [GeneratedRegex(@"(?<y>20\d{2})\s*年\s*(?<m>\d{1,2})\s*月[^\d\n]{1,3}20\d{2}\s*年\s*\d{1,2}\s*月")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<![\d一二三四五六七八九十])(?<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!\d)")]
    private static partial Regex MonthWritten();
}

using System.Globalization;

namespace Exemplar.Kernel;

/// <summary>
/// The thirteen days that are free in every year, before the State Council says which weekend days are moved: 元旦 1, 春节 4 (除夕 included),
/// 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3. Source: 全国年节及纪念日放假办法, as revised in November 2024.
/// </summary>
public static class StatutoryHolidays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    public static bool Contains(DateOnly day) => (day.Month, day.Day) is (1, 1) or (5, 1 or 2) or (10, >= 1 and <= 3) || day == Qingming(day.Year) || InLunarCalendar(day);

    private static bool InLunarCalendar(DateOnly day) => OfLunar(day) is (1, >= 1 and <= 3) or (5, 5) or (8, 15) || OfLunar(day.AddDays(1)) is (1, 1);

    /// <summary>Month and day; (0, 0) in a leap month, which has no festival.</summary>
    private static (int Month, int Day) OfLunar(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        var (year, month) = (Lunar.GetYear(time), Lunar.GetMonth(time));
        var leap = Lunar.GetLeapMonth(year);
        if (month == leap) return default;
        return (leap > 0 && month > leap ? month - 1 : month, Lunar.GetDayOfMonth(time));
    }

    /// <summary>The solar term 清明 of the 21st century: 4 or 5 April.</summary>
    private static DateOnly Qingming(int year) => new(year, 4, (int)((year % 100 * 0.2422) + 4.81) - (year % 100 / 4));
}

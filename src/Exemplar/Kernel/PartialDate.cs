using System.Globalization;

namespace Exemplar.Kernel;

/// <summary>
/// A civil date that is known to the day or only to the month: 2009年7月1日, 2009年7月. Stored and logged as
/// <c>2009-07-01</c> and <c>2009-07</c>, so that a month never turns into its first day.
/// </summary>
/// <param name="First">The day, or the first of the month.</param>
public readonly record struct PartialDate(DateOnly First, bool HasDay)
{
    public DateOnly Last => HasDay ? First : First.AddMonths(1).AddDays(-1);

    public static implicit operator PartialDate(DateOnly day) => new PartialDate(day, HasDay: true);

    public static PartialDate MonthOf(DateOnly day) => new(new(day.Year, day.Month, 1), HasDay: false);

    /// <summary>Both may be the same day.</summary>
    public bool Agrees(PartialDate other) => First <= other.Last && other.First <= Last;

    /// <summary>The stored form back; throws FormatException on any other text.</summary>
    public static PartialDate FromStored(string text) => text.Length == 7
        ? new PartialDate(DateOnly.ParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture), HasDay: false)
        : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string InWords => HasDay ? First.InWords() : $"{First.Year}年{First.Month}月";

    public override string ToString() => First.ToString(HasDay ? "yyyy-MM-dd" : "yyyy-MM", CultureInfo.InvariantCulture);
}

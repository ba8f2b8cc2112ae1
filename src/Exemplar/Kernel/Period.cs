namespace Exemplar.Kernel;

public enum PeriodKind
{
    [Display(Name = "每月")] Month,
    [Display(Name = "每季度")] Quarter,
    [Display(Name = "每半年")] HalfYear,
    [Display(Name = "每年")] Year,
}

/// <summary>A month, quarter, half-year or year of the calendar, first and last day included.</summary>
public readonly record struct Period(PeriodKind Kind, DateOnly First)
{
    public DateOnly Last => First.AddMonths(Months(Kind)).AddDays(-1);

    /// <summary>2026年3月, 2026年一季度, 2026年上半年, 2026年</summary>
    public string Name => $"{First.Year}年{ShortName}";

    /// <summary>Without the year: 3月, 一季度, 上半年; empty for a year.</summary>
    public string ShortName => Kind switch
    {
        PeriodKind.Month => $"{First.Month}月",
        PeriodKind.Quarter => $"{"一二三四"[(First.Month - 1) / 3]}季度",
        PeriodKind.HalfYear => First.Month == 1 ? "上半年" : "下半年",
        _ => "",
    };

    public static Period Of(PeriodKind kind, DateOnly day) => new(kind, new(day.Year, day.Month - (day.Month - 1) % Months(kind), 1));

    /// <summary>The periods of a year, in order.</summary>
    public static IEnumerable<Period> In(PeriodKind kind, int year)
    {
        for (var month = 1; month <= 12; month += Months(kind)) yield return new(kind, new(year, month, 1));
    }

    private static int Months(PeriodKind kind) => kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, PeriodKind.HalfYear => 6, _ => 12 };
}

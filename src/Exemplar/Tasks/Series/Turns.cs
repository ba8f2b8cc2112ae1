namespace Exemplar.Tasks.Series;

/// <summary>One turn of something that recurs: its first and last day, and what people call it.</summary>
public sealed record Turn(DateOnly From, DateOnly To, string Name);

/// <summary>Calendar turns of the recurrences that plans name. A turn cut by the start or the end of the series keeps its calendar days.</summary>
public static class Turns
{
    public static bool IsKnown(string? recurrence) => recurrence is not null && Starts(recurrence, default) is not null;

    /// <summary>The turns that touch the days from <paramref name="from"/> to <paramref name="to"/>; none for an unknown recurrence.</summary>
    public static IEnumerable<Turn> Of(string recurrence, DateOnly from, DateOnly to)
    {
        if (Starts(recurrence, from) is not { } start) yield break;
        while (start <= to)
        {
            var next = Next(recurrence, start);
            yield return new(start, next.AddDays(-1), Name(recurrence, start));
            start = next;
        }
    }

    /// <summary>The first day of the turn that <paramref name="day"/> lies in.</summary>
    private static DateOnly? Starts(string recurrence, DateOnly day) => recurrence switch
    {
        "每周" => day.DayNumber < 6 ? day : day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        "每半月" => new(day.Year, day.Month, day.Day <= 15 ? 1 : 16),
        "每月" => new(day.Year, day.Month, 1),
        "每两个月" => new(day.Year, day.Month - (day.Month - 1) % 2, 1),
        "每季度" => new(day.Year, day.Month - (day.Month - 1) % 3, 1),
        "每半年" => new(day.Year, day.Month <= 6 ? 1 : 7, 1),
        "每年" => new(day.Year, 1, 1),
        _ => null,
    };

    private static DateOnly Next(string recurrence, DateOnly start) => recurrence switch
    {
        "每周" => start.AddDays(7),
        "每半月" => start.Day == 1 ? start.AddDays(15) : new DateOnly(start.Year, start.Month, 1).AddMonths(1),
        "每月" => start.AddMonths(1),
        "每两个月" => start.AddMonths(2),
        "每季度" => start.AddMonths(3),
        "每半年" => start.AddMonths(6),
        _ => start.AddYears(1),
    };

    private static string Name(string recurrence, DateOnly start) => recurrence switch
    {
        "每周" => $"{start.Month}月{start.Day}日当周",
        "每半月" => $"{start.Year}年{start.Month}月{(start.Day == 1 ? "上" : "下")}半月",
        "每月" => $"{start.Year}年{start.Month}月",
        "每两个月" => $"{start.Year}年{start.Month}至{start.Month + 1}月",
        "每季度" => $"{start.Year}年{"一二三四"[(start.Month - 1) / 3]}季度",
        "每半年" => $"{start.Year}年{(start.Month == 1 ? "上" : "下")}半年",
        _ => $"{start.Year}年",
    };
}

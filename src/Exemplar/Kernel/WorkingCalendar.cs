namespace Exemplar.Kernel;

/// <summary>One deviation from Monday to Friday: a holiday, or a weekend day that is worked.</summary>
public sealed record SpecialDay(string Name, DateOnly Date, bool IsOffDay);

/// <summary>
/// The working days of the office. Years without a published table follow Monday to Friday without the statutory holidays, and are provisional.
/// Conventions: the start day is not counted; a deadline in natural days that ends on a rest day moves to the next
/// working day (as 民法典 Art. 203 has it; Party rules are silent).
/// </summary>
public sealed class WorkingCalendar(IEnumerable<SpecialDay> specialDays, IEnumerable<int> publishedYears)
{
    private readonly Dictionary<DateOnly, SpecialDay> special = specialDays.ToDictionary(d => d.Date);
    private readonly HashSet<int> published = [.. publishedYears];

    /// <summary>True while the State Council has not published the year's table: dates in it may still move.</summary>
    public bool IsProvisional(int year) => !published.Contains(year);

    public bool IsWorkday(DateOnly day) => special.TryGetValue(day, out var deviation)
        ? !deviation.IsOffDay
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !(IsProvisional(day.Year) && StatutoryHolidays.Contains(day));

    /// <summary>The <paramref name="count"/>th working day after <paramref name="start"/>; negative counts go back.</summary>
    public DateOnly AddWorkdays(DateOnly start, int count)
    {
        var (day, step) = (start, Math.Sign(count));
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkday(day)) left--;
        }
        return day;
    }

    /// <summary>The last day of a term of natural days, rolled forward to a working day.</summary>
    public DateOnly AddNaturalDays(DateOnly start, int count) => Roll(start.AddDays(count));

    /// <summary>The day itself, or the next working day when it is a rest day.</summary>
    public DateOnly Roll(DateOnly day) => IsWorkday(day) ? day : AddWorkdays(day, 1);

    /// <summary>Working days from <paramref name="from"/> (not counted) to <paramref name="to"/> (counted); negative when <paramref name="to"/> lies before.</summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from) return -WorkdaysBetween(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkday(day)) count++;
        return count;
    }
}

using System.Text.Json;

namespace Exemplar.Agenda.Calendar;

/// <summary>A day of every year that offices plan around.</summary>
public sealed record ImportantDate(int Month, int Day, string Name);

/// <summary>The days of <c>rules/dates/important.json</c>.</summary>
public sealed class ImportantDates(IReadOnlyList<ImportantDate> dates)
{
    public IEnumerable<CalendarEntry> Between(DateOnly first, DateOnly last) =>
        from year in Enumerable.Range(first.Year, last.Year - first.Year + 1)
        from date in dates
        let day = new DateOnly(year, date.Month, date.Day)
        where first <= day && day <= last
        select new CalendarEntry($"date-{day.Iso()}", 0, EntryKind.Date, day, null, null, date.Name, "", null, null);

    public static ImportantDates Read() => new(JsonSerializer.Deserialize<List<ImportantDate>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", "dates", "important.json")), JsonSerializerOptions.Web)!);
}

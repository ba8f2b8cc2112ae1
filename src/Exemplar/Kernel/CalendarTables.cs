using System.Text.Json;

namespace Exemplar.Kernel;

/// <summary>Reads the holiday tables of <c>rules/calendar/</c>: one JSON file a year, only deviations from Monday to Friday are listed.</summary>
public static class CalendarTables
{
    private sealed record Table(int Year, string Source, List<SpecialDay> Days);

    public static WorkingCalendar Read() => Read(Path.Combine(AppContext.BaseDirectory, "rules", "calendar"));

    public static WorkingCalendar Read(string folder)
    {
        var tables = Directory.GetFiles(folder, "*.json").Select(file => JsonSerializer.Deserialize<Table>(File.ReadAllText(file), JsonSerializerOptions.Web)!).ToList();
        return new(tables.SelectMany(t => t.Days), tables.Select(t => t.Year));
    }
}

namespace Exemplar.Agenda.Calendar;

/// <summary>One month of everything: what is on each day, how full each week is, and which meetings are in each other's way.</summary>
public sealed class CalendarMonth(CalendarEntries entries, Clashes clashes, Actor actor, WorkingCalendar calendar, TimeProvider clock)
{
    public sealed record Day(DateOnly On, bool InMonth, bool IsWorkday, bool IsToday, IReadOnlyList<CalendarEntry> Entries);

    /// <param name="Meetings">How many meetings the week has, and how many last days.</param>
    public sealed record Week(IReadOnlyList<Day> Days, int Meetings, int LastDays);

    public sealed record View(DateOnly Month, IReadOnlyList<Week> Weeks, IReadOnlyList<Clash> Clashes, bool IsProvisional);

    public async Task<View> Show(DateOnly? asked, CancellationToken ct)
    {
        actor.Demand(AgendaCapability.View);
        var today = clock.Today();
        var day = asked is { Year: >= 2000 and <= 2100 } ? asked.Value : today;
        var month = new DateOnly(day.Year, day.Month, 1);
        var first = month.AddDays(-(((int)month.DayOfWeek + 6) % 7));
        var last = month.AddMonths(1).AddDays(-1) is var end ? end.AddDays((7 - (int)end.DayOfWeek) % 7) : default;

        var found = await entries.Find(actor, null, first, last, ct);
        var byDay = found.OrderBy(e => e.Kind is EntryKind.Date ? 0 : 1).ThenBy(e => e.StartsAt ?? TimeOnly.MinValue).ToLookup(e => e.Day);
        var weeks = new List<Week>();
        for (var monday = first; monday <= last; monday = monday.AddDays(7))
        {
            List<Day> days = [.. Enumerable.Range(0, 7).Select(monday.AddDays).Select(on => new Day(on, on.Month == month.Month, calendar.IsWorkday(on), on == today, [.. byDay[on]]))];
            weeks.Add(new(days, days.Sum(d => d.Entries.Count(e => e is { Kind: EntryKind.Meeting, CalledOff: false })), days.Sum(d => d.Entries.Count(e => e.Kind is EntryKind.Task or EntryKind.Duty))));
        }
        return new(month, weeks, await clashes.Find(found, ct), calendar.IsProvisional(month.Year));
    }
}

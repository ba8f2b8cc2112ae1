using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Exemplar.Agenda.Calendar.Feeds;

/// <summary>Entries as iCalendar (RFC 5545): times in Asia/Shanghai with its VTIMEZONE, whole days without one.</summary>
public static class Icalendar
{
    private const string Zone = "Asia/Shanghai";

    public static string Write(string name, IEnumerable<CalendarEntry> entries, DateTimeOffset stamp)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Exemplar//Exemplar//ZH", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), includeHistoricalData: false));
        calendar.Events.AddRange(entries.Select(e => Event(e, stamp)));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(CalendarEntry entry, DateTimeOffset stamp) => new()
    {
        Uid = $"{entry.Uid}@exemplar",
        Sequence = entry.Sequence,
        DtStamp = new CalDateTime(stamp.UtcDateTime, "UTC"),
        Summary = entry.Unit.Length > 0 ? $"{entry.Title}（{entry.Unit}）" : entry.Title,
        Location = entry.Place.Length > 0 ? entry.Place : null,
        Categories = [entry.Kind.Name()],
        Status = entry.CalledOff ? EventStatus.Cancelled : EventStatus.Confirmed,
        Start = entry.StartsAt is { } at ? new CalDateTime(entry.Day, at, Zone) : new CalDateTime(entry.Day),
        End = entry.Until is { } until ? new CalDateTime(entry.Day, until, Zone) : new CalDateTime(entry.Day.AddDays(1)),
        Transparency = entry.StartsAt is null ? TransparencyType.Transparent : TransparencyType.Opaque,
    };
}

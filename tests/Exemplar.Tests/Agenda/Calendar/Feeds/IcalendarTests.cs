using Exemplar.Agenda.Calendar;
using Exemplar.Agenda.Calendar.Feeds;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Calendar.Feeds;

public sealed class IcalendarTests
{
    private static readonly CalendarEntry Meeting = new("meeting-1", 3, EntryKind.Meeting, new(2026, 3, 12), new(9, 30), new(11, 0), "支部党员大会", "第一党支部", Guid.CreateVersion7(), "/meetings/1") { Place = "三楼，会议室" };

    [Fact]
    public void A_meeting_has_its_zone_its_times_and_its_sequence()
    {
        var lines = Lines(Meeting);
        Assert.Subset(lines, new HashSet<string> { "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "DTSTART;TZID=Asia/Shanghai:20260312T093000", "DTEND;TZID=Asia/Shanghai:20260312T110000", "SEQUENCE:3", "UID:meeting-1@exemplar", "STATUS:CONFIRMED", "METHOD:PUBLISH", "DTSTAMP:20260310T010000Z" });
        Assert.Contains(@"LOCATION:三楼，会议室", lines);
    }

    [Fact]
    public void A_last_day_is_a_whole_day_and_takes_no_time() =>
        Assert.Subset(Lines(Meeting with { StartsAt = null, EndsAt = null }), new HashSet<string> { "DTSTART;VALUE=DATE:20260312", "DTEND;VALUE=DATE:20260313", "TRANSP:TRANSPARENT" });

    [Fact]
    public void What_was_called_off_is_cancelled_under_the_same_uid() =>
        Assert.Subset(Lines(Meeting with { CalledOff = true, Sequence = 4 }), new HashSet<string> { "STATUS:CANCELLED", "UID:meeting-1@exemplar", "SEQUENCE:4" });

    private static HashSet<string> Lines(CalendarEntry entry) =>
        [.. Icalendar.Write("机关党委", [entry], TestApp.Start).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")];
}

using Exemplar.Agenda.Calendar;

namespace Exemplar.Tests.Agenda.Calendar;

public sealed class ClashesTests
{
    [Theory]
    [InlineData("09:00", "10:30", "10:00", "11:00", true)]
    [InlineData("09:00", "10:00", "10:00", "11:00", false)]   // one ends as the other begins
    [InlineData("09:00", null, "09:30", null, true)]          // an hour when nobody has said more
    [InlineData("09:00", null, "10:00", null, false)]
    [InlineData("14:00", "15:00", "09:00", "18:00", true)]
    [InlineData("23:30", null, "23:50", null, true)]
    [InlineData(null, null, "09:00", "10:00", false)]         // no time, no clash
    public void Meetings_clash_when_their_times_overlap(string? from, string? to, string? otherFrom, string? otherTo, bool clash) =>
        Assert.Equal(clash, Clashes.Overlapping([Meeting(from, to), Meeting(otherFrom, otherTo)]).Any());

    [Fact]
    public void Another_day_a_called_off_meeting_and_a_task_clash_with_nothing()
    {
        var meeting = Meeting("09:00", "10:00");
        Assert.Empty(Clashes.Overlapping([meeting, meeting with { Day = meeting.Day.AddDays(1) }]));
        Assert.Empty(Clashes.Overlapping([meeting, meeting with { CalledOff = true }]));
        Assert.Empty(Clashes.Overlapping([meeting, meeting with { Kind = EntryKind.Task }]));
    }

    private static CalendarEntry Meeting(string? from, string? to) =>
        new("m", 1, EntryKind.Meeting, new(2026, 3, 12), from is null ? null : TimeOnly.Parse(from), to is null ? null : TimeOnly.Parse(to), "党课", "第一党支部", Guid.CreateVersion7(), "/meetings/1");
}

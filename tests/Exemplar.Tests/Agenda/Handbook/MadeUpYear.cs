using Exemplar.Agenda.Handbook;
using Exemplar.Kernel;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Tasks;
using Exemplar.Tests.Meetings.Papers;

namespace Exemplar.Tests.Agenda.Handbook;

/// <summary>The handbook's year of a made-up branch, without a database: as many members and meetings as wanted, every second meeting voted and elected.</summary>
internal static class MadeUpYear
{
    private static readonly Period Year = Period.Of(PeriodKind.Year, new(2026, 1, 1));

    public static HandbookYear Of(int members, int meetings)
    {
        var paper = GivenPaper.Held(members);
        var people = paper.Meeting.Roll.Select(r => new MemberLine(r.PersonId, r.Name, Sex.Female, new(1980, 5, 1), new DateOnly(2009, 7, 1), new DateOnly(2010, 7, 1), MemberStatus.Full, false)).ToList();
        return new(paper.Unit, paper.Organ, "临江市人民政府办公室机关党委", Year, Year.Last, ["第一党小组"],
            [new("", PostKind.Secretary, people[0].PersonId, people[0].Name, new(2025, 3, 1), null, "临机党〔2025〕3号")],
            new(people, [new(new(2026, 5, 6), "2026-05-06", "孙二", "转出", "转到第二党支部")], new(2025, 1, 1)), [],
            [.. people.Select(p => new HoursLine(p.Name, (360, 320), []))],
            new([.. Enumerable.Range(0, meetings).Select(n => Held(members, Year.First.AddDays(n * 360 / Math.Max(1, meetings))))], [], MeetingKinds.Read()));
    }

    private static HeldMeeting Held(int members, DateOnly on)
    {
        var paper = GivenPaper.Held(members);
        var (meeting, matter) = (paper.Meeting, paper.Matters[0]);
        return new(new(meeting.Id, paper.Kind, paper.Kind.Name, on, meeting.StartsAt, meeting.EndsAt, meeting.Place, meeting.Topic, paper.Chair, paper.Recorder, "", 2026, meeting.StudyTenths, false, "", meeting.State, meeting.Roll.Count, members - 2),
            [.. meeting.Roll.Where(r => r.Attendance is not Attendance.Present).Select(r => new AwayLine(meeting.Id, r.Name, r.Attendance, r.Reason))], [.. meeting.Guests.Select(g => g.Name)],
            [.. meeting.Agenda.Select(i => new DecidedItem(i.Id, i.Number, i.Title, i.Discussion, i.Decision, i.Id == matter.ItemId ? [new TaskShare(Guid.CreateVersion7(), "第一党支部", new(2026, 6, 30), AssignmentState.Done)] : [], null))],
            [], paper.Votes, paper.Elections, paper.Matters);
    }
}

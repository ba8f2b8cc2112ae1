using Exemplar.Documents.Official;
using Exemplar.Organization;

namespace Exemplar.Meetings.Papers;

/// <summary>纪要 under a red head (10.3), for bodies that issue documents and only for kinds of which text may be kept.</summary>
internal static class RedMinutes
{
    public static bool MayPrint(MeetingKind kind, UnitKind unit) => kind.KeepsText && (unit is UnitKind.PartyLeadershipGroup or UnitKind.Committee);

    public static OfficialDocument Of(MeetingOnPaper paper)
    {
        var roll = paper.Meeting.Roll.OrderBy(r => r.Position).ToList();
        return new()
        {
            Form = DocumentForm.Minutes,
            Organ = $"{paper.Organ}{paper.Kind.Name}",
            Title = $"{paper.Kind.Name}纪要",
            Body =
            [
                new BodyText($"{paper.Day}，{paper.Chair}主持召开{paper.Kind.Name}{(paper.Meeting.Topic.Length > 0 ? $"，主题为“{paper.Meeting.Topic}”" : "")}。现将议定事项纪要如下。"),
                .. paper.Meeting.Agenda.OrderBy(i => i.Number).SelectMany(i => (Block[])[new BodyHeading(1, i.Title), .. i.Decision.Length > 0 ? [new BodyText(i.Decision)] : (Block[])[new BlankLines(2)]]),
            ],
            Attendance = new(
                [new Attendees(null, [.. roll.Where(r => r.Attendance is Meetings.Attendance.Present).Select(r => r.Name)])],
                roll.Exists(r => r.Attendance is not Meetings.Attendance.Present) ? [new Attendees(null, [.. roll.Where(r => r.Attendance is not Meetings.Attendance.Present).Select(r => r.Name)])] : null,
                paper.Meeting.Guests.Count > 0 ? [new Attendees(null, [.. paper.Meeting.Guests.Select(g => g.Name)])] : null),
        };
    }
}

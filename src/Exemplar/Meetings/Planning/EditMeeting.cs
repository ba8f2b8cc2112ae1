using Exemplar.Meetings.Voting;

namespace Exemplar.Meetings.Planning;

/// <summary>Place, topic and agenda of a meeting change before it is held; the notice follows.</summary>
public sealed class EditMeeting(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "地点"), StringLength(Meeting.LongestPlace)]
        public string? Place { get; set; }

        [Display(Name = "主题"), StringLength(Meeting.LongestTopic)]
        public string? Topic { get; set; }

        [Display(Name = "议程"), StringLength(4000)]
        public string? Agenda { get; set; }
    }

    public Task<PlacedMeeting> Open(Guid id, CancellationToken ct) => db.DemandMeeting(id, kinds, actor, MeetingsCapability.Plan, ct);

    public Task<Result<PlacedMeeting>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<PlacedMeeting>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        var (meeting, kind, _) = found;
        meeting.Guard(form.Version);
        var lines = Lines(meeting, PlanMeeting.Lines(form.Agenda));
        if (kind.KeepsText && await db.RefuseDropping(meeting, lines, ct) is { } tied) return tied;
        if (meeting.Edit(kind, form.Place ?? "", form.Topic ?? "", lines, actor.Act()) is { } refusal) return refusal;
        db.Log(actor.Act(), "meetings.edit", meeting);
        return found;
    }, ct);

    /// <summary>A line that reads as before is the same matter, wherever it stands now: major matters and elections hang on it.</summary>
    private static List<AgendaLine> Lines(Meeting meeting, IReadOnlyList<string> titles)
    {
        var before = meeting.Agenda.OrderBy(i => i.Number).ToList();
        return [.. titles.Select(title =>
        {
            var same = before.Find(i => i.Title == title);
            if (same is not null) before.Remove(same);
            return new AgendaLine(same?.Id ?? Guid.CreateVersion7(), title, "", "");
        })];
    }
}

namespace Exemplar.Meetings.Recording;

/// <summary>The chair and the recorder sign by their own accounts, or somebody notes where the signed paper lies.</summary>
public sealed class SignMeeting(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "纸质记录存档号"), StringLength(Meeting.LongestNumber)]
        public string? ArchiveNumber { get; set; }

        /// <summary>True from the button of the paper, false from that of the screen.</summary>
        public bool OnPaper { get; set; }
    }

    public Task<PlacedMeeting> Open(Guid id, CancellationToken ct) => db.DemandMeeting(id, kinds, actor, MeetingsCapability.Sign, ct);

    public Task<Result<PlacedMeeting>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<PlacedMeeting>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        found.Meeting.Guard(form.Version);
        if (form.OnPaper && !actor.May(MeetingsCapability.Record, found.Unit)) throw new Forbidden(MeetingsCapability.Record);
        var refusal = form.OnPaper ? found.Meeting.SignOnPaper(form.ArchiveNumber ?? "", actor.Act()) : found.Meeting.Sign(actor.Act());
        if (refusal is not null) return refusal;
        db.Log(actor.Act(), MeetingsCapability.Sign, found.Meeting);
        return found;
    }, ct);
}

namespace Exemplar.Meetings.Planning;

/// <summary>A planned meeting does not take place; it stays on the list with the reason.</summary>
public sealed class CallOffMeeting(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "原因"), Required(ErrorMessage = "请写明取消的原因"), StringLength(MeetingStep.LongestText)]
        public string Reason { get; set; } = "";
    }

    public Task<PlacedMeeting> Open(Guid id, CancellationToken ct) => db.DemandMeeting(id, kinds, actor, MeetingsCapability.Plan, ct);

    public Task<Result<PlacedMeeting>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<PlacedMeeting>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        found.Meeting.Guard(form.Version);
        if (found.Meeting.CallOff(form.Reason, actor.Act()) is { } refusal) return refusal;
        db.Log(actor.Act(), "meetings.call-off", found.Meeting);
        return found;
    }, ct);
}

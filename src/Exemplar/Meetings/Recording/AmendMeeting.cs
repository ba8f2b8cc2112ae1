namespace Exemplar.Meetings.Recording;

/// <summary>What was signed, or is frozen, is amended with a reason.</summary>
public sealed class AmendMeeting(AppDb db, Actor actor, MeetingKinds kinds, RecordForms forms)
{
    public async Task<RecordView> Open(Guid id, DateOnly? day, CancellationToken ct) =>
        await forms.Open(await db.DemandMeeting(id, kinds, actor, MeetingsCapability.Record, ct), day, ct);

    public Task<Result<RecordedMeeting>> Handle(Guid id, RecordForm form, CancellationToken ct) => db.Commit<RecordedMeeting>(async (db, ct) =>
    {
        var view = await Open(id, form.HeldOn, ct);
        return await db.Keep(view, form, actor.Act(), "meetings.amend", said => view.Found.Meeting.Amend(view.Found.Kind, said, form.Reason ?? "", actor.Act()), ct);
    }, ct);
}

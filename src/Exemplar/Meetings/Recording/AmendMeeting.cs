namespace Exemplar.Meetings.Recording;

/// <summary>What was signed, or is frozen, is amended with a reason.</summary>
public sealed class AmendMeeting(AppDb db, Actor actor, MeetingKinds kinds, RecordForms forms)
{
    public async Task<RecordView> Open(Guid id, DateOnly? day, CancellationToken ct) => await forms.Open(await Demand(id, ct), day, ct);

    private Task<PlacedMeeting> Demand(Guid id, CancellationToken ct) => db.DemandMeeting(id, kinds, actor, MeetingsCapability.Record, ct);

    public Task<Result<RecordedMeeting>> Handle(Guid id, RecordForm form, CancellationToken ct) => db.Keep(
        async ct => await forms.Open(await Demand(id, ct), form, ct), form, actor.Act(),
        (found, said) => ("meetings.amend", found.Meeting.Amend(found.Kind, said, form.Reason ?? "", actor.Act())), ct);
}

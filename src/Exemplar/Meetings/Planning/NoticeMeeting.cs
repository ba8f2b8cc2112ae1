using Exemplar.Organization;

namespace Exemplar.Meetings.Planning;

/// <summary>The notice in ready words, and the note that it went out.</summary>
public sealed class NoticeMeeting(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        public int Version { get; set; }
    }

    public sealed record View(PlacedMeeting Found, string Text);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var found = await db.DemandMeeting(id, kinds, actor, MeetingsCapability.Plan, ct);
        var due = found.Unit.Kind is UnitKind.PartyGroup ? 0 : (await db.RollOn(found.Kind, found.Unit, found.Meeting.HeldOn, ct)).Count;
        return new(found, NoticeText.Of(found, due));
    }

    public Task<Result<PlacedMeeting>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<PlacedMeeting>(async (db, ct) =>
    {
        var found = await db.DemandMeeting(id, kinds, actor, MeetingsCapability.Plan, ct);
        found.Meeting.Guard(form.Version);
        if (found.Meeting.Notice(actor.Act()) is { } refusal) return refusal;
        db.Log(actor.Act(), "meetings.notice", found.Meeting);
        return found;
    }, ct);
}

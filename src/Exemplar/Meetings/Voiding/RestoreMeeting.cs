using Exemplar.Rules.Standings;

namespace Exemplar.Meetings.Voiding;

/// <summary>A voided meeting counts again, as it was recorded.</summary>
public sealed class RestoreMeeting(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "原因"), Required(ErrorMessage = "请写明恢复的原因"), StringLength(MeetingStep.LongestText)]
        public string Reason { get; set; } = "";

        [Display(Name = "同一天确实有两次")]
        public bool SameDayToo { get; set; }
    }

    public Task<PlacedMeeting> Open(Guid id, CancellationToken ct) => db.DemandVoiding(id, kinds, actor, ct);

    public Task<Result<(PlacedMeeting Found, StandingChanges Changes)>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<(PlacedMeeting, StandingChanges)>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        found.Meeting.Guard(form.Version);
        if (found.Meeting.State is MeetingState.Voided && await db.AskSameDay(nameof(Form.SameDayToo), id, found.Kind, found.Unit.Id, found.Meeting.HeldOn, form.SameDayToo, ct) is { } asked) return asked;
        if (found.Meeting.Restore(form.Reason, actor.Act()) is { } refusal) return refusal;
        db.Log(actor.Act(), "meetings.restore", found.Meeting);
        return (found, await db.StateFacts(id, MeetingFacts.Of(found.Meeting, found.Kind), ct));
    }, ct);
}

using Exemplar.Rules.Standings;

namespace Exemplar.Meetings.Voiding;

/// <summary>A meeting that was recorded by mistake counts no more, with the reason; its record stays.</summary>
public sealed class VoidMeeting(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "原因"), Required(ErrorMessage = "请写明作废的原因"), StringLength(MeetingStep.LongestText)]
        public string Reason { get; set; } = "";
    }

    /// <param name="RestingOn">Why it cannot be voided now; empty when it can.</param>
    public sealed record View(PlacedMeeting Found, IReadOnlyList<string> RestingOn);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var found = await db.DemandVoiding(id, kinds, actor, ct);
        return new(found, await db.RestingOn(found.Meeting, ct));
    }

    /// <returns>The meeting, and what it no longer counts for.</returns>
    public Task<Result<(PlacedMeeting Found, StandingChanges Changes)>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<(PlacedMeeting, StandingChanges)>(async (db, ct) =>
    {
        var (found, resting) = await Open(id, ct);
        found.Meeting.Guard(form.Version);
        if (resting.Count > 0) return new Refusal($"不能作废，还有这些以这次会为依据：{string.Join('；', resting)}");
        if (found.Meeting.Void(form.Reason, actor.Act()) is { } refusal) return refusal;
        db.Log(actor.Act(), "meetings.void", found.Meeting);
        return (found, await db.StateFacts(id, [], ct));
    }, ct);
}

using Exemplar.Meetings.Voting;

namespace Exemplar.Meetings.Elections;

/// <summary>Takes back an election that was prepared or counted wrongly; it stays on record with the reason.</summary>
public sealed class WithdrawElection(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        [Display(Name = "撤销的原因"), Required(ErrorMessage = "请写明原因"), StringLength(MeetingStep.LongestText)]
        public string Reason { get; set; } = "";
    }

    public async Task<(Election Election, PlacedMeeting Placed)> Open(Guid id, CancellationToken ct)
    {
        var election = await db.FindElection(id, ct);
        return (election, await db.DemandMeeting(election.MeetingId, kinds, actor, MeetingsCapability.Record, ct));
    }

    public Task<Result<Election>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<Election>(async (db, ct) =>
    {
        var (election, placed) = await Open(id, ct);
        if (placed.Meeting.State is MeetingState.Locked) return Vote.RefuseMeeting(placed.Meeting)!;
        if (election.Withdraw(actor.Act(), form.Reason) is { } refusal) return refusal;
        db.Log(actor.Act(), "meetings.election.withdraw", election);
        await db.StateElection(election, placed.Meeting, ct);
        return election;
    }, ct);
}

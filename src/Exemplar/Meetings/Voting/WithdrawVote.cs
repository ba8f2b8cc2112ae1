namespace Exemplar.Meetings.Voting;

/// <summary>Takes back a vote that was typed wrongly; it stays on record with the reason, and the right one is recorded anew.</summary>
public sealed class WithdrawVote(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        [Display(Name = "撤销的原因"), Required(ErrorMessage = "请写明原因"), StringLength(MeetingStep.LongestText)]
        public string Reason { get; set; } = "";
    }

    public async Task<(Vote Vote, PlacedMeeting Placed)> Open(Guid id, CancellationToken ct)
    {
        var vote = await db.Votes.FindOrThrow(id, ct);
        return (vote, await db.DemandMeeting(vote.MeetingId, kinds, actor, MeetingsCapability.Record, ct));
    }

    public Task<Result<Vote>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<Vote>(async (db, ct) =>
    {
        var (vote, placed) = await Open(id, ct);
        if ((Vote.RefuseMeeting(placed.Meeting) ?? vote.Withdraw(actor.Act(), form.Reason)) is { } refusal) return refusal;
        db.Log(actor.Act(), "meetings.vote.withdraw", vote);
        await db.StateFacts(vote.Id, vote.Facts(placed.Meeting), ct);
        return vote;
    }, ct);
}

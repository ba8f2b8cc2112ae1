using Exemplar.Meetings.History;
using Exemplar.Platform.Log.Proofs;

namespace Exemplar.Meetings;

/// <summary>
/// That what stands on a meeting's page is what was entered. Whoever may read the meeting sees it; the file, in which reasons of
/// absence stand as well, is for those who keep the records.
/// </summary>
public sealed class MeetingProof(AppDb db, Actor actor, MeetingKinds kinds, ProveRecord prove)
{
    public async Task<RecordProof> Show(Guid id, string permission, CancellationToken ct)
    {
        var found = await db.DemandMeeting(id, kinds, actor, permission, ct);
        return new($"{found.Unit.Name} {found.Name}", $"/meetings/{id}", await prove.Look<Meeting>(id, ct, StagesOfMeeting.Kinds), await prove.Prove<Meeting>(id, ct), actor.May(MeetingsCapability.Record, found.Unit));
    }
}

using Exemplar.Meetings.Voting;
using Exemplar.Tasks;

namespace Exemplar.Meetings.Voiding;

internal static class VoidingScope
{
    /// <summary>Whoever may record it; once it was signed, who may void what is signed.</summary>
    public static async Task<PlacedMeeting> DemandVoiding(this AppDb db, Guid id, MeetingKinds kinds, Actor actor, CancellationToken ct)
    {
        var found = await db.DemandMeeting(id, kinds, actor, MeetingsCapability.Record, ct);
        return actor.MayVoid(found) ? found : throw new Forbidden(MeetingsCapability.VoidSigned);
    }

    public static bool MayVoid(this Actor actor, PlacedMeeting found) =>
        actor.May(MeetingsCapability.Record, found.Unit) && (!found.Meeting.WasSigned || actor.May(MeetingsCapability.VoidSigned, found.Unit));

    /// <returns>What would lose its ground without the meeting: 任务“整改食堂”正在办理, 表决“接收预备党员：李明”, 选举书记, 重大事项“预算”.</returns>
    public static async Task<List<string>> RestingOn(this AppDb db, Meeting meeting, CancellationToken ct)
    {
        var tasks = meeting.Agenda.Select(i => i.TaskId).OfType<Guid>().ToList();
        var open = await db.Tasks.Where(t => tasks.Contains(t.Id) && db.Assignments.Any(a => a.TaskId == t.Id && a.State != AssignmentState.Done)).OrderBy(t => t.Id).Select(t => t.Title).ToListAsync(ct);
        var votes = await db.StandingVotes().AsNoTracking().Where(v => v.MeetingId == meeting.Id).OrderBy(v => v.EnteredAt).ToListAsync(ct);
        var elections = await db.Elections.Where(e => e.MeetingId == meeting.Id && e.WithdrawnAt == null).OrderBy(e => e.Id).Select(e => e.Post).ToListAsync(ct);
        var matters = await db.MajorMatters.Where(m => m.MeetingId == meeting.Id).OrderBy(m => m.EnteredAt).Select(m => m.Title).ToListAsync(ct);
        var titles = votes.Count > 0 ? await db.TitlesOf(meeting, ct) : [];
        return
        [
            .. open.Select(t => $"任务“{t}”正在办理"),
            .. votes.Select(v => $"表决“{v.About(titles)}”"),
            .. elections.Distinct().Select(p => $"选举{p}"),
            .. matters.Select(m => $"重大事项“{m}”"),
        ];
    }
}

using Exemplar.Tasks;

namespace Exemplar.Meetings.Decisions;

/// <summary>A decision of an earlier meeting that nobody has found done yet.</summary>
/// <param name="HasTask">It became a task that is not accepted yet.</param>
public sealed record OpenDecision(Guid ItemId, DateOnly HeldOn, string Title, string Decision, bool HasTask);

public static class OpenDecisions
{
    private const int DaysBack = 366;

    /// <summary>上次议定事项: open decisions of the unit's meetings of the same kind in the year before <paramref name="day"/>; what this meeting itself found done stays on the list.</summary>
    public static Task<List<OpenDecision>> Before(this AppDb db, Meeting meeting, DateOnly day, CancellationToken ct)
    {
        var since = day.AddDays(-DaysBack);
        var earlier = db.Meetings.Where(m => m.UnitId == meeting.UnitId && m.Kind == meeting.Kind && m.Id != meeting.Id && m.HeldOn >= since && m.HeldOn <= day
            && (m.State == MeetingState.Held || m.State == MeetingState.Locked));
        return db.MeetingAgenda.Where(i => i.Decision != "")
            .Where(i => !db.DecisionReviews.Any(r => r.ItemId == i.Id && r.IsDone && r.MeetingId != meeting.Id && db.Meetings.Any(m => m.Id == r.MeetingId && m.State != MeetingState.Voided)))
            .Where(i => i.TaskId == null || db.Assignments.Any(a => a.TaskId == i.TaskId && a.State != AssignmentState.Done))
            .Join(earlier, i => i.MeetingId, m => m.Id, (i, m) => new { i, m.HeldOn })
            .OrderBy(x => x.HeldOn).ThenBy(x => x.i.MeetingId).ThenBy(x => x.i.Number)
            .Select(x => new OpenDecision(x.i.Id, x.HeldOn, x.i.Title, x.i.Decision, x.i.TaskId != null)).ToListAsync(ct);
    }
}

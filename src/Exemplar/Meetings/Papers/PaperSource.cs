using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Voting;
using Exemplar.Organization;

namespace Exemplar.Meetings.Papers;

internal static class PaperSource
{
    /// <summary>The body with the office that it belongs to, as it signs.</summary>
    public static async Task<string> OrganOfBody(this AppDb db, Unit unit, CancellationToken ct)
    {
        var office = await db.Units.AsNoTracking().Where(u => u.Kind == UnitKind.Office && unit.Path.StartsWith(u.Path) && u.Id != unit.Id).OrderByDescending(u => u.Path.Length).Select(u => u.Name).FirstOrDefaultAsync(ct);
        return office is not null && unit.Name.StartsWith(office, StringComparison.Ordinal) ? unit.Name : $"{office}{unit.Name}";
    }

    public static async Task<MeetingOnPaper> PutOnPaper(this AppDb db, PlacedMeeting placed, Actor actor, CancellationToken ct)
    {
        var (meeting, kind, unit) = (placed.Meeting, placed.Kind, placed.Unit);
        var votes = await db.StandingVotes().AsNoTracking().Where(v => v.MeetingId == meeting.Id).OrderBy(v => v.EnteredAt).ToListAsync(ct);
        var elections = await db.Elections.AsNoTracking().Include(e => e.Candidates).Include(e => e.Tellers).Include(e => e.NotCounted).AsSplitQuery()
            .Where(e => e.MeetingId == meeting.Id && e.WithdrawnAt == null && e.CountedAt != null).OrderBy(e => e.CountedAt).ToListAsync(ct);
        var matters = await db.MajorMatters.AsNoTracking().Include(m => m.Consultations).Where(m => m.MeetingId == meeting.Id).OrderBy(m => m.EnteredAt).ToListAsync(ct);
        var names = await db.People.Where(p => p.Id == meeting.ChairId || p.Id == meeting.RecorderId).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return new(meeting, kind, unit, await db.OrganOfBody(unit, ct), NameOf(meeting.ChairId), NameOf(meeting.RecorderId),
            meeting.Roll.Count > 0 ? [.. meeting.Roll.OrderBy(r => r.Position).Select(r => r.Name)] : [.. (await db.RollOn(kind, unit, meeting.HeldOn, ct)).Select(r => r.Name)], votes, elections, await db.DecidedTasks(meeting, ct), matters, actor.May(MeetingsCapability.Record, unit));

        string NameOf(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "") : "";
    }

    private static async Task<List<DecidedTask>> DecidedTasks(this AppDb db, Meeting meeting, CancellationToken ct)
    {
        var items = meeting.Agenda.Where(i => i.TaskId is not null).OrderBy(i => i.Number).ToList();
        var ids = items.ConvertAll(i => i.TaskId!.Value);
        var tasks = await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.DueOn }).ToDictionaryAsync(t => t.Id, ct);
        var owners = (await db.Assignments.AsNoTracking().Where(a => ids.Contains(a.TaskId)).Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a.TaskId, u.Name, u.Order }).ToListAsync(ct)).ToLookup(o => o.TaskId);
        return [.. items.Select(i => tasks[i.TaskId!.Value]).Zip(items, (t, i) => new DecidedTask(i.Id, string.Join('、', owners[t.Id].OrderBy(o => o.Order, StringComparer.Ordinal).Select(o => o.Name)), t.DueOn))];
    }
}

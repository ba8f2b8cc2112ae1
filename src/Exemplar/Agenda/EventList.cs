using Exemplar.Campaigns;
using Exemplar.Organization;
using Exemplar.Tasks;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Agenda;

/// <summary>
/// What others did that concerns the reader, newest first: derived from the records, so nothing is sent twice and nothing is
/// marked as seen. Whoever answers for a unit finds what came to it; whoever issued finds what came back; leaders find what is red.
/// </summary>
public sealed class EventList(AppDb db, Actor actor)
{
    public const int PageSize = 40;
    private static readonly StepKind[] ToUnits = [StepKind.Issued, StepKind.Returned, StepKind.Accepted, StepKind.ExtensionGranted, StepKind.ExtensionRefused, StepKind.Reopened, StepKind.HandedOver, StepKind.Rescheduled];
    private static readonly StepKind[] ToIssuers = [StepKind.Finished, StepKind.ExtensionAsked];

    public sealed record Event(Guid Id, Guid AssignmentId, DateTimeOffset At, string What, string Title, string Unit, string Text, Colour? Colour);

    public sealed record View(IReadOnlyList<Event> Events, long? Next);

    /// <param name="before">Unix milliseconds: only what happened before; null for the newest.</param>
    public async Task<View> Show(long? before, CancellationToken ct)
    {
        var until = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(before ?? long.MaxValue, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
        var events = (await Steps(until, ct)).Concat(await Slips(until, ct)).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToList();
        if (events.Count <= PageSize) return new(events, null);

        // A page ends between two instants, so that the next one can begin there.
        var last = events[PageSize].At;
        var page = events.TakeWhile(e => e.At > last).ToList();
        if (page.Count == 0) page = [.. events.TakeWhile(e => e.At == last)];
        return new(page, page[^1].At.ToUnixTimeMilliseconds());
    }

    private async Task<List<Event>> Steps(DateTimeOffset until, CancellationToken ct)
    {
        var answering = db.Units.Where(actor, TasksCapability.Report).Select(u => u.Id);
        var issuing = db.Units.Where(actor, TasksCapability.Accept).Select(u => u.Id);
        var steps = await db.AssignmentSteps.Where(s => s.At < until && (s.PersonId == null || s.PersonId != actor.PersonId))
            .Join(db.Assignments, s => s.AssignmentId, a => a.Id, (s, a) => new { s, a }).Join(db.Tasks, x => x.a.TaskId, t => t.Id, (x, t) => new { x.s, x.a, t })
            .Where(x => (ToUnits.Contains(x.s.Kind) && answering.Contains(x.a.UnitId)) || (ToIssuers.Contains(x.s.Kind) && issuing.Contains(x.t.IssuerId)))
            .Join(db.Units, x => x.a.UnitId, u => u.Id, (x, u) => new { x.s.Id, x.s.AssignmentId, x.s.At, x.s.Kind, x.s.Text, x.s.Date, x.t.Title, u.Name })
            .OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(2 * PageSize).ToListAsync(ct);
        return steps.ConvertAll(x => new Event(x.Id, x.AssignmentId, x.At, x.Kind.Name() + (x.Date is { } date ? $"到 {date.InWords()}" : ""), x.Title, x.Name, x.Text, null));
    }

    private async Task<List<Event>> Slips(DateTimeOffset until, CancellationToken ct)
    {
        var answering = db.Units.Where(actor, TasksCapability.Report).Select(u => u.Id);
        var leading = db.Units.Where(actor, CampaignsCapability.Supervise).Select(u => u.Id);
        return await db.SupervisionSlips.Where(s => s.At < until)
            .Join(db.Assignments, s => s.AssignmentId, a => a.Id, (s, a) => new { s, a }).Join(db.Tasks, x => x.a.TaskId, t => t.Id, (x, t) => new { x.s, x.a, t })
            .Where(x => answering.Contains(x.a.UnitId) || (x.s.TellsSuperior && leading.Contains(x.t.IssuerId)))
            .Join(db.Units, x => x.a.UnitId, u => u.Id, (x, u) => new { x.s, x.t, u })
            .OrderByDescending(x => x.s.At).ThenByDescending(x => x.s.Id).Take(2 * PageSize)
            .Select(x => new Event(x.s.Id, x.s.AssignmentId, x.s.At, x.s.Name, x.t.Title, x.u.Name, "", x.s.Colour)).ToListAsync(ct);
    }
}

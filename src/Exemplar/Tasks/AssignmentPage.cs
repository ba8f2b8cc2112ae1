using Exemplar.Organization;
using Exemplar.Platform.Files;
using Exemplar.Platform.Log.Proofs;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Tasks;

/// <summary>One unit's share of a task: what is asked, what happened, and what may be done next.</summary>
public sealed class AssignmentPage(AppDb db, Actor actor, TimeProvider clock, WorkingCalendar calendar, ProveRecord prove)
{
    /// <param name="Unit">The department or branch that the person belonged to on that day; empty for an account that belongs to nobody.</param>
    public sealed record Step(StepKind Kind, DateTimeOffset At, string By, string Unit, string Text, DateOnly? Date, Guid? FileId, string? FileName);

    public sealed record Share(Guid Id, string Unit, bool Leads, AssignmentState State);

    /// <summary>The next share that waits for the same hands, and how many wait in all.</summary>
    public sealed record Waiting(Guid Id, string Title, string Unit, int Count);

    /// <param name="Original">Against the date given at issue; null when the date was never moved.</param>
    public sealed record View(PlacedAssignment Found, Due Due, Due? Original, IReadOnlyList<Step> Steps, IReadOnlyList<Share> Others, IReadOnlyList<SupervisionSlip> Slips,
        bool MayReceive, bool MayReport, bool MayAskTime, bool MayJudge, bool MayGiveTime, bool MayReopen, Waiting? Next, ProveRecord.History? History);

    public async Task<View> Show(Guid id, CancellationToken ct)
    {
        var found = await db.FindAssignment(id, actor, ct);
        var assignment = found.Assignment;

        var steps = await StepsOf(id, ct);
        var others = await db.VisibleAssignments(actor).Where(a => a.TaskId == found.Task.Id && a.Id != id)
            .Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a, u })
            .OrderByDescending(x => x.a.Leads).ThenBy(x => x.u.Order)
            .Select(x => new Share(x.a.Id, x.u.Name, x.a.Leads, x.a.State))
            .ToListAsync(ct);

        var reports = assignment.State is AssignmentState.Issued or AssignmentState.InProgress or AssignmentState.Returned && actor.May(TasksCapability.Report, found.Unit);
        var judges = actor.May(TasksCapability.Accept, found.Issuer);
        var today = clock.Today();
        var slips = await db.SupervisionSlips.AsNoTracking().Where(s => s.AssignmentId == id).OrderBy(s => s.At).ThenBy(s => s.Level).ToListAsync(ct);
        return new(found, Due.Of(assignment, today, calendar),
            found.Task.DueOn == assignment.DueOn ? null : Due.Of(found.Task.DueOn, assignment.FinishedAt, today, calendar), steps, others, slips,
            MayReceive: reports && assignment.State is AssignmentState.Issued,
            MayReport: reports,
            MayAskTime: reports && assignment.AskedDueOn is null && assignment.DueOn >= today,
            MayJudge: judges && assignment.State is AssignmentState.Submitted,
            MayGiveTime: assignment.AskedDueOn is not null && actor.May(TasksCapability.Extend, found.Issuer),
            MayReopen: judges && assignment.State is AssignmentState.Done,
            Next: judges && assignment.State is AssignmentState.Done or AssignmentState.Returned ? await NextToJudge(ct) : null,
            History: await prove.Look<Assignment>(id, ct));
    }

    private async Task<List<Step>> StepsOf(Guid id, CancellationToken ct)
    {
        var steps = await db.AssignmentSteps.AsNoTracking().Where(s => s.AssignmentId == id)
            .OrderBy(s => s.At).ThenBy(s => s.Id)
            .Select(s => new
            {
                Step = s,
                Person = db.People.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault(),
                Account = db.Users.Where(a => a.Id == s.AccountId).Select(a => a.DisplayName).FirstOrDefault(),
                File = db.Files.Where(f => f.Id == s.FileId).Select(f => f.Name).FirstOrDefault(),
            }).ToListAsync(ct);
        var people = steps.Select(s => s.Step.PersonId).Distinct().ToList();
        var places = (await db.Memberships.Where(m => people.Contains(m.PersonId))
            .Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { m.PersonId, m.From, m.To, u.Kind, u.Name }).ToListAsync(ct)).ToLookup(m => m.PersonId);
        return steps.ConvertAll(s => new Step(s.Step.Kind, s.Step.At, s.Person ?? s.Account ?? "", UnitThen(s.Step), s.Step.Text, s.Step.Date, s.Step.FileId, s.File));

        string UnitThen(AssignmentStep step)
        {
            var day = DateOnly.FromDateTime(step.At.InOffice().Date);
            return places[step.PersonId ?? default].Where(m => m.From <= day && (m.To is null || day <= m.To))
                .OrderByDescending(m => m.Kind is UnitKind.Department).Select(m => m.Name).FirstOrDefault("");
        }
    }

    private async Task<Waiting?> NextToJudge(CancellationToken ct)
    {
        var judging = db.Units.Where(actor, TasksCapability.Accept).Select(u => u.Id);
        var waiting = db.Assignments.Where(a => a.State == AssignmentState.Submitted && db.Tasks.Any(t => t.Id == a.TaskId && judging.Contains(t.IssuerId)));
        var count = await waiting.CountAsync(ct);
        return await waiting.OrderBy(a => a.SortsOn).ThenBy(a => a.Id)
            .Join(db.Tasks, a => a.TaskId, t => t.Id, (a, t) => new { a, t.Title })
            .Join(db.Units, x => x.a.UnitId, u => u.Id, (x, u) => new Waiting(x.a.Id, x.Title, u.Name, count)).FirstOrDefaultAsync(ct);
    }

    /// <summary>A file of one of its steps; throws <see cref="NotFound"/> for any other.</summary>
    public async Task<StoredFile> FindFile(Guid id, Guid fileId, CancellationToken ct)
    {
        await db.FindAssignment(id, actor, ct);
        return await db.Set<StoredFile>().Where(f => db.AssignmentSteps.Any(s => s.AssignmentId == id && s.FileId == f.Id)).FindOrThrow(fileId, ct);
    }
}

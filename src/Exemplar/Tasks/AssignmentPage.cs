using Exemplar.Platform.Files;

namespace Exemplar.Tasks;

/// <summary>One unit's share of a task: what is asked, what happened, and what may be done next.</summary>
public sealed class AssignmentPage(AppDb db, Actor actor, TimeProvider clock, WorkingCalendar calendar)
{
    public sealed record Step(StepKind Kind, DateTimeOffset At, string By, string Text, Guid? FileId, string? FileName);

    public sealed record Share(Guid Id, string Unit, bool Leads, AssignmentState State);

    public sealed record View(PlacedAssignment Found, Due Due, IReadOnlyList<Step> Steps, IReadOnlyList<Share> Others,
        bool MayReceive, bool MayReport, bool MayJudge);

    public async Task<View> Show(Guid id, CancellationToken ct)
    {
        var found = await db.FindAssignment(id, actor, ct);
        var assignment = found.Assignment;

        var steps = await db.AssignmentSteps.AsNoTracking().Where(s => s.AssignmentId == id)
            .OrderBy(s => s.At).ThenBy(s => s.Id)
            .Select(s => new Step(s.Kind, s.At,
                db.People.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.Users.Where(a => a.Id == s.AccountId).Select(a => a.DisplayName).FirstOrDefault() ?? "",
                s.Text, s.FileId, db.Set<StoredFile>().Where(f => f.Id == s.FileId).Select(f => f.Name).FirstOrDefault()))
            .ToListAsync(ct);
        var others = await db.VisibleAssignments(actor).Where(a => a.TaskId == found.Task.Id && a.Id != id)
            .Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a, u })
            .OrderByDescending(x => x.a.Leads).ThenBy(x => x.u.Order)
            .Select(x => new Share(x.a.Id, x.u.Name, x.a.Leads, x.a.State))
            .ToListAsync(ct);

        var reports = assignment.State is AssignmentState.Issued or AssignmentState.InProgress or AssignmentState.Returned && actor.May(TasksCapability.Report, found.Unit);
        return new(found, Due.Of(assignment, clock.Today(), calendar), steps, others,
            MayReceive: reports && assignment.State is AssignmentState.Issued,
            MayReport: reports,
            MayJudge: assignment.State is AssignmentState.Submitted && actor.May(TasksCapability.Accept, found.Issuer));
    }

    /// <summary>A file of one of its steps; throws <see cref="NotFound"/> for any other.</summary>
    public async Task<StoredFile> FindFile(Guid id, Guid fileId, CancellationToken ct)
    {
        await db.FindAssignment(id, actor, ct);
        return await db.Set<StoredFile>().Where(f => db.AssignmentSteps.Any(s => s.AssignmentId == id && s.FileId == f.Id)).FindOrThrow(fileId, ct);
    }
}

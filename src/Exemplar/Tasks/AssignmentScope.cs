using Exemplar.Organization;

namespace Exemplar.Tasks;

/// <summary>An assignment with the places that its gates ask for.</summary>
public sealed record PlacedAssignment(Assignment Assignment, WorkTask Task, Unit Unit, Unit Issuer);

public static class AssignmentScope
{
    /// <summary>What the actor may see: assignments of their units, and those that their units have issued.</summary>
    public static IQueryable<Assignment> VisibleAssignments(this AppDb db, Actor actor)
    {
        var units = db.Units.Where(actor, TasksCapability.View).Select(u => u.Id);
        return db.Assignments.Where(a => units.Contains(a.UnitId) || db.Tasks.Any(t => t.Id == a.TaskId && units.Contains(t.IssuerId)));
    }

    /// <summary>Past its date and not reported done.</summary>
    public static IQueryable<Assignment> Late(this IQueryable<Assignment> assignments, DateOnly today) => assignments.Where(a => a.FinishedAt == null && a.SortsOn < today);

    /// <summary>The assignment with its steps, tracked; throws <see cref="NotFound"/> when the actor may not see it.</summary>
    public static async Task<PlacedAssignment> FindAssignment(this AppDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var assignment = await db.Assignments.Include(a => a.Steps).FindOrThrow(id, ct);
        var task = await db.Tasks.FindOrThrow(assignment.TaskId, ct);
        var found = new PlacedAssignment(assignment, task, await db.Units.FindOrThrow(assignment.UnitId, ct), await db.Units.FindOrThrow(task.IssuerId, ct));
        return actor.May(TasksCapability.View, found.Unit) || actor.May(TasksCapability.View, found.Issuer) ? found : throw new NotFound(nameof(Assignment));
    }

    /// <summary>403 when it may be seen but not answered for this unit.</summary>
    public static async Task<PlacedAssignment> DemandReport(this AppDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var found = await db.FindAssignment(id, actor, ct);
        return actor.May(TasksCapability.Report, found.Unit) ? found : throw new Forbidden(TasksCapability.Report);
    }

    /// <summary>403 when it may be seen but not judged for the unit that issued it.</summary>
    public static async Task<PlacedAssignment> DemandAccept(this AppDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var found = await db.FindAssignment(id, actor, ct);
        return actor.May(TasksCapability.Accept, found.Issuer) ? found : throw new Forbidden(TasksCapability.Accept);
    }

    public static void Guard(this Assignment assignment, int version)
    {
        if (assignment.Version != version) throw new Stale(nameof(Assignment));
    }
}

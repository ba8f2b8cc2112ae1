using Exemplar.Organization;
using Exemplar.Tasks;

namespace Exemplar.Agenda;

/// <summary>What waits for somebody's hands: one meaning for the workbench and for the digest.</summary>
public static class Waiting
{
    /// <summary>Shares that the actor's units owe.</summary>
    public static IQueryable<Assignment> SharesToReport(this AppDb db, Actor actor)
    {
        var reporting = db.Units.Where(actor, TasksCapability.Report).Select(u => u.Id);
        return db.Assignments.Where(a => reporting.Contains(a.UnitId) && (a.State == AssignmentState.Issued || a.State == AssignmentState.InProgress || a.State == AssignmentState.Returned));
    }

    /// <summary>Shares that were reported done to units for which the actor accepts.</summary>
    public static IQueryable<Assignment> SharesToJudge(this AppDb db, Actor actor)
    {
        var judging = db.Units.Where(actor, TasksCapability.Accept).Select(u => u.Id);
        return db.Assignments.Where(a => a.State == AssignmentState.Submitted && db.Tasks.Any(t => t.Id == a.TaskId && judging.Contains(t.IssuerId)));
    }

    /// <summary>Shares for which more time was asked of units for which the actor decides.</summary>
    public static IQueryable<Assignment> SharesAskingTime(this AppDb db, Actor actor)
    {
        var deciding = db.Units.Where(actor, TasksCapability.Extend).Select(u => u.Id);
        return db.Assignments.Where(a => a.AskedDueOn != null && db.Tasks.Any(t => t.Id == a.TaskId && deciding.Contains(t.IssuerId)));
    }
}

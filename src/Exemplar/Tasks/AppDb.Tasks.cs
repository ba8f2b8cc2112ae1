using Exemplar.Organization;
using Exemplar.Tasks;
using Exemplar.Tasks.Series;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<WorkTask> Tasks => Set<WorkTask>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<AssignmentStep> AssignmentSteps => Set<AssignmentStep>();
    public DbSet<TaskSeries> TaskSeries => Set<TaskSeries>();
    public DbSet<SupervisionSlip> SupervisionSlips => Set<SupervisionSlip>();

    /// <summary>How many tasks a unit still owes: Organization counts them without knowing what a task is.</summary>
    internal Task<int> OpenShares(Guid unit, CancellationToken ct) => Assignments.CountAsync(a => a.UnitId == unit && a.State != AssignmentState.Done, ct);

    /// <summary>How many tasks both units still owe.</summary>
    internal Task<int> SharesOfBoth(Guid one, Guid other, CancellationToken ct) =>
        Assignments.CountAsync(a => a.UnitId == one && a.State != AssignmentState.Done && Assignments.Any(b => b.TaskId == a.TaskId && b.UnitId == other), ct);

    /// <summary>Inside a commit: what a unit still owes, has given out or would get again is another's from now on. What is done stays with its history.</summary>
    internal async Task HandOverTasks(Act act, Unit from, Unit to, CancellationToken ct)
    {
        foreach (var share in await Assignments.Include(a => a.Steps).Where(a => a.UnitId == from.Id && a.State != AssignmentState.Done).ToListAsync(ct))
        {
            share.HandOver(from, to, act);
            Log(act, TasksCapability.Report, share);
        }
        foreach (var task in await Tasks.Where(t => t.IssuerId == from.Id && t.Assignments.Any(a => a.State != AssignmentState.Done)).ToListAsync(ct))
        {
            task.IssuerId = to.Id;
            Log(act, TasksCapability.Accept, task);
        }
        foreach (var series in await TaskSeries.Where(s => s.IssuerId == from.Id || s.OwnerIds.Contains(from.Id) || s.CoOwnerIds.Contains(from.Id)).ToListAsync(ct))
        {
            series.HandOver(from.Id, to.Id);
            Log(act, TasksCapability.Accept, series);
        }
    }
}

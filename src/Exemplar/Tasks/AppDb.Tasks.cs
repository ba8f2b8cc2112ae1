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
}

using Exemplar.Tasks;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<WorkTask> Tasks => Set<WorkTask>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<AssignmentStep> AssignmentSteps => Set<AssignmentStep>();
}

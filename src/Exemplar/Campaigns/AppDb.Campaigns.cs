using Exemplar.Campaigns;
using Exemplar.Campaigns.Supervision;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<PlanDocument> PlanDocuments => Set<PlanDocument>();
    public DbSet<ProposedItem> ProposedItems => Set<ProposedItem>();
    public DbSet<ReviewStep> ReviewSteps => Set<ReviewStep>();
    public DbSet<SheetView> SheetViews => Set<SheetView>();

    /// <summary>What the stages of tasks are called: Tasks names them without knowing what a stage is.</summary>
    internal Task<Dictionary<Guid, string>> StageNames(IQueryable<Guid?> stages, CancellationToken ct) =>
        Set<Stage>().Where(s => stages.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
}

using Exemplar.Campaigns;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<PlanDocument> PlanDocuments => Set<PlanDocument>();
    public DbSet<ProposedItem> ProposedItems => Set<ProposedItem>();
}

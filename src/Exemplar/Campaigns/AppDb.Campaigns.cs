using Exemplar.Campaigns;
using Exemplar.Campaigns.Supervision;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<PlanDocument> PlanDocuments => Set<PlanDocument>();
    public DbSet<ProposedItem> ProposedItems => Set<ProposedItem>();
    public DbSet<SheetView> SheetViews => Set<SheetView>();
}

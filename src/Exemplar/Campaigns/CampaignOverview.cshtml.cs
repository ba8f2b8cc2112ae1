using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.View)]
public sealed class CampaignOverviewPage(CampaignOverview overview) : SlicePage
{
    [FromRoute] public Guid Id { get; set; }
    public CampaignOverview.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await overview.Show(Id, ct);

    public void OnGet() { }
}

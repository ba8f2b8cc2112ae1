using Exemplar.Platform.Web;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.View)]
public sealed class CampaignListPage(CampaignList list) : SlicePage
{
    public CampaignList.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await list.Show(ct);

    public void OnGet() { }
}

using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns.Versions;

[Needs(CampaignsCapability.Review)]
public sealed class VersionComparisonPage(VersionComparison comparison) : SlicePage
{
    [FromRoute] public Guid DocumentId { get; set; }
    public VersionComparison.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await comparison.Show(DocumentId, ct);

    public void OnGet() { }
}

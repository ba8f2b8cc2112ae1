using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class PlanReviewPage(PlanReview review) : SlicePage
{
    [FromRoute] public Guid DocumentId { get; set; }
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;
    public PlanReview.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await review.Show(DocumentId, PageNumber, ct);

    public void OnGet() { }
}

using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class PlanReviewPage(PlanReview review) : SlicePage
{
    [FromRoute] public Guid DocumentId { get; set; }
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;
    /// <summary>The card that the reader comes back to.</summary>
    [TempData] public string? At { get; set; }
    public PlanReview.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await review.Show(DocumentId, PageNumber, ct);

    public void OnGet() { }
}

internal static class ReviewPlace
{
    /// <summary>Leads to a card. A page that htmx swaps in never learns what stood after the #, so the next page is told it as well.</summary>
    public static string PointAt(this PageModel page, string address)
    {
        page.TempData[nameof(PlanReviewPage.At)] = address[(address.IndexOf('#') + 1)..];
        return address;
    }
}

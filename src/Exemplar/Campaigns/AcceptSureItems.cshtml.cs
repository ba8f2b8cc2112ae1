using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class AcceptSureItemsPage(AcceptSureItems accept) : FormPage<AcceptSureItems.Form>
{
    [FromRoute] public Guid DocumentId { get; set; }

    protected override Task Open(CancellationToken ct) => accept.Open(DocumentId, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => accept.Handle(DocumentId, ct), count => Saved($"/plans/{DocumentId}", $"已采纳 {count} 条。下达之前都可以改回。"));
}

using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns.Versions;

[Needs(CampaignsCapability.Review)]
public sealed class SetAsideSamePage(SetAsideSame set) : FormPage<SetAsideSame.Form>
{
    [FromRoute] public Guid DocumentId { get; set; }

    protected override Task Open(CancellationToken ct) => set.Open(DocumentId, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => set.Handle(DocumentId, ct), count => Saved($"/plans/{DocumentId}/changes", $"相同的 {count} 条不另行下达，已下达的照旧。"));
}

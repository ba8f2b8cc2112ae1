using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns.Versions;

[Needs(CampaignsCapability.Issue)]
public sealed class FollowVersionPage(FollowVersion follow) : FormPage<FollowVersion.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public FollowVersion.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await follow.Open(Id, ct);

    protected override void Fill() => Form.Version = Shown.Pair?.Later.Version ?? 0;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => follow.Handle(Id, Form, ct), view =>
        Saved($"/plans/{view.Document.Id}/changes", Form.Due || Form.Owners ? $"已按新版调整：{view.Pair!.Former.Title}" : $"已下达的照旧：{view.Pair!.Former.Title}"));
}

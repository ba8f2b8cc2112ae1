using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class MergeItemPage(MergeItem merge, PlanReview review) : FormPage<MergeItem.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public MergeItem.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await merge.Open(Id, ct);

    protected override void Fill() => Form.Version = Shown.Item.Version;

    public void OnGet() => Fill();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var back = Shown.Into is { } into ? await review.AddressOf(into, ct) : $"/plans/{Shown.Item.DocumentId}";
        return await Save(() => merge.Handle(Id, Form, ct), into => Saved(this.PointAt(back), $"已并入上一条“{into.Title}”，请再看一遍。"));
    }
}

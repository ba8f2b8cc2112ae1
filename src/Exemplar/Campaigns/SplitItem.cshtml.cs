using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class SplitItemPage(SplitItem split, PlanReview review) : FormPage<SplitItem.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public SplitItem.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await split.Open(Id, ct);

    protected override void Fill() => Form.Version = Shown.Item.Version;

    public void OnGet() => Fill();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var back = await review.AddressOf(Shown.Item, ct);
        return await Save(() => split.Handle(Id, Form, ct), second => Saved(this.PointAt(back), $"已拆成两条，第二条是“{second.Title}”。两条都请再看一遍单位和时限。"));
    }
}

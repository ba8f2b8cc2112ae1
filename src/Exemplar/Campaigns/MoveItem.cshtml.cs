using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class MoveItemPage(MoveItem move, PlanReview review) : FormPage<MoveItem.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public MoveItem.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await move.Open(Id, ct);

    protected override void Fill() => Form = new() { Version = Shown.Item.Version, Stage = Shown.Item.StageId };

    public void OnGet() => Fill();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var answer = await Save(() => move.Handle(Id, Form, ct), item => Saved($"/plans/{item.DocumentId}", $"已移动：{item.Title}"));
        return answer is LocalRedirectResult ? LocalRedirect(this.PointAt(await review.AddressOf(Shown.Item, ct))) : answer;
    }
}

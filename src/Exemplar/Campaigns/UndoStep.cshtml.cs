using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class UndoStepPage(UndoStep undo, PlanReview review) : FormPage<UndoStep.Form>
{
    [FromRoute] public Guid DocumentId { get; set; }
    public ReviewStep? Last { get; private set; }

    protected override async Task Open(CancellationToken ct) => Last = await undo.Open(DocumentId, ct);

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var (address, words) = ($"/plans/{DocumentId}", "");
        var answer = await Save(
            async () =>
            {
                var taken = await undo.Handle(DocumentId, Form, ct);
                if (taken.Refusal is null) (address, words) = (await review.AddressOf(taken.Value.Item, ct), taken.Value.Step.Words);
                return taken;
            },
            _ => Saved(this.PointAt(address), $"已撤销：{words}"));
        if (answer is not LocalRedirectResult) await Open(ct);
        return answer;
    }
}

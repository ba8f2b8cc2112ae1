using Exemplar.Campaigns.Reading;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class AdjustItemPage(AdjustItem adjust, ProposalCards cards) : FormPage<AdjustItem.Form>
{
    public static IEnumerable<SelectListItem> Kinds { get; } = Enum.GetValues<PlanItemKind>().Select(k => new SelectListItem(ProposalCard.NameOf(k), k.ToString())).ToList();

    [FromRoute] public Guid Id { get; set; }
    public AdjustItem.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await adjust.Open(Id, ct);

    public void OnGet() => Form = AdjustItem.Form.Of(Shown.Item);

    /// <summary>htmx gets the adjusted card in place of the form; a browser without scripts goes back to the review.</summary>
    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var answer = await Save(() => adjust.Handle(Id, Form, ct), item => Saved($"/plans/{item.DocumentId}#i-{item.Id:N}", $"已采纳：{item.Title}"));
        if (answer is not LocalRedirectResult || !Request.IsFragment()) return answer;
        TempData.Remove("Receipt");
        return Partial("_ProposalCard", await cards.Of((await adjust.Open(Id, ct)).Item, ct));
    }
}

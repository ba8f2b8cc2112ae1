using Exemplar.Campaigns.Reading;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class AdjustItemPage(AdjustItem adjust, ProposalCards cards, PlanReview review) : FormPage<AdjustItem.Form>
{
    public static IEnumerable<SelectListItem> Kinds { get; } = Enum.GetValues<PlanItemKind>().Select(k => new SelectListItem(ProposalCard.NameOf(k), k.ToString())).ToList();

    /// <summary>The usual ones; a plan may say another.</summary>
    public static IReadOnlyList<string> Recurrences { get; } = ["每周", "每半月", "每月", "每季度", "每半年", "每年"];

    [FromRoute] public Guid Id { get; set; }

    /// <summary><c>issue</c> when the form was opened from the page that issues: saving leads back there.</summary>
    [FromQuery] public string? From { get; set; }
    public AdjustItem.View Shown { get; private set; } = null!;

    public bool FromIssue => From is "issue";
    public string Address => $"/plan-items/{Id}{(FromIssue ? "?from=issue" : "")}";
    public string Back => FromIssue ? $"/campaigns/{Shown.Item.CampaignId}/issue" : $"/plans/{Shown.Item.DocumentId}#i-{Id:N}";

    protected override async Task Open(CancellationToken ct) => Shown = await adjust.Open(Id, ct);

    protected override void Fill() => Form = AdjustItem.Form.Of(Shown.Item);

    public void OnGet() => Fill();

    /// <summary>htmx gets the adjusted card in place of the form; a browser without scripts goes back to where it came from.</summary>
    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var answer = await Save(() => adjust.Handle(Id, Form, ct), item => Saved(Back, $"已采纳：{item.Title}"));
        if (answer is not LocalRedirectResult || !Request.IsFragment()) return answer;
        if (FromIssue)
        {
            Response.Headers["HX-Location"] = Back;
            return new EmptyResult();
        }
        TempData.Remove("Receipt");
        return Partial("_AdjustedCard", (await cards.Of((await adjust.Open(Id, ct)).Item, ct), await review.Bar(Shown.Item.DocumentId, ct)));
    }
}

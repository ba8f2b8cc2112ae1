using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class DecideItemPage(DecideItem decide, ProposalCards cards, PlanReview review) : FormPage<DecideItem.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public ProposalCard Card { get; private set; } = null!;
    public ReviewBar? Bar { get; private set; }

    protected override async Task Open(CancellationToken ct) => Card = await cards.Of(await decide.Open(Id, ct), ct);

    protected override void Fill() => Form.Version = Card.Item.Version;

    public void OnGet() => Fill();

    /// <summary>htmx gets the card as it is now in place of the old one; a browser without scripts goes back to it.</summary>
    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var answer = await Save(() => decide.Handle(Id, Form, ct), item => LocalRedirect($"/plans/{item.DocumentId}"));
        if (answer is LocalRedirectResult && !Request.IsFragment()) return LocalRedirect(await review.AddressOf(Card.Item, ct));
        if (answer is LocalRedirectResult) await Open(ct);
        Bar = await review.Bar(Card.Item.DocumentId, ct);
        return Page();
    }
}

using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class DecideItemPage(DecideItem decide, ProposalCards cards) : FormPage<DecideItem.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public ProposalCard Card { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Card = await cards.Of(await decide.Open(Id, ct), ct);

    public void OnGet() { }

    /// <summary>htmx gets the card as it is now in place of the old one; a browser without scripts goes back to it.</summary>
    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var answer = await Save(() => decide.Handle(Id, Form, ct), item => LocalRedirect($"/plans/{item.DocumentId}#i-{item.Id:N}"));
        if (answer is not LocalRedirectResult || !Request.IsFragment()) return answer;
        await Open(ct);
        return Page();
    }
}

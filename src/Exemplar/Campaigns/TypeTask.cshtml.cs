using Exemplar.Campaigns.Reading;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class TypeTaskPage(TypeTask type) : FormPage<AddItem.Form>
{
    [FromRoute] public Guid CampaignId { get; set; }
    public PlacedCampaign Found { get; private set; } = null!;
    public ProposalFields.Choices Choices { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => (Found, Choices) = await type.Open(CampaignId, ct);

    public void OnGet() => Form.Kind = PlanItemKind.Task;

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => type.Handle(CampaignId, Form, ct), item => Saved($"/plans/{item.DocumentId}", $"已录入：{item.Title}。到“去下达”一并下达。"));
}

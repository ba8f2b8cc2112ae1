using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class ReadPlanPage(ReadPlan read) : FormPage<ReadPlan.Form>
{
    [FromRoute] public Guid CampaignId { get; set; }
    public PlacedCampaign Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await read.Open(CampaignId, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => read.Handle(CampaignId, Form, ct),
        document => Saved($"/plans/{document.Id}", $"已读取《{document.Title}》，请逐条定夺。"));
}

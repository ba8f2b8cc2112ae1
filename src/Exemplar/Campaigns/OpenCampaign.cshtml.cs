using Exemplar.Organization;
using Exemplar.Platform.Web;
using Exemplar.Tasks.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Open)]
public sealed class OpenCampaignPage(OpenCampaign open, DimensionSets dimensions, Ladders ladders) : FormPage<OpenCampaign.Form>
{
    public IReadOnlyList<Unit> Groups { get; private set; } = [];

    public IEnumerable<SelectListItem> Dimensions => dimensions.All.Select(d => new SelectListItem($"{d.Name}：{string.Join("、", d.Dimensions)}", d.Key));

    public IEnumerable<SelectListItem> LadderChoices => ladders.All.Select(l => new SelectListItem(l.Name, l.Key));

    protected override async Task Open(CancellationToken ct) => Groups = await open.Open(ct);

    public void OnGet() => Form = open.Blank(Groups);

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => open.Handle(Form, ct),
        campaign => Saved($"/campaigns/{campaign.Id}/plan", $"已开展：{campaign.Title}。下一步交讲话或方案。"));
}

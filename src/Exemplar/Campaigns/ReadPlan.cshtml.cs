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

    /// <summary>Pasted elsewhere and brought here: it stands in the form, nothing is kept.</summary>
    public IActionResult OnPostPaste([FromForm(Name = "Form.Pasted")] string? pasted)
    {
        ModelState.Clear();
        Form.Text = pasted;
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => read.Handle(CampaignId, Form, ct),
        document => Saved($"/plans/{document.Id}", $"已读取《{document.Title}》，请逐条定夺。"));
}

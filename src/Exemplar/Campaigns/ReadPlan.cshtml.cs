using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class ReadPlanPage(ReadPlan read) : FormPage<ReadPlan.Form>
{
    [FromRoute] public Guid CampaignId { get; set; }
    public PlacedCampaign Found { get; private set; } = null!;

    public IReadOnlyList<PlanDocument> Formers { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) => (Found, Formers) = (await read.Open(CampaignId, ct), await read.Formers(CampaignId, ct));

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
        document => document.FormerId is null
            ? Saved($"/plans/{document.Id}", $"已读取《{document.Title}》，请逐条定夺。")
            : Saved($"/plans/{document.Id}/changes", $"已读取《{document.Title}》。下面是和已下达任务的对照。"));
}

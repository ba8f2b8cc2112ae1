using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Issue)]
public sealed class IssueTasksPage(IssueTasks issue) : FormPage<IssueTasks.Form>
{
    [FromRoute] public Guid CampaignId { get; set; }
    public IssueTasks.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await issue.Open(CampaignId, ct);

    protected override void Fill() => Form.Version = Shown.Found.Campaign.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => issue.Handle(CampaignId, Form, ct),
        view => Saved($"/campaigns/{CampaignId}", $"已下达 {view.Tasks.Count} 项任务，共 {view.Assignments} 份；{view.Problems.Count} 个问题已列入问题清单。"));
}

using Exemplar.Campaigns.Reading;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns;

[Needs(CampaignsCapability.Review)]
public sealed class AddItemPage(AddItem add, PlanReview review) : FormPage<AddItem.Form>
{
    [FromRoute] public Guid DocumentId { get; set; }
    public PlanDocument Document { get; private set; } = null!;
    public ProposalFields.Choices Choices { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => (Document, Choices) = await add.Open(DocumentId, ct);

    public void OnGet() => Form.Kind = PlanItemKind.Task;

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        ProposedItem? added = null;
        var answer = await Save(() => add.Handle(DocumentId, Form, ct), item => Saved($"/plans/{(added = item).DocumentId}", $"已补充并采纳：{item.Title}"));
        return added is null ? answer : LocalRedirect(this.PointAt(await review.AddressOf(added, ct)));
    }
}

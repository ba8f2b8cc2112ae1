namespace Exemplar.Campaigns;

/// <summary>A person types a task of a campaign that stands in no document. It waits for issue beside what was read, and is accepted by being typed.</summary>
public sealed class TypeTask(AppDb db, Actor actor)
{
    public async Task<(PlacedCampaign Found, ProposalFields.Choices Choices)> Open(Guid campaignId, CancellationToken ct)
    {
        var found = await db.DemandCampaign(campaignId, actor, CampaignsCapability.Review, ct);
        return (found, await db.ChoicesOf(found, ct));
    }

    public Task<Result<ProposedItem>> Handle(Guid campaignId, AddItem.Form form, CancellationToken ct) => db.Commit<ProposedItem>(async (db, ct) =>
    {
        var (found, choices) = await Open(campaignId, ct);
        if (await db.ProposedItems.SingleOrDefaultAsync(i => i.Id == form.Id && i.CampaignId == campaignId, ct) is { } kept)
            return Resent.Answer(kept, kept.Title == form.Title.Trim(), kept.Title);
        if (form.Settle(choices) is { } refusal) return refusal;

        var act = actor.Act();
        var document = await db.PlanDocuments.SingleOrDefaultAsync(d => d.CampaignId == campaignId && d.FileId == null, ct);
        if (document is null)
        {
            document = PlanDocument.Typed(found.Campaign, act);
            db.Add(document);
            db.Log(act, CampaignsCapability.Review, document);
        }
        var typed = ProposedItem.Add(form.Id, document, form);
        if (typed.Value is not { } item) return typed;
        db.Add(item);
        await db.KeepStep(act, document.Id, ReviewStepKind.Added, $"补充“{item.Title}”", [(item, ItemState.Of(item) with { Decision = ItemDecision.Dropped })], ct);
        return item;
    }, ct);
}

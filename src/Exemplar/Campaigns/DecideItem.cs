namespace Exemplar.Campaigns;

/// <summary>A person accepts or drops one proposal, or puts it back.</summary>
public sealed class DecideItem(AppDb db, Actor actor)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "定夺"), Required]
        public ItemDecision? Decision { get; set; }
    }

    public async Task<ProposedItem> Open(Guid id, CancellationToken ct)
    {
        var item = await db.ProposedItems.FindOrThrow(id, ct);
        await db.DemandCampaign(item.CampaignId, actor, CampaignsCapability.Review, ct);
        return item;
    }

    public Task<Result<ProposedItem>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<ProposedItem>(async (db, ct) =>
    {
        var item = await Open(id, ct);
        if (item.Version != form.Version) throw new Stale(nameof(ProposedItem));
        var before = ItemState.Of(item);
        if (item.Decide(form.Decision!.Value) is { } refusal) return refusal;
        await db.KeepStep(actor.Act(), item.DocumentId, ReviewStepKind.Decided, $"{(item.Decision is ItemDecision.Pending ? "改回待定" : item.Decision is ItemDecision.Dropped ? "不采纳" : "采纳")}“{item.Title}”", [(item, before)], ct);
        return item;
    }, ct);
}

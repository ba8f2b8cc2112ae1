using Exemplar.Campaigns.Reading;

namespace Exemplar.Campaigns;

/// <summary>A person puts a proposal together with the one before it.</summary>
public sealed class MergeItem(AppDb db, Actor actor)
{
    public sealed class Form
    {
        [Required]
        public int? Version { get; set; }
    }

    /// <summary><paramref name="Into"/> is the one before it that was not dropped; null at the top.</summary>
    public sealed record View(ProposedItem Item, ProposedItem? Into);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var item = await db.ProposedItems.FindOrThrow(id, ct);
        await db.DemandCampaign(item.CampaignId, actor, CampaignsCapability.Review, ct);
        var ids = await db.ProposedItems.Where(i => i.DocumentId == item.DocumentId && (i.Id == id || i.Decision != ItemDecision.Dropped)).InReviewOrder().Select(i => i.Id).ToListAsync(ct);
        var before = ids.IndexOf(id) - 1;
        return new(item, before < 0 ? null : await db.ProposedItems.FindOrThrow(ids[before], ct));
    }

    /// <summary>Answers with the item that the other went into.</summary>
    public Task<Result<ProposedItem>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<ProposedItem>(async (db, ct) =>
    {
        var (item, into) = await Open(id, ct);
        if (item.Version != form.Version) throw new Stale(nameof(ProposedItem));
        if (into is null) return new Refusal("这是第一条，前面没有可以并入的");
        if (item.Kind is PlanItemKind.Stage && await db.ProposedItems.AnyAsync(i => i.StageId == id && i.Decision != ItemDecision.Merged, ct)) return new Refusal("还有任务归在这个阶段，请先把它们移到别的阶段");

        var (before, former) = (ItemState.Of(item), ItemState.Of(into));
        if (into.TakeIn(item) is { } refusal) return refusal;
        await db.KeepStep(actor.Act(), item.DocumentId, ReviewStepKind.Merged, $"把“{before.Title}”并入上一条", [(into, former), (item, before)], ct);
        return into;
    }, ct);
}

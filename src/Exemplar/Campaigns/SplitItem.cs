namespace Exemplar.Campaigns;

/// <summary>A person parts a proposal in two, at a sentence of its source.</summary>
public sealed class SplitItem(AppDb db, Actor actor)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // of the second part, chosen before sending, so that sending twice parts once
        public int Version { get; set; }

        /// <summary>Offset into the source of the second part's first sentence.</summary>
        [Display(Name = "第二条从哪一句开始"), Required]
        public int? At { get; set; }

        [Display(Name = "第二条的名称"), StringLength(ProposedItem.LongestTitle)]
        public string? Title { get; set; }
    }

    public sealed record View(ProposedItem Item, string Source, IReadOnlyList<SourceSentence> Sentences);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var item = await db.ProposedItems.FindOrThrow(id, ct);
        await db.DemandCampaign(item.CampaignId, actor, CampaignsCapability.Review, ct);
        var source = await db.PlanDocuments.Where(d => d.Id == item.DocumentId).Select(d => d.Text).SingleAsync(ct);
        return new(item, source, SourceSentences.Of(source, item.Start, item.End));
    }

    /// <summary>Answers with the second part.</summary>
    public Task<Result<ProposedItem>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<ProposedItem>(async (db, ct) =>
    {
        var (item, source, _) = await Open(id, ct);
        if (await db.ProposedItems.SingleOrDefaultAsync(i => i.Id == form.Id && i.DocumentId == item.DocumentId, ct) is { } kept) return kept;
        if (item.Version != form.Version) throw new Stale(nameof(ProposedItem));

        var before = ItemState.Of(item);
        var parted = item.Split(form.Id, source, form.At!.Value, form.Title);
        if (parted.Value is not { } second) return parted;
        db.Add(second);
        // Taken back, the second part is what had been merged into the first.
        await db.KeepStep(actor.Act(), item.DocumentId, ReviewStepKind.Split, $"拆分“{before.Title}”", [(item, before), (second, ItemState.Of(second) with { Decision = ItemDecision.Merged })], ct);
        return second;
    }, ct);
}

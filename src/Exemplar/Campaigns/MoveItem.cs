using Exemplar.Campaigns.Reading;

namespace Exemplar.Campaigns;

/// <summary>A person moves a proposal to another stage; what somebody added, to another place as well. What was read stays where its source is.</summary>
public sealed class MoveItem(AppDb db, Actor actor)
{
    public sealed class Form
    {
        [Required]
        public int? Version { get; set; }

        [Display(Name = "归入阶段")]
        public Guid? Stage { get; set; }

        [Display(Name = "排在哪一条之后")]
        public Guid? After { get; set; }
    }

    /// <summary><paramref name="Places"/> are the items that it could stand after: none for what was read.</summary>
    public sealed record View(ProposedItem Item, IReadOnlyList<ProposedItem> Stages, IReadOnlyList<ProposedItem> Places);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var item = await db.ProposedItems.FindOrThrow(id, ct);
        var choices = await db.ChoicesOf(await db.DemandCampaign(item.CampaignId, actor, CampaignsCapability.Review, ct), ct);
        var places = item.WasAdded
            ? await db.ProposedItems.AsNoTracking().Where(i => i.DocumentId == item.DocumentId && i.Id != id && i.Line > 0 && i.Decision != ItemDecision.Merged).InReviewOrder().ToListAsync(ct)
            : [];
        return new(item, item.Kind is PlanItemKind.Stage ? [] : choices.Stages, places);
    }

    public Task<Result<ProposedItem>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<ProposedItem>(async (db, ct) =>
    {
        var (item, stages, places) = await Open(id, ct);
        if (item.Version != form.Version) throw new Stale(nameof(ProposedItem));
        if (form.Stage is { } stage && stages.All(s => s.Id != stage)) return new Refusal(nameof(Form.Stage), "没有这个阶段");
        var place = form.After is { } after ? places.FirstOrDefault(p => p.Id == after) : null;
        if (form.After is not null && place is null) return new Refusal(nameof(Form.After), "没有这一条");

        var before = ItemState.Of(item);
        if (item.Move(form.Stage, place?.End) is { } refusal) return refusal;
        if (before.ToJson().ToJsonString() == ItemState.Of(item).ToJson().ToJsonString()) return new Refusal("还在原处，没有改动");
        await db.KeepStep(actor.Act(), item.DocumentId, ReviewStepKind.Moved, $"移动“{item.Title}”", [(item, before)], ct);
        return item;
    }, ct);
}

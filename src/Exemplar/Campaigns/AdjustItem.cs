namespace Exemplar.Campaigns;

/// <summary>A person corrects a proposal. Adjusting accepts.</summary>
public sealed class AdjustItem(AppDb db, Actor actor)
{
    public sealed class Form : ProposalFields
    {
        public int Version { get; set; }

        public static Form Of(ProposedItem item) => new()
        {
            Version = item.Version,
            Title = item.Title,
            Kind = item.Kind,
            Owners = item.OwnerIds,
            CoOwners = item.CoOwnerIds,
            DueOn = item.DueOn,
            Recurrence = item.Recurrence,
            Targets = string.Join('\n', item.Targets),
            StartsOn = item.StartsOn,
            EndsOn = item.EndsOn,
            Stage = item.StageId,
        };
    }

    public sealed record View(ProposedItem Item, ProposalFields.Choices Choices);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var item = await db.ProposedItems.FindOrThrow(id, ct);
        return new(item, await db.ChoicesOf(await db.DemandCampaign(item.CampaignId, actor, CampaignsCapability.Review, ct), ct));
    }

    public Task<Result<ProposedItem>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<ProposedItem>(async (db, ct) =>
    {
        var (item, choices) = await Open(id, ct);
        if (item.Version != form.Version) throw new Stale(nameof(ProposedItem));
        var before = ItemState.Of(item);
        if ((form.Settle(choices) ?? item.Adjust(form)) is { } refusal) return refusal;
        await db.KeepStep(actor.Act(), item.DocumentId, ReviewStepKind.Adjusted, $"修改“{before.Title}”", [(item, before)], ct);
        return item;
    }, ct);
}

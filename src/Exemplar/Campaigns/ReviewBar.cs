namespace Exemplar.Campaigns;

/// <summary>What stays in sight during a review: how much is decided, what can be accepted at once, and what the reader did last.</summary>
public sealed record ReviewBar(Guid DocumentId, Guid CampaignId, IReadOnlyDictionary<ItemDecision, int> Counts, int SureAndPending, ReviewStep? Last)
{
    public int Count(ItemDecision decision) => Counts.GetValueOrDefault(decision);
}

using Exemplar.Campaigns.Reading;

namespace Exemplar.Campaigns;

/// <summary>A single card with the names it needs, for the parts of the review page that refresh themselves.</summary>
public sealed class ProposalCards(AppDb db)
{
    public async Task<ProposalCard> Of(ProposedItem item, CancellationToken ct)
    {
        var ids = item.OwnerIds.Concat(item.CoOwnerIds).ToList();
        var units = await db.Units.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var stages = await db.ProposedItems.Where(i => i.Id == item.StageId && i.Kind == PlanItemKind.Stage).ToDictionaryAsync(i => i.Id, i => i.Title, ct);
        return ProposalCard.Of(item, units, stages);
    }
}

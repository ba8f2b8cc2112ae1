using Exemplar.Campaigns.Reading;
using Exemplar.Organization;

namespace Exemplar.Campaigns;

/// <summary>The source on the left, its proposals on the right, a page of them at a time.</summary>
public sealed class PlanReview(AppDb db, Actor actor)
{
    public const int PageSize = 60;

    /// <summary>How much source is shown around the proposals of a page, in characters.</summary>
    private const int Margin = 1500;

    public sealed record View(PlanDocument Document, Campaign Campaign, IReadOnlyList<ProposedItem> Items, IReadOnlyDictionary<Guid, string> Units,
        IReadOnlyDictionary<Guid, string> Stages, IReadOnlyList<LitLine> Source, IReadOnlyDictionary<ItemDecision, int> Counts, int SureAndPending, int Page, int Pages)
    {
        public int Count(ItemDecision decision) => Counts.GetValueOrDefault(decision);
    }

    public async Task<View> Show(Guid documentId, int page, CancellationToken ct)
    {
        var (document, found) = await Open(documentId, ct);
        var units = await db.AnsweringUnits(found.Host, ct);
        var all = db.ProposedItems.AsNoTracking().Where(i => i.DocumentId == documentId);
        var counts = await all.GroupBy(i => i.Decision).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var pages = Math.Max(1, (counts.Values.Sum() + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var items = await all.OrderBy(i => i.Start).ThenBy(i => i.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var stages = await StagesOf(document.CampaignId, ct);
        var sure = (await all.Where(i => i.Decision == ItemDecision.Pending).ToListAsync(ct)).Count(i => i.IsSure);

        var from = page == 1 ? 0 : Math.Max(0, items.Min(i => i.Start) - Margin);
        var to = page == pages ? document.Text.Length : Math.Min(document.Text.Length, items.Max(i => i.End) + Margin);
        return new(document, found.Campaign, items, units.ToDictionary(u => u.Id, u => u.Name), stages,
            LitSource.Of(document.Text, items, from, to), counts, sure, page, pages);
    }

    public async Task<(PlanDocument Document, PlacedCampaign Found)> Open(Guid documentId, CancellationToken ct)
    {
        var document = await db.PlanDocuments.AsNoTracking().FindOrThrow(documentId, ct);
        return (document, await db.DemandCampaign(document.CampaignId, actor, CampaignsCapability.Review, ct));
    }

    private Task<Dictionary<Guid, string>> StagesOf(Guid campaignId, CancellationToken ct) => db.ProposedItems
        .Where(i => i.CampaignId == campaignId && i.Kind == PlanItemKind.Stage && i.Decision != ItemDecision.Dropped)
        .OrderBy(i => i.Start).ToDictionaryAsync(i => i.Id, i => i.Title, ct);
}

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
        IReadOnlyDictionary<Guid, string> Stages, IReadOnlyList<LitLine> Source, ReviewBar Bar, int Page, int Pages);

    public async Task<View> Show(Guid documentId, int page, CancellationToken ct)
    {
        var (document, found) = await Open(documentId, ct);
        var units = await db.AnsweringUnits(found.Host, ct);
        var bar = await Bar(document, ct);
        var pages = Math.Max(1, (bar.Counts.Values.Sum() + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var items = await Standing(documentId).AsNoTracking().InReviewOrder().Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var stages = await StagesOf(document.CampaignId, ct);

        var from = page == 1 ? 0 : Math.Max(0, items.Min(i => i.Start) - Margin);
        var to = page == pages ? document.Text.Length : Math.Min(document.Text.Length, items.Max(i => i.End) + Margin);
        return new(document, found.Campaign, items, units.ToDictionary(u => u.Id, u => u.Name), stages,
            LitSource.Of(document.Text, items, from, to), bar, page, pages);
    }

    public async Task<(PlanDocument Document, PlacedCampaign Found)> Open(Guid documentId, CancellationToken ct)
    {
        var document = await db.PlanDocuments.AsNoTracking().FindOrThrow(documentId, ct);
        return (document, await db.DemandCampaign(document.CampaignId, actor, CampaignsCapability.Review, ct));
    }

    public async Task<ReviewBar> Bar(Guid documentId, CancellationToken ct) => await Bar((await Open(documentId, ct)).Document, ct);

    /// <summary>Where an item stands: its page of the review, and its place on it.</summary>
    public async Task<string> AddressOf(ProposedItem item, CancellationToken ct)
    {
        var ids = await Standing(item.DocumentId).InReviewOrder().Select(i => i.Id).ToListAsync(ct);
        var page = 1 + (Math.Max(0, ids.IndexOf(item.Id)) / PageSize);
        return $"/plans/{item.DocumentId}{(page > 1 ? $"?page={page}" : "")}#i-{item.Id:N}";
    }

    private async Task<ReviewBar> Bar(PlanDocument document, CancellationToken ct) => new(document.Id, document.CampaignId,
        await Standing(document.Id).GroupBy(i => i.Decision).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct),
        await Standing(document.Id).CountAsync(ProposedItem.IsSureAndPending, ct),
        await db.LastStep(document.Id, actor.Act().Account, ct));

    /// <summary>What was merged into another no longer stands for itself.</summary>
    private IQueryable<ProposedItem> Standing(Guid documentId) => db.ProposedItems.Where(i => i.DocumentId == documentId && i.Decision != ItemDecision.Merged);

    private Task<Dictionary<Guid, string>> StagesOf(Guid campaignId, CancellationToken ct) => db.ProposedItems
        .Where(i => i.CampaignId == campaignId && i.Kind == PlanItemKind.Stage && i.Decision != ItemDecision.Dropped && i.Decision != ItemDecision.Merged)
        .OrderBy(i => i.Start).ToDictionaryAsync(i => i.Id, i => i.Title, ct);
}

internal static class ReviewOrder
{
    /// <summary>As the source has them; what a person put at a place stands before what was read there.</summary>
    public static IOrderedQueryable<ProposedItem> InReviewOrder(this IQueryable<ProposedItem> items) => items.OrderBy(i => i.Start).ThenBy(i => i.Line != 0).ThenBy(i => i.Id);
}

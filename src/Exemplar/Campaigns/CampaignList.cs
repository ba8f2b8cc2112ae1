using Exemplar.Organization;

namespace Exemplar.Campaigns;

/// <summary>The campaigns of the reader's office, newest first.</summary>
public sealed class CampaignList(AppDb db, Actor actor)
{
    public sealed record Row(Guid Id, string Title, ApprovalBasis Basis, DateTimeOffset OpenedAt, DateTimeOffset? IssuedAt, int Pending, int Accepted);

    public sealed record View(IReadOnlyList<Row> Rows, bool MayOpen);

    public async Task<View> Show(CancellationToken ct)
    {
        actor.Demand(CampaignsCapability.View);
        var offices = (await db.Units.AsNoTracking().Where(u => u.Kind == UnitKind.Office).ToListAsync(ct))
            .Where(office => actor.MayInside(CampaignsCapability.View, office)).Select(u => u.Id).ToList();
        var rows = await db.Campaigns.Where(c => offices.Contains(c.HostId)).OrderByDescending(c => c.OpenedAt)
            .Select(c => new Row(c.Id, c.Title, c.Basis, c.OpenedAt, c.IssuedAt,
                db.ProposedItems.Count(i => i.CampaignId == c.Id && i.Decision == ItemDecision.Pending),
                db.ProposedItems.Count(i => i.CampaignId == c.Id && i.Decision == ItemDecision.Accepted)))
            .ToListAsync(ct);
        return new(rows, actor.May(CampaignsCapability.Open));
    }
}

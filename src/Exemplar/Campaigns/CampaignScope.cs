using Exemplar.Organization;

namespace Exemplar.Campaigns;

/// <summary>A campaign with the office that holds it.</summary>
public sealed record PlacedCampaign(Campaign Campaign, Unit Host);

public static class CampaignScope
{
    /// <summary>Whoever works in the office sees its campaigns; throws <see cref="NotFound"/> for others.</summary>
    public static async Task<PlacedCampaign> FindCampaign(this AppDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var campaign = await db.Campaigns.Include(c => c.Stages.OrderBy(s => s.Position)).FindOrThrow(id, ct);
        var host = await db.Units.FindOrThrow(campaign.HostId, ct);
        return actor.MayInside(CampaignsCapability.View, host) ? new(campaign, host) : throw new NotFound(nameof(Campaign));
    }

    /// <summary>403 when the campaign may be seen but not this be done to it.</summary>
    public static async Task<PlacedCampaign> DemandCampaign(this AppDb db, Guid id, Actor actor, string permission, CancellationToken ct)
    {
        var found = await db.FindCampaign(id, actor, ct);
        return actor.May(permission, found.Host) ? found : throw new Forbidden(permission);
    }

    /// <summary>The units under the office that can be given tasks, in organization order.</summary>
    public static Task<List<Unit>> AnsweringUnits(this AppDb db, Unit host, CancellationToken ct) => db.Units.AsNoTracking()
        .Where(u => u.Path.StartsWith(host.Path) && u.DissolvedOn == null)
        .Where(u => u.Kind == UnitKind.Department || u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch || u.Kind == UnitKind.LeadingGroupOffice || u.Kind == UnitKind.Committee)
        .OrderBy(u => u.Order).ToListAsync(ct);
}

using Exemplar.Organization;

namespace Exemplar.Campaigns.Supervision;

/// <summary>The full name under which a campaign's documents go out: 某某办公室模范机关创建工作领导小组办公室.</summary>
public static class IssuingOrgan
{
    public static async Task<string> OrganOf(this AppDb db, Guid issuer, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == issuer, ct);
        var above = await db.Units.AsNoTracking().Where(u => unit.Path.StartsWith(u.Path) && u.Id != unit.Id).OrderBy(u => u.Path.Length).ToListAsync(ct);
        var office = above.LastOrDefault(u => u.Kind is UnitKind.Office)?.Name ?? "";
        var group = above.LastOrDefault(u => u.Kind is UnitKind.LeadingGroup)?.Name ?? "";
        return unit.Kind is UnitKind.LeadingGroupOffice && unit.Name.StartsWith("领导小组", StringComparison.Ordinal) ? $"{office}{group}办公室" : $"{office}{unit.Name}";
    }
}

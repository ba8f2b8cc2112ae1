namespace Exemplar.Platform.Security;

/// <summary>
/// A house in which one hand holds both the system and the security administrator's key: allowed where there are too few
/// people, and said openly wherever accounts and audit are looked at. The audit is never in that hand.
/// </summary>
/// <param name="Since">The day on which the second of the two keys came to the first.</param>
public sealed record SmallOffice(string UserName, DateOnly Since)
{
    public string InWords => $"系统管理员和安全管理员由同一账号“{UserName}”担任（小单位模式，{Since.InWords()}起）。有条件时请分由两人担任。";
}

internal static class SmallOfficeQueries
{
    /// <summary>Null while the two keys are in two hands.</summary>
    public static async Task<SmallOffice?> FindSmallOffice(this AppDb db, DateOnly today, CancellationToken ct)
    {
        var held = await db.Grants.Where(g => (g.Role == Role.SystemAdministrator || g.Role == Role.SecurityAdministrator) && g.From <= today && (g.To == null || g.To >= today))
            .Join(db.Users.Where(a => a.DisabledAt == null), g => g.AccountId, a => a.Id, (g, a) => new { g.AccountId, a.UserName, g.Role, g.From }).ToListAsync(ct);
        return held.GroupBy(g => (g.AccountId, g.UserName)).Where(g => g.Select(x => x.Role).Distinct().Count() == 2)
            .Select(g => new SmallOffice(g.Key.UserName!, g.GroupBy(x => x.Role).Max(role => role.Min(x => x.From)))).MinBy(s => s.Since);
    }
}

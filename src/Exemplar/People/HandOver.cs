namespace Exemplar.People;

/// <summary>What somebody leaves behind in a unit: roles that ended with their going, and tasks that stay with the unit.</summary>
public sealed record HandedOver(int Roles, int Tasks)
{
    /// <summary>Ends the receipt; empty when nothing was handed over.</summary>
    public string InWords(string unit) =>
        (Roles > 0 ? $"；同日收回在{unit}的 {Roles} 个角色" : "") + (Tasks > 0 ? $"；{unit}有 {Tasks} 项未办结任务，留在单位由接任者办理" : "");
}

/// <summary>Nothing stays with someone who left: the roles that come with a place in a unit end with it.</summary>
internal static class HandOver
{
    public static readonly Role[] RolesOfUnit = [Role.BranchSecretary, Role.BranchRecorder, Role.DepartmentHead];

    /// <summary>Inside a commit. A role that was used up to today ends yesterday at the earliest: used days are not taken back.</summary>
    public static async Task<HandedOver> EndRoles(this AppDb db, Act act, Guid person, Guid unit, DateOnly on, DateOnly today, CancellationToken ct)
    {
        var last = on < today.AddDays(-1) ? today.AddDays(-1) : on;
        var grants = await db.Grants.Where(g => g.UnitId == unit && RolesOfUnit.Contains(g.Role) && (g.To == null || g.To > last))
            .Where(g => db.Users.Any(a => a.Id == g.AccountId && a.PersonId == person)).ToListAsync(ct);
        foreach (var grant in grants)
        {
            grant.To = last;
            db.Log(act, PeopleCapability.Appoint, grant);
        }
        return new(grants.Count, await db.OpenShares(unit, ct));
    }
}

using Exemplar.Tasks;

namespace Exemplar.Campaigns.Supervision;

public static class AnsweringAccounts
{
    /// <summary>Which of these units have a living account that answers for them: tasks of the others wait for nobody.</summary>
    public static async Task<HashSet<Guid>> AnsweredUnits(this AppDb db, PermissionTable permissions, IEnumerable<Guid> units, DateOnly today, CancellationToken ct)
    {
        var answering = Enum.GetValues<Role>().Where(role => permissions.Allows(role, TasksCapability.Report)).ToList();
        var ids = units.ToList();
        var places = await db.Grants.Where(g => answering.Contains(g.Role) && g.From <= today && (g.To == null || g.To >= today))
            .Where(g => db.Users.Any(a => a.Id == g.AccountId && a.DisabledAt == null && a.PersonId != null))
            .Join(db.Units, g => g.UnitId, u => u.Id, (g, u) => new { u.Path, g.Inherit }).Distinct().ToListAsync(ct);
        var wanted = await db.Units.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Path }).ToListAsync(ct);
        return [.. wanted.Where(u => places.Any(p => p.Inherit ? u.Path.StartsWith(p.Path, StringComparison.Ordinal) : u.Path == p.Path)).Select(u => u.Id)];
    }
}

namespace Exemplar.Organization;

/// <summary>A unit offered in a form.</summary>
public sealed record UnitChoice(Guid Id, string Name);

public static class UnitChoices
{
    /// <summary>The living units of these kinds (all, when none is named) in which the actor holds the permission, in organization order.</summary>
    public static async Task<List<UnitChoice>> ChooseUnits(this AppDb db, Actor actor, string permission, UnitKind[] kinds, CancellationToken ct) =>
        await db.Units.AsNoTracking().Where(actor, permission)
            .Where(u => u.DissolvedOn == null && (kinds.Length == 0 || kinds.Contains(u.Kind)))
            .Choices(db, ct);

    /// <summary>In organization order, a Party group with its branch: 规划科党支部·第二党小组.</summary>
    internal static async Task<List<UnitChoice>> Choices(this IQueryable<Unit> units, AppDb db, CancellationToken ct) =>
        (await units.OrderBy(u => u.Order).Select(u => new { u.Id, u.Name, Branch = u.Kind == UnitKind.PartyGroup ? db.Units.Where(b => b.Id == u.ParentId).Select(b => b.Name).FirstOrDefault() : null }).ToListAsync(ct))
            .ConvertAll(u => new UnitChoice(u.Id, GroupNames.Of(u.Branch ?? "", u.Name)));
}

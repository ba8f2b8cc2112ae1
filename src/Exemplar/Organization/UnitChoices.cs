namespace Exemplar.Organization;

/// <summary>A unit offered in a form.</summary>
public sealed record UnitChoice(Guid Id, string Name);

public static class UnitChoices
{
    /// <summary>The living units of these kinds (all, when none is named) in which the actor holds the permission, in organization order.</summary>
    public static async Task<List<UnitChoice>> ChooseUnits(this AppDb db, Actor actor, string permission, UnitKind[] kinds, CancellationToken ct) =>
        await db.Units.AsNoTracking().Where(actor, permission)
            .Where(u => u.DissolvedOn == null && (kinds.Length == 0 || kinds.Contains(u.Kind)))
            .OrderBy(u => u.Order).Select(u => new UnitChoice(u.Id, u.Name)).ToListAsync(ct);
}

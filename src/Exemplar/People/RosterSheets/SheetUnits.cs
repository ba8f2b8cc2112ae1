using Exemplar.Organization;
using Exemplar.People.RosterImport;

namespace Exemplar.People.RosterSheets;

/// <summary>A unit that gets a roster sheet, with who stands on it: members in their branch, everybody else in their department.</summary>
internal sealed record SheetUnit(Unit Unit, IReadOnlyList<RosterRow> Rows);

internal static class SheetUnits
{
    /// <summary>Those in which the actor imports rosters, in organization order: every branch, and whichever other unit has somebody on its roster.</summary>
    public static async Task<List<SheetUnit>> SheetUnitsOf(this AppDb db, Actor actor, CancellationToken ct)
    {
        var rows = (await db.RosterOf(actor, PeopleCapability.Import, ct)).ToLookup(r => r.Home.Id);
        var units = await db.Units.AsNoTracking().Where(actor, PeopleCapability.Import)
            .Where(u => u.DissolvedOn == null && (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch || u.Kind == UnitKind.Department || u.Kind == UnitKind.Office)).OrderBy(u => u.Order).ToListAsync(ct);
        return [.. units.Where(u => u.Kind is UnitKind.Branch || rows.Contains(u.Id)).Select(u => new SheetUnit(u, [.. rows[u.Id]]))];
    }
}

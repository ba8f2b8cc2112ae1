using Exemplar.Organization;

namespace Exemplar.Meetings.BranchSheets;

internal static class SheetBranchesScope
{
    /// <summary>The branches that get a sheet from the actor, in organization order: those in which they record meetings and that stood in the period.</summary>
    public static Task<List<Unit>> SheetBranches(this AppDb db, Actor actor, Period period, CancellationToken ct)
    {
        var first = period.First;
        return db.Units.AsNoTracking().Where(actor, MeetingsCapability.Record).Where(u => (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch) && (u.DissolvedOn == null || u.DissolvedOn >= first)).OrderBy(u => u.Order).ToListAsync(ct);
    }
}

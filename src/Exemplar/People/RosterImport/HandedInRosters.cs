namespace Exemplar.People.RosterImport;

internal static class HandedInRosters
{
    /// <summary>A sheet is seen here only by whoever handed it in: any other is not found.</summary>
    public static IQueryable<HandedInRoster> HandedIn(this AppDb db, Guid id, Actor actor)
    {
        actor.Demand(PeopleCapability.Import);
        return db.HandedInRosters.Where(r => r.Id == id && r.AccountId == actor.Account.Id);
    }

    /// <summary>What became of it, for whoever confirmed it.</summary>
    public static async Task<ImportedRoster?> FindImported(this AppDb db, Guid id, Actor actor, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Import);
        var own = db.LogEntries.Where(e => e.RecordType == nameof(ImportedRoster) && e.AccountId == actor.Account.Id);
        return await db.ImportedRosters.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && own.Any(e => e.RecordId == r.Id), ct);
    }
}

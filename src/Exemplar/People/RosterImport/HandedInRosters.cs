namespace Exemplar.People.RosterImport;

internal static class HandedInRosters
{
    /// <summary>A sheet is seen here only by whoever handed it in: any other is not found.</summary>
    public static IQueryable<HandedInRoster> HandedIn(this AppDb db, Guid id, Actor actor)
    {
        actor.Demand(PeopleCapability.Import);
        return db.HandedInRosters.Where(r => r.Id == id && r.AccountId == actor.Account.Id);
    }

    /// <summary>Files of the actor's own that came back together and wait, and what was read of each.</summary>
    public static async Task<List<(HandedInRoster File, RosterReading Reading)>> WaitingSheets(this AppDb db, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Import);
        var since = now - HandedInRoster.Waits;
        var mine = await db.HandedInRosters.AsNoTracking().Where(r => r.AccountId == actor.Account.Id && r.At >= since).OrderBy(r => r.Id).ToListAsync(ct);
        return [.. mine.Select(r => (r, r.Reading())).Where(r => r.Item2.Sheet is not null)];
    }

    /// <summary>What became of it, for whoever confirmed it.</summary>
    public static async Task<ImportedRoster?> FindImported(this AppDb db, Guid id, Actor actor, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Import);
        var own = db.LogEntries.Where(e => e.RecordType == nameof(ImportedRoster) && e.AccountId == actor.Account.Id);
        return await db.ImportedRosters.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && own.Any(e => e.RecordId == r.Id), ct);
    }
}

namespace Exemplar.Agenda.Year;

/// <summary>A day on which a unit did something that rules count.</summary>
/// <param name="CountsOn">The day that decides the period it counts in.</param>
internal sealed record HeldDay(string Kind, DateOnly OccurredOn, DateOnly CountsOn);

internal static class HeldDays
{
    /// <summary>What these few units did in a year, by unit. How often is said by standings; this is only when.</summary>
    public static async Task<ILookup<Guid, HeldDay>> DaysHeld(this AppDb db, List<Guid> units, List<string> kinds, int year, CancellationToken ct)
    {
        var months = Enumerable.Range(1, 12).Select(month => (year * 100) + month).ToList();   // months and kinds one by one: the index is asked for each, and nobody's attendance is read
        var found = await db.Facts.Where(f => units.Contains(f.UnitId) && months.Contains(f.Month) && kinds.Contains(f.Kind) && !f.Voided && f.PersonId == null)
            .Select(f => new { f.UnitId, f.Kind, f.OccurredOn, f.CountsOn }).ToListAsync(ct);
        return found.ToLookup(f => f.UnitId, f => new HeldDay(f.Kind, f.OccurredOn, f.CountsOn));
    }

    /// <summary>What they did in the first months of a year that counts for the year before: on the year's own page it would be missed.</summary>
    public static async Task<ILookup<Guid, HeldDay>> CountedBefore(this AppDb db, List<Guid> units, List<string> kinds, int year, CancellationToken ct)
    {
        var (before, first) = (((year - 1) * 100) + 12, new DateOnly(year, 1, 1));
        var found = await db.Facts.Where(f => units.Contains(f.UnitId) && f.Month == before && kinds.Contains(f.Kind) && !f.Voided && f.PersonId == null && f.OccurredOn >= first)
            .Select(f => new { f.UnitId, f.Kind, f.OccurredOn, f.CountsOn }).ToListAsync(ct);
        return found.ToLookup(f => f.UnitId, f => new HeldDay(f.Kind, f.OccurredOn, f.CountsOn));
    }
}

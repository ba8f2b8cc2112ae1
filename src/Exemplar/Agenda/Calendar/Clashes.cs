using Exemplar.Organization;

namespace Exemplar.Agenda.Calendar;

/// <summary>Two meetings at the same time that some of the same people are due at.</summary>
public sealed record Clash(CalendarEntry First, CalendarEntry Second, int People);

/// <summary>Finds meetings that overlap and share people: members of both, or holders of posts in both.</summary>
public sealed class Clashes(AppDb db)
{
    public async Task<List<Clash>> Find(IEnumerable<CalendarEntry> entries, CancellationToken ct)
    {
        var pairs = Overlapping(entries).ToList();
        if (pairs.Count == 0) return [];

        var units = pairs.SelectMany(p => new[] { p.First.UnitId!.Value, p.Second.UnitId!.Value }).Distinct().ToList();
        var people = (await db.Memberships.Where(m => units.Contains(m.UnitId) && m.To == null).Select(m => new { m.UnitId, m.PersonId })
            .Union(db.Posts.Where(p => units.Contains(p.UnitId) && p.To == null).Select(p => new { p.UnitId, p.PersonId })).ToListAsync(ct)).ToLookup(x => x.UnitId, x => x.PersonId);
        return [.. from pair in pairs
                   let shared = people[pair.First.UnitId!.Value].Intersect(people[pair.Second.UnitId!.Value]).Count()
                   where shared > 0
                   select new Clash(pair.First, pair.Second, shared)];
    }

    /// <summary>Pairs of meetings on one day whose times overlap; a meeting without a time overlaps none.</summary>
    public static IEnumerable<(CalendarEntry First, CalendarEntry Second)> Overlapping(IEnumerable<CalendarEntry> entries) =>
        from day in entries.Where(e => e is { Kind: EntryKind.Meeting, CalledOff: false, StartsAt: not null, UnitId: not null }).GroupBy(e => e.Day)
        let meetings = day.OrderBy(e => e.StartsAt).ToList()
        from i in Enumerable.Range(0, meetings.Count)
        from j in Enumerable.Range(i + 1, meetings.Count - i - 1)
        where meetings[j].StartsAt < meetings[i].Until
        select (meetings[i], meetings[j]);
}

using Exemplar.Organization;
using Exemplar.People;

namespace Exemplar.Meetings.Elections;

internal static class ElectionScope
{
    /// <summary>Full members of the unit and of what stands below it on that day, by name; others cannot be elected (ELE-06).</summary>
    public static async Task<IReadOnlyList<Eligible>> EligibleIn(this AppDb db, Unit unit, DateOnly on, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking()
            .Where(p => p.Status == MemberStatus.Full && p.Memberships.Any(m => m.From <= on && (m.To == null || m.To >= on) && db.Units.Any(u => u.Id == m.UnitId && u.Path.StartsWith(unit.Path))))
            .Select(p => new Eligible(p.Id, p.Name)).ToListAsync(ct);
        return [.. people.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.PersonId)];
    }

    /// <summary>Tracked, with all its parts.</summary>
    public static Task<Election> FindElection(this AppDb db, Guid id, CancellationToken ct) =>
        db.Elections.Include(e => e.Candidates).Include(e => e.Tellers).Include(e => e.NotCounted).AsSplitQuery().FindOrThrow(id, ct);
}

using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.Statuses;

namespace Exemplar.Meetings.Elections;

internal static class ElectionScope
{
    /// <summary>Full members of the unit and of what stands below it on that day, by the pinyin of their names; others cannot be elected (ELE-06).</summary>
    public static async Task<IReadOnlyList<Eligible>> EligibleIn(this AppDb db, Unit unit, DateOnly on, CancellationToken ct)
    {
        var there = db.People.AsNoTracking()
            .Where(p => p.Memberships.Any(m => m.From <= on && (m.To == null || m.To >= on) && db.Units.Any(u => u.Id == m.UnitId && u.Path.StartsWith(unit.Path) && (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch))));
        var people = await there.Select(p => new { p.Id, p.Name, p.Status, p.ConfirmedOn }).ToListAsync(ct);
        var statuses = await db.StatusesOf(there.Select(p => p.Id), ct);
        return [.. people.Where(p => statuses.On(p.Id, on, p.Status, p.ConfirmedOn) is MemberStatus.Full).Select(p => new Eligible(p.Id, p.Name)).OrderBy(p => p.Name, PinyinOrder.Instance).ThenBy(p => p.PersonId)];
    }

    /// <summary>Tracked, with all its parts.</summary>
    public static Task<Election> FindElection(this AppDb db, Guid id, CancellationToken ct) =>
        db.Elections.Include(e => e.Candidates).Include(e => e.Tellers).Include(e => e.NotCounted).AsSplitQuery().FindOrThrow(id, ct);
}

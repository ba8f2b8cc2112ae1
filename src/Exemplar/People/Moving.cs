using Exemplar.Organization;
using Exemplar.People.Branches;

namespace Exemplar.People;

/// <summary>
/// People who belong elsewhere from a day on, one or thousands: roles that came with the place they leave end with it, and a member
/// is one in the new branch. Posts stay: whether somebody goes on holding one is said at the unit. Inside a commit, of people who are loaded with their memberships; logging them is the caller's.
/// </summary>
internal sealed class Moving(AppDb db, Act act, DateOnly on, DateOnly today)
{
    private readonly List<(Guid Person, Guid Unit, Guid? Branch)> left = [];

    public Refusal? Move(Person person, Unit? branch, Unit? department)
    {
        var before = Places(person);
        if (person.Move(branch, department, on, today) is { } refusal) return refusal;
        left.AddRange(before.Except(Places(person)).Select(unit => (person.Id, unit, branch?.Id)));
        return null;
    }

    /// <summary>Of everybody who has moved so far.</summary>
    public async Task TakeRolesAlong(CancellationToken ct)
    {
        var ids = left.Select(l => l.Unit).Distinct().ToList();
        var party = (await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).ToListAsync(ct)).Where(u => u.IsParty).Select(u => u.Id).ToHashSet();
        foreach (var together in left.GroupBy(l => (From: l.Unit, To: party.Contains(l.Unit) ? l.Branch : null)))
            await db.TakeRolesAlong(act, [.. together.Select(l => l.Person)], together.Key.From, together.Key.To, today, ct);
        left.Clear();
    }

    private static List<Guid> Places(Person person) => [.. person.Memberships.Where(m => m.To is null).Select(m => m.UnitId)];
}

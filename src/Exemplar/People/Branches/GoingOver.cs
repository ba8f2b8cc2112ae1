using Exemplar.Organization;

namespace Exemplar.People.Branches;

/// <summary>Somebody goes from one unit to another together with others: their place, their posts and roles there.</summary>
internal static class GoingOver
{
    /// <summary>Kinds of units whose people go over as one.</summary>
    public static readonly UnitKind[] Kinds = [UnitKind.Branch, UnitKind.GeneralBranch, UnitKind.Department];

    /// <summary>Nothing here is older; an earlier date is a slip of the pen.</summary>
    private static readonly DateOnly FirstThinkable = new(1949, 10, 1);

    /// <summary>The first day from which the unit's people can be elsewhere: nothing of the unit may lie on that day or after it.</summary>
    /// <param name="people">Whose changes count; null for everybody's.</param>
    public static async Task<DateOnly> EarliestDay(this AppDb db, Guid unit, IReadOnlyCollection<Guid>? people, CancellationToken ct)
    {
        var stays = await db.Memberships.Where(m => m.UnitId == unit && (people == null || people.Contains(m.PersonId))).Select(m => new { m.From, m.To }).ToListAsync(ct);
        var posts = await db.Posts.Where(p => p.UnitId == unit && (people == null || people.Contains(p.PersonId))).Select(p => new { p.From, p.To }).ToListAsync(ct);
        var last = people is null ? await db.LastMeetingOf(unit, ct) : null;
        return stays.Select(s => s.To?.AddDays(1) ?? s.From).Concat(posts.Select(p => (p.To ?? p.From).AddDays(1))).Append(last?.AddDays(1) ?? FirstThinkable).Max();
    }

    /// <summary>Inside a commit: these people belong to the other unit from that day, hold no post in the old one and have no role there any more; members see the new one instead.</summary>
    public static async Task<Refusal?> GoOver(this AppDb db, Act act, IReadOnlyList<Person> people, Unit from, Unit to, DateOnly on, DateOnly today, CancellationToken ct)
    {
        foreach (var person in people)
        {
            if (person.GoOver(from, to, on, today) is { } refusal) return refusal with { Message = $"{person.Name}：{refusal.Message}" };
            db.Log(act, PeopleCapability.Change, person);
            db.Entry(person).Property(p => p.Name).IsModified = true;
        }
        var ids = people.Select(p => p.Id).ToList();
        foreach (var post in await db.Posts.Where(p => p.UnitId == from.Id && p.To == null && ids.Contains(p.PersonId)).ToListAsync(ct))
        {
            if (post.End(on.AddDays(-1), today) is { } refusal) return refusal;
            db.Log(act, PeopleCapability.Appoint, post);
        }
        await db.TakeRolesAlong(act, ids, from.Id, to.Id, today, ct);
        return null;
    }

    /// <summary>Inside a commit: the roles that these people have by their place in the one unit end; a member is one in the other from now on.</summary>
    /// <param name="to">Null for somebody who is a member nowhere any more.</param>
    public static async Task TakeRolesAlong(this AppDb db, Act act, IReadOnlyCollection<Guid> people, Guid from, Guid? to, DateOnly today, CancellationToken ct)
    {
        foreach (var grant in await db.GrantsGoing(from, people, today).ToListAsync(ct))
        {
            grant.To = today.AddDays(-1);   // used days are not taken back
            db.Log(act, PeopleCapability.Appoint, grant);
            if (grant.Role is not Role.Member || to is not { } unit || await db.Grants.AnyAsync(g => g.AccountId == grant.AccountId && g.Role == Role.Member && g.UnitId == unit && (g.To == null || g.To >= today), ct)) continue;
            var anew = new Grant { AccountId = grant.AccountId, Role = Role.Member, UnitId = unit, Inherit = grant.Inherit, From = today };
            db.Add(anew);
            db.Log(act, PeopleCapability.Appoint, anew);
        }
    }

    /// <summary>Open roles in the unit of those who go: a member's, and those that come with a place in it.</summary>
    public static IQueryable<Grant> GrantsGoing(this AppDb db, Guid unit, IReadOnlyCollection<Guid> people, DateOnly today)
    {
        Role[] roles = [.. HandOver.RolesOfUnit, Role.Member];
        return db.Grants.Where(g => g.UnitId == unit && roles.Contains(g.Role) && (g.To == null || g.To >= today) && db.Users.Any(a => a.Id == g.AccountId && a.PersonId != null && people.Contains(a.PersonId.Value)));
    }
}

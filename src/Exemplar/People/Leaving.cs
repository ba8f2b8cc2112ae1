using Exemplar.People.Branches;

namespace Exemplar.People;

/// <summary>调离: whoever leaves the office belongs nowhere, holds no post any more and has no role by their place.</summary>
internal static class Leaving
{
    /// <summary>Inside a commit, of a person who is loaded with their memberships. They are logged under <paramref name="permission"/>.</summary>
    public static async Task<Refusal?> LeaveOffice(this AppDb db, Act act, string permission, Person person, DateOnly on, DateOnly today, CancellationToken ct)
    {
        var units = person.Memberships.Where(m => m.To is null).Select(m => m.UnitId).ToList();
        if (person.Leave(on, today) is { } refusal) return refusal;
        foreach (var post in await db.Posts.Where(p => p.PersonId == person.Id && p.To == null).ToListAsync(ct))
        {
            if (post.From >= on) return new Refusal("On", $"日期须晚于现任职务的任职日期 {post.From.Iso()}");
            if (post.End(on.AddDays(-1), today) is { } unended) return unended;
            db.Log(act, permission, post);
        }
        foreach (var unit in units) await db.TakeRolesAlong(act, [person.Id], unit, to: null, today, ct);
        db.Entry(person).Property(p => p.Name).IsModified = true;   // memberships are part of the person: the version moves
        db.Log(act, permission, person);
        return null;
    }
}

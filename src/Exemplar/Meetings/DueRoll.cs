using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.Statuses;

namespace Exemplar.Meetings;

/// <summary>Who belonged on the roll of a unit on a day, by the roster's dates.</summary>
public static class DueRoll
{
    /// <param name="Status">On the day that is asked for.</param>
    private sealed record Due(Guid PersonId, string Name, MemberStatus? Status, PartialDate? ConfirmedOn, int Place);

    private const int WithoutPost = int.MaxValue;
    private const int BelowPosts = 1000;

    /// <summary>Those due, posts first, then by the pinyin of their names. For a Party group all members of its branch: which of them belong to it, its own meetings say.</summary>
    public static async Task<List<RollPlace>> RollOn(this AppDb db, MeetingKind kind, Unit unit, DateOnly day, CancellationToken ct)
    {
        var posts = await Holders(db.Posts.Where(p => p.UnitId == unit.Id), db, day, ct);
        var due = kind.Due switch
        {
            _ when unit.Kind is UnitKind.PartyGroup => await MembersBelow(db, await db.Units.FindOrThrow(unit.ParentId!.Value, ct), posts, day, ct),
            DueCircle.Members => await MembersBelow(db, unit, posts, day, ct),
            DueCircle.Secretaries => [.. posts, .. (await Secretaries(db, unit, day, ct)).Select((s, n) => s with { Place = BelowPosts + n })],
            DueCircle.Trainees => [.. posts, .. await Trainees(db, unit, day, ct)],
            _ => posts,
        };
        return [.. due.OrderBy(d => d.Place).ThenBy(d => d.Name, PinyinOrder.Instance).ThenBy(d => d.PersonId).DistinctBy(d => d.PersonId)
            .Select(d => new RollPlace(d.PersonId, d.Name, d.Status, Votes: d.Status is MemberStatus.Full))];
    }

    private static async Task<List<Due>> MembersBelow(AppDb db, Unit unit, List<Due> posts, DateOnly day, CancellationToken ct)
    {
        var ids = db.Memberships.Where(m => m.From <= day && (m.To == null || m.To >= day))
            .Where(m => db.Units.Any(u => u.Id == m.UnitId && u.Path.StartsWith(unit.Path) && (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch)))
            .Select(m => m.PersonId);
        var members = await db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Status, p.ConfirmedOn }).ToListAsync(ct);
        var statuses = await db.StatusesOf(ids, ct);
        var place = posts.GroupBy(p => p.PersonId).ToDictionary(g => g.Key, g => g.Min(p => p.Place));
        return [.. members.Select(m => new Due(m.Id, m.Name, statuses.On(m.Id, day, m.Status, m.ConfirmedOn), m.ConfirmedOn, place.GetValueOrDefault(m.Id, WithoutPost))).Where(d => d.Status is not null)];
    }

    private static Task<List<Due>> Secretaries(AppDb db, Unit committee, DateOnly day, CancellationToken ct) =>
        Holders(db.Posts.Where(p => p.Kind == PostKind.Secretary && db.Units.Any(u => u.Id == p.UnitId && u.ParentId != null && u.Path.StartsWith(committee.Path) && u.Id != committee.Id)), db, day, ct);

    private static async Task<List<Due>> Trainees(AppDb db, Unit unit, DateOnly day, CancellationToken ct)
    {
        var officers = await Holders(db.Posts.Where(p => p.UnitId != unit.Id && db.Units.Any(u => u.Id == p.UnitId && u.Path.StartsWith(unit.Path) && (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch))), db, day, ct);
        var recent = (await MembersBelow(db, unit, [], day, ct)).Where(m => m.Status is MemberStatus.Probationary || m.ConfirmedOn?.First > day.AddYears(-1));
        return [.. officers.Select(o => o with { Place = BelowPosts + o.Place }), .. recent];
    }

    private static async Task<List<Due>> Holders(IQueryable<Post> posts, AppDb db, DateOnly day, CancellationToken ct)
    {
        var held = await posts.Where(p => p.From <= day && (p.To == null || p.To >= day))
            .Join(db.People, p => p.PersonId, p => p.Id, (post, person) => new { post, person }).Join(db.Units, x => x.post.UnitId, u => u.Id, (x, u) => new { x, u.Order })
            .OrderBy(x => x.Order).Select(x => new { x.x.post.Kind, x.x.person.Id, x.x.person.Name, x.x.person.Status, x.x.person.ConfirmedOn }).ToListAsync(ct);
        var statuses = await db.StatusesOf(posts.Select(p => p.PersonId), ct);
        return held.ConvertAll(p => new Due(p.Id, p.Name, statuses.On(p.Id, day, p.Status, p.ConfirmedOn), p.ConfirmedOn, (int)p.Kind));
    }
}

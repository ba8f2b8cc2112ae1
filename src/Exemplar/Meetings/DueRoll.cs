using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.Statuses;

namespace Exemplar.Meetings;

/// <summary>Who belonged on the roll of a unit on a day, by the roster's dates.</summary>
public static class DueRoll
{
    private sealed record Due(Guid PersonId, string Name, MemberStatus? Now, PartialDate? ConfirmedOn, List<StatusChange> Changes, int Place)
    {
        /// <summary>Whether somebody who was this on the day is due.</summary>
        public Predicate<MemberStatus?> If { get; init; } = _ => true;
    }

    private const int WithoutPost = int.MaxValue;
    private const int BelowPosts = 1000;

    /// <summary>Those due, posts first, then by the pinyin of their names. For a Party group all members of its branch: which of them belong to it, its own meetings say.</summary>
    public static async Task<List<RollPlace>> RollOn(this AppDb db, MeetingKind kind, Unit unit, DateOnly day, CancellationToken ct)
    {
        var posts = await Holders(db.Posts.Where(p => p.UnitId == unit.Id), db, day, ct);
        List<Due> due = kind.Due switch
        {
            _ when unit.Kind is UnitKind.PartyGroup => await MembersBelow(db, await db.Units.FindOrThrow(unit.ParentId!.Value, ct), posts, day, ct),
            DueCircle.Members => await MembersBelow(db, unit, posts, day, ct),
            DueCircle.Secretaries => [.. posts, .. (await Secretaries(db, unit, day, ct)).Select((s, n) => s with { Place = BelowPosts + n })],
            DueCircle.Trainees => [.. posts, .. await Trainees(db, unit, day, ct)],
            _ => posts,
        };
        var statuses = new StatusHistory(due.DistinctBy(d => d.PersonId).SelectMany(d => d.Changes));
        return
        [
            .. (from d in due.OrderBy(d => d.Place).ThenBy(d => d.Name, PinyinOrder.Instance).ThenBy(d => d.PersonId)
                let status = statuses.On(d.PersonId, day, d.Now, d.ConfirmedOn)
                where d.If(status)
                select new RollPlace(d.PersonId, d.Name, status, Votes: status is MemberStatus.Full)).DistinctBy(p => p.PersonId),
        ];
    }

    private static async Task<List<Due>> MembersBelow(AppDb db, Unit unit, List<Due> posts, DateOnly day, CancellationToken ct)
    {
        var ids = db.Memberships.Where(m => m.From <= day && (m.To == null || m.To >= day))
            .Where(m => db.Units.Any(u => u.Id == m.UnitId && u.Path.StartsWith(unit.Path) && (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch)))
            .Select(m => m.PersonId);
        var members = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Status, p.ConfirmedOn, p.StatusChanges }).ToListAsync(ct);
        var place = posts.GroupBy(p => p.PersonId).ToDictionary(g => g.Key, g => g.Min(p => p.Place));
        return members.ConvertAll(m => new Due(m.Id, m.Name, m.Status, m.ConfirmedOn, m.StatusChanges, place.GetValueOrDefault(m.Id, WithoutPost)) { If = status => status is not null });
    }

    private static Task<List<Due>> Secretaries(AppDb db, Unit committee, DateOnly day, CancellationToken ct) =>
        Holders(db.Posts.Where(p => p.Kind == PostKind.Secretary && db.Units.Any(u => u.Id == p.UnitId && u.ParentId != null && u.Path.StartsWith(committee.Path) && u.Id != committee.Id)), db, day, ct);

    private static async Task<List<Due>> Trainees(AppDb db, Unit unit, DateOnly day, CancellationToken ct)
    {
        var officers = await Holders(db.Posts.Where(p => p.UnitId != unit.Id && db.Units.Any(u => u.Id == p.UnitId && u.Path.StartsWith(unit.Path) && (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch))), db, day, ct);
        var members = (await MembersBelow(db, unit, [], day, ct)).Select(m => m with { If = status => status is MemberStatus.Probationary || (status is not null && m.ConfirmedOn?.First > day.AddYears(-1)) });
        return [.. officers.Select(o => o with { Place = BelowPosts + o.Place }), .. members];
    }

    private static async Task<List<Due>> Holders(IQueryable<Post> posts, AppDb db, DateOnly day, CancellationToken ct)
    {
        var held = await posts.AsNoTracking().Where(p => p.From <= day && (p.To == null || p.To >= day))
            .Join(db.People, p => p.PersonId, p => p.Id, (post, person) => new { post, person }).Join(db.Units, x => x.post.UnitId, u => u.Id, (x, u) => new { x, u.Order })
            .OrderBy(x => x.Order).Select(x => new { x.x.post.Kind, x.x.person.Id, x.x.person.Name, x.x.person.Status, x.x.person.ConfirmedOn, x.x.person.StatusChanges }).ToListAsync(ct);
        return held.ConvertAll(p => new Due(p.Id, p.Name, p.Status, p.ConfirmedOn, p.StatusChanges, (int)p.Kind));
    }
}

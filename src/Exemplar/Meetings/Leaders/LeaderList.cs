using Exemplar.Organization;

namespace Exemplar.Meetings.Leaders;

/// <summary>
/// 双重组织生活: each leader's part in the life of their own branch and in the year's 民主生活会. Seen by the leader, the
/// leader's branch secretary and the committee's office; in organization order.
/// </summary>
public sealed class LeaderList(AppDb db, Actor actor, TimeProvider clock)
{
    private static readonly string[] BranchKinds = [MeetingKind.Members, MeetingKind.Group, MeetingKind.Lecture, MeetingKind.PartyDay, MeetingKind.OrgLife, MeetingKind.Appraisal];

    /// <param name="DemocraticLife">Null while the leading body has held none in the year.</param>
    public sealed record Row(Guid PersonId, string Name, string Posts, string Branch, int Due, int Present, Attendance? DemocraticLife);

    public sealed record View(int Year, IReadOnlyList<Row> Rows);

    private sealed record Place(Guid PersonId, string Name, PostKind Post, Unit Unit, Unit? Branch);

    /// <summary>Throws <see cref="NotFound"/> for whoever is no leader and answers for none.</summary>
    public async Task<View> Show(int? year, CancellationToken ct)
    {
        var shown = year is >= 2000 and < 9999 ? year.Value : clock.Today().Year;
        var places = (await Places(shown, ct)).Where(MaySee).ToList();
        if (places.Count == 0 && !actor.May(MeetingsCapability.ViewOtherLeaders)) throw new NotFound(nameof(LeaderList));

        var people = places.Select(p => p.PersonId).Distinct().ToList();
        var marks = (await db.MeetingRoll.Where(r => people.Contains(r.PersonId))
            .Join(db.Meetings.Where(m => m.CountsFor == shown && (m.State == MeetingState.Held || m.State == MeetingState.Locked)), r => r.MeetingId, m => m.Id,
                (r, m) => new { r.PersonId, r.Attendance, m.Kind, m.HeldOn }).ToListAsync(ct)).ToLookup(m => m.PersonId);
        return new(shown, [.. places.GroupBy(p => p.PersonId).Select(g =>
        {
            var inBranch = marks[g.Key].Where(m => BranchKinds.Contains(m.Kind)).ToList();
            var first = g.First();
            return new Row(g.Key, first.Name, string.Join('、', g.Select(p => p.Post.Name()).Distinct()), first.Branch?.Name ?? "",
                inBranch.Count, inBranch.Count(m => m.Attendance is Attendance.Present),
                marks[g.Key].Where(m => m.Kind == MeetingKind.DemocraticLife).OrderBy(m => m.HeldOn).Select(m => (Attendance?)m.Attendance).LastOrDefault());
        })]);
    }

    /// <summary>Where a leader's part is seen: in the leading bodies of their posts, and in the branch they belong to. None for who leads nothing.</summary>
    internal static IQueryable<Unit> PlacesOf(AppDb db, Guid person)
    {
        var posts = db.Posts.Where(p => p.PersonId == person && db.Units.Any(u => u.Id == p.UnitId && (u.Kind == UnitKind.PartyLeadershipGroup || u.Kind == UnitKind.LeadingGroup)));
        return db.Units.Where(u => posts.Any(p => p.UnitId == u.Id)
            || (posts.Any() && (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch) && db.Memberships.Any(m => m.PersonId == person && m.To == null && m.UnitId == u.Id)));
    }

    private bool MaySee(Place place) => place.PersonId == actor.PersonId
        || actor.May(MeetingsCapability.ViewOtherLeaders, place.Unit) || (place.Branch is { } branch && actor.May(MeetingsCapability.ViewOtherLeaders, branch));

    /// <summary>Who held a post in a leading body in the year, each with the branch they belong to now.</summary>
    private async Task<List<Place>> Places(int year, CancellationToken ct)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var posts = await db.Posts.Where(p => p.From <= to && (p.To == null || p.To >= from))
            .Join(db.Units.Where(u => u.Kind == UnitKind.PartyLeadershipGroup || u.Kind == UnitKind.LeadingGroup), p => p.UnitId, u => u.Id, (p, u) => new { p.PersonId, p.Kind, u })
            .Join(db.People, x => x.PersonId, p => p.Id, (x, p) => new { x.PersonId, x.Kind, Unit = x.u, p.Name }).AsNoTracking().ToListAsync(ct);
        var people = posts.Select(p => p.PersonId).ToList();
        var branches = (await db.Memberships.Where(m => people.Contains(m.PersonId) && m.To == null)
            .Join(db.Units.Where(u => u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch), m => m.UnitId, u => u.Id, (m, u) => new { m.PersonId, u }).AsNoTracking().ToListAsync(ct))
            .ToLookup(b => b.PersonId, b => b.u);
        return [.. posts.OrderBy(p => p.Unit.Order, StringComparer.Ordinal).ThenBy(p => p.Kind).ThenBy(p => p.Name, PinyinOrder.Instance)
            .Select(p => new Place(p.PersonId, p.Name, p.Kind, p.Unit, branches[p.PersonId].FirstOrDefault()))];
    }
}

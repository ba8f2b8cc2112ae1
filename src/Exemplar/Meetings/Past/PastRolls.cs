using Exemplar.Meetings.Recording;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.Statuses;

namespace Exemplar.Meetings.Past;

/// <summary>Who belonged to the units on any day: read once for a whole register.</summary>
internal sealed class PastRolls
{
    private sealed record Stay(Guid PersonId, string Name, MemberStatus? Status, PartialDate? ConfirmedOn, string Path, DateOnly From, DateOnly? To);

    private sealed record Post(Guid PersonId, string Name, MemberStatus? Status, PartialDate? ConfirmedOn, Guid UnitId, PostKind Kind, DateOnly From, DateOnly? To);

    private readonly List<Stay> stays;
    private readonly ILookup<Guid, Post> posts;
    private readonly Dictionary<Guid, List<Stay>> byUnit = [];
    private readonly Dictionary<Guid, string> paths;
    private readonly StatusHistory statuses;
    private readonly Dictionary<Guid, DateOnly[]> turns = [];
    private readonly Dictionary<(Guid Unit, bool ByMembers, int Turn), Known> known = [];

    private PastRolls(List<Stay> stays, List<Post> posts, Dictionary<Guid, string> paths, StatusHistory statuses) =>
        (this.stays, this.posts, this.paths, this.statuses) = (stays, posts.ToLookup(p => p.UnitId), paths, statuses);

    /// <param name="Due">Those due at the meeting, by the roster of that day.</param>
    /// <param name="Beside">Others of the unit whom its registers may name.</param>
    /// <param name="IsOfDay">False when the roster does not reach back to that day: then everybody of the unit, now or earlier, may be meant by a name, and nothing follows for whom none names.</param>
    /// <param name="IsDueOfDay">The same of those due alone: whether something follows for whom none names.</param>
    public sealed record Known(IReadOnlyList<RollPlace> Due, IReadOnlyList<RollPlace> Beside, bool IsOfDay, bool IsDueOfDay)
    {
        private readonly Dictionary<(string Names, string Away), RollCall> called = [];

        internal RollNames Names { get; } = new([.. Due, .. Beside]);

        /// <summary>Those due, in their order; where no posts are on record for that day, a committee's meeting was of those whom its row names.</summary>
        internal IReadOnlyDictionary<Guid, int> Places { get; } = (Due.Count > 0 ? Due : Beside).Select((p, n) => (p.PersonId, n)).ToDictionary(p => p.PersonId, p => p.n);

        /// <summary>Who is named: by mostly the same few words of a branch, meeting after meeting.</summary>
        internal RollCall Called(WhoCame came, Func<WhoCame, string> words) =>
            called.TryGetValue((came.Names, came.Away), out var call) ? call : called[(came.Names, came.Away)] = RollCallText.Read(words(came), Names);
    }

    /// <summary>Somebody of a unit in a period.</summary>
    /// <param name="To">Null while they are still there.</param>
    /// <param name="Post">Empty without one.</param>
    public sealed record Belonging(Guid PersonId, string Name, DateOnly From, DateOnly? To, string Post);

    public static async Task<PastRolls> Load(AppDb db, IReadOnlyCollection<Unit> units, CancellationToken ct)
    {
        // A Party group's people are those of its branch.
        var parents = units.Where(u => u.Kind is UnitKind.PartyGroup && u.ParentId is not null).Select(u => u.ParentId!.Value).ToHashSet();
        var paths = await db.Units.Where(u => parents.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Path, ct);
        foreach (var unit in units) paths[unit.Id] = unit.Kind is UnitKind.PartyGroup ? paths.GetValueOrDefault(unit.ParentId!.Value, unit.Path) : unit.Path;
        var ids = units.Select(u => u.Id).ToList();
        var offices = units.Select(u => u.Path[..(u.Path.IndexOf('/', 1) + 1)]).Distinct().ToList();

        List<Stay> stays = [];
        foreach (var office in offices)
        {
            stays.AddRange(await db.Memberships.Join(db.Units.Where(u => u.Path.StartsWith(office) && (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch)), m => m.UnitId, u => u.Id, (m, u) => new { m, u.Path })
                .Join(db.People, x => x.m.PersonId, p => p.Id, (x, p) => new Stay(p.Id, p.Name, p.Status, p.ConfirmedOn, x.Path, x.m.From, x.m.To)).ToListAsync(ct));
        }
        var posts = await db.Posts.Where(p => ids.Contains(p.UnitId)).Join(db.People, p => p.PersonId, p => p.Id, (post, p) => new Post(p.Id, p.Name, p.Status, p.ConfirmedOn, post.UnitId, post.Kind, post.From, post.To)).ToListAsync(ct);
        return new(stays, posts, paths, await db.StatusesOf(db.People.Select(p => p.Id), ct));
    }

    /// <summary>The same object for all days between two changes of the roll: a register has hundreds of meetings and few changes.</summary>
    public Known On(Unit unit, MeetingKind kind, DateOnly day)
    {
        var byMembers = unit.Kind is UnitKind.PartyGroup || kind.Due is DueCircle.Members;
        if (!turns.TryGetValue(unit.Id, out var days)) turns[unit.Id] = days = TurnsOf(unit);
        var at = Array.BinarySearch(days, day);
        var turn = at >= 0 ? at + 1 : ~at;
        if (!known.TryGetValue((unit.Id, byMembers, turn), out var roll)) known[(unit.Id, byMembers, turn)] = roll = Reckon(unit, byMembers, day);
        return roll;
    }

    /// <summary>Of somebody who is not of the unit on that day: from which later day on they are; null when never.</summary>
    public DateOnly? BeginOf(string name, Unit unit, MeetingKind kind, DateOnly day) =>
        turns.GetValueOrDefault(unit.Id, []).Where(turn => turn > day && On(unit, kind, turn).Names.Called(name).Count > 0).Select(turn => (DateOnly?)turn).FirstOrDefault();

    /// <summary>The days on which the roll of the unit became another: somebody came, was gone, took or left a post, or became something else.</summary>
    private DateOnly[] TurnsOf(Unit unit)
    {
        var (there, holders) = (StaysIn(unit), posts[unit.Id].ToList());
        var spans = there.Select(s => (s.From, s.To)).Concat(holders.Select(p => (p.From, p.To)));
        var people = there.Select(s => (s.PersonId, s.ConfirmedOn)).Concat(holders.Select(p => (p.PersonId, p.ConfirmedOn))).DistinctBy(p => p.PersonId);
        return
        [
            .. spans.SelectMany(s => s.To is { } to && to < DateOnly.MaxValue ? [s.From, to.AddDays(1)] : (DateOnly[])[s.From])
                .Concat(people.SelectMany(p => statuses.Of(p.PersonId).Select(c => c.On).Concat(p.ConfirmedOn is { } confirmed ? [confirmed.First] : []))).Distinct().Order(),
        ];
    }

    private Known Reckon(Unit unit, bool byMembers, DateOnly day)
    {
        var (members, isOfDay) = On(StaysIn(unit), day, s => (s.From, s.To), s => Then(s.PersonId, s.Name, s.Status, s.ConfirmedOn, day).Status is not null);
        var (holders, areHoldersOfDay) = On([.. posts[unit.Id]], day, p => (p.From, p.To));
        var place = holders.GroupBy(p => p.PersonId).ToDictionary(g => g.Key, g => g.Min(p => (int)p.Kind));
        var all = members.Select(m => Then(m.PersonId, m.Name, m.Status, m.ConfirmedOn, day)).Concat(holders.Select(h => Then(h.PersonId, h.Name, h.Status, h.ConfirmedOn, day)))
            .DistinctBy(p => p.PersonId).OrderBy(p => place.GetValueOrDefault(p.PersonId, int.MaxValue)).ThenBy(p => p.Name, PinyinOrder.Instance).ThenBy(p => p.PersonId).ToList();
        return new([.. all.Where(p => byMembers ? members.Exists(m => m.PersonId == p.PersonId) : place.ContainsKey(p.PersonId))],
            [.. all.Where(p => byMembers ? !members.Exists(m => m.PersonId == p.PersonId) : !place.ContainsKey(p.PersonId))], isOfDay, byMembers ? isOfDay : areHoldersOfDay);
    }

    /// <summary>Who belonged to the unit on any day of the period, those with posts first; everybody it has now or ever had, where the roster does not reach back so far.</summary>
    public List<Belonging> During(Unit unit, Period period)
    {
        var (stays, isThen) = In(StaysIn(unit));
        var holders = posts[unit.Id].Where(p => p.From <= period.Last && (p.To is null || p.To >= period.First)).ToList();
        var place = holders.GroupBy(p => p.PersonId).ToDictionary(g => g.Key, g => g.MinBy(p => p.Kind)!.Kind);
        return [.. stays.GroupBy(s => s.PersonId).Select(g => (g.Key, g.First().Name, From: isThen ? g.Min(s => s.From) : period.First, To: g.Any(s => s.To is null) ? null : g.Max(s => s.To)))
            .Concat(holders.Where(h => !stays.Exists(s => s.PersonId == h.PersonId)).DistinctBy(h => h.PersonId).Select(h => (h.PersonId, h.Name, From: period.First, To: (DateOnly?)null)))
            .OrderBy(p => place.TryGetValue(p.Item1, out var post) ? (int)post : int.MaxValue).ThenBy(p => p.Name, PinyinOrder.Instance).ThenBy(p => p.Item1)
            .Select(p => new Belonging(p.Item1, p.Name, p.From, p.To, place.TryGetValue(p.Item1, out var post) ? post.Name() : ""))];

        (List<Stay> There, bool IsThen) In(List<Stay> all) => all.FindAll(s => s.From <= period.Last && (s.To is null || s.To >= period.First)) is { Count: > 0 } there ? (there, true) : (all, false);
    }

    private List<Stay> StaysIn(Unit unit)
    {
        if (byUnit.TryGetValue(unit.Id, out var known)) return known;
        var path = paths[unit.Id];
        return byUnit[unit.Id] = stays.FindAll(s => statuses.WasEverMember(s.PersonId, s.Status) && s.Path.StartsWith(path, StringComparison.Ordinal));
    }

    /// <param name="belongs">Whether somebody who was there belongs to those asked for; null when all do.</param>
    private static (List<T> There, bool IsOfDay) On<T>(List<T> dated, DateOnly day, Func<T, (DateOnly From, DateOnly? To)> span, Predicate<T>? belongs = null)
    {
        var there = dated.FindAll(x => span(x) is var (from, to) && from <= day && (to is null || to >= day) && belongs?.Invoke(x) is not false);
        return there.Count > 0 ? (there, true) : (dated, false);
    }

    private RollPlace Then(Guid id, string name, MemberStatus? now, PartialDate? confirmedOn, DateOnly day)
    {
        var then = statuses.On(id, day, now, confirmedOn);
        return new(id, name, then, Votes: then is MemberStatus.Full);
    }
}

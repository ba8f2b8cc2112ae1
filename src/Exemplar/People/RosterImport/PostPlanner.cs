using Exemplar.Organization;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

/// <summary>
/// Holds the posts that a roster names against those on record. Nothing on record ends unless somebody says so, and who of two
/// holds a post that one person holds is asked.
/// </summary>
internal sealed class PostPlanner(PostPlaces places, IReadOnlyList<PostPlanner.Holder> onRecord, ImportOptions options, Actor actor, DateOnly today)
{
    private static readonly PostKind[] Divided = [PostKind.OrganizationMember, PostKind.PublicityMember, PostKind.DisciplineMember];

    /// <summary>Whoever holds one of them is of the committee already.</summary>
    private static readonly PostKind[] OfCommittee = [PostKind.Secretary, PostKind.DeputySecretary, PostKind.FullTimeDeputySecretary, .. Divided];

    internal sealed record Holder(Post Post, string Name);

    private readonly List<PostQuestion> questions = [];

    public static async Task<RosterPlan> AddTo(RosterPlan plan, AppDb db, Actor actor, RosterUnits units, ImportOptions options, DateOnly today, CancellationToken ct)
    {
        var seen = db.Units.Where(actor, PeopleCapability.Import);
        var onRecord = await db.Posts.AsNoTracking().Where(p => p.To == null && seen.Any(u => u.Id == p.UnitId)).Join(db.People, p => p.PersonId, p => p.Id, (post, person) => new Holder(post, person.Name)).ToListAsync(ct);
        var planner = new PostPlanner(new(units), onRecord, options, actor, today);
        var with = planner.AddTo(plan);
        // A group that was named for a post which nobody is given after all is not set up.
        return with with { Founded = [.. units.Founded.Where(u => !with.IsForPosts(u) || with.Posts.Any(p => p.Unit?.Id == u.Id && p.State is not PostState.LeftOut))] };
    }

    private RosterPlan AddTo(RosterPlan plan)
    {
        var said = plan.Reading.Lines.ToDictionary(l => l.Row, l => l.PartyPosts);
        var partyOnly = !plan.Reading.Header.Columns.ContainsKey(RosterColumn.PartyPost);
        var posts = plan.Lines.Where(l => l.State is LineState.New or LineState.Changed or LineState.Unchanged).SelectMany(line =>
            said.GetValueOrDefault(line.Row) is { } words ? WithoutSecondSeat([.. PartyPostWords.Read(words, partyOnly).Select(named => Plan(line, named)).DistinctBy(p => (p.Unit?.Id, p.Kind, p.Kind is null ? p.Words : ""))]) : []).ToList();
        posts = Settle(posts);
        return plan with { Posts = posts, Questions = questions };
    }

    /// <summary>宣传委员兼青年委员 has one seat.</summary>
    private static IEnumerable<PlannedPost> WithoutSecondSeat(List<PlannedPost> posts) =>
        posts.Where(p => p.Kind is not PostKind.CommitteeMember || !posts.Exists(o => o.Unit is not null && o.Unit.Id == p.Unit?.Id && o.Kind is { } kind && OfCommittee.Contains(kind)));

    private PlannedPost Plan(PlannedLine line, NamedPost named)
    {
        var planned = new PlannedPost(line.Row, line.PersonId, line.Facts.Name, named.Words, PostState.LeftOut, null, named.Kind, options.AsOf, "");
        if (named.Kind is not { } kind) return planned with { Why = "认不出是什么职务" };
        var place = places.Of(named, line.Branch, line.Group);
        if (place.Value is not { } unit) return planned with { Why = place.Refusal!.Message };
        planned = planned with { Unit = unit, Branch = unit.Kind is UnitKind.PartyGroup ? line.BranchName : "", From = BeginIn(unit, line) };
        if (!actor.May(PeopleCapability.Appoint, unit)) return planned with { Why = $"{unit.Name}的任免不由您登记" };
        if (Post.Appoint(Guid.Empty, unit, line.PersonId, line.Facts.Status is not null, kind, planned.From, "", [], today).Refusal is { } refusal) return planned with { Why = refusal.Message };

        if (Held(unit, kind).FirstOrDefault(h => h.Post.PersonId == line.PersonId) is { } held)
            return held.Post.MayBegin(planned.From) ? planned with { State = PostState.Sooner, OnRecord = held.Post, Why = $"从 {held.Post.From.Iso()} 起 → 从 {planned.From.Iso()} 起" } : planned with { State = PostState.Known, From = held.Post.From };
        var beside = Divided.Contains(kind) ? Held(unit, kind).FirstOrDefault() : null;
        return planned with { State = PostState.New, Why = beside is null ? "" : $"现任还有{beside.Name}，仍在任；已经离任的请到单位页登记" };
    }

    /// <summary>The day from which it holds: the beginning of the term when that is known, else the roster's day; nobody before they joined, nor in the branch before they came to it.</summary>
    private DateOnly BeginIn(Unit unit, PlannedLine line)
    {
        var began = unit is { IsElected: true, ElectedOn: { } elected } && elected <= today ? elected : options.AsOf;
        if (!options.Matches.WithoutTransfers && line.CameOn is { First: var came } && came > began && (unit.Id == line.Branch?.Id || unit.ParentId == line.Branch?.Id)) return came;
        return line.Facts.JoinedOn is { } joined && joined.First > began ? (joined.First > options.AsOf ? joined.First : options.AsOf) : began;
    }

    private IEnumerable<Holder> Held(Unit unit, PostKind kind) => onRecord.Where(h => h.Post.UnitId == unit.Id && h.Post.Kind == kind);

    /// <summary>Of a post that one person holds, one is taken over: the only one, or whom somebody chose.</summary>
    private List<PlannedPost> Settle(List<PlannedPost> posts)
    {
        foreach (var same in posts.Where(p => p is { State: PostState.New, Kind: { } kind } && Post.IsSole(kind)).GroupBy(p => (p.Unit!.Id, Kind: p.Kind!.Value)).ToList())
        {
            var candidates = same.ToList();
            var (unit, kind) = (candidates[0].Unit!, same.Key.Kind);
            var incumbent = Held(unit, kind).FirstOrDefault();
            if (incumbent is null && candidates.Count == 1) continue;

            var key = PostQuestion.KeyOf(unit, kind);
            int? answer = options.Matches.Posts.TryGetValue(key, out var row) && (row == 0 || candidates.Exists(c => c.Row == row)) ? row : null;
            questions.Add(new(key, candidates[0].Title, incumbent?.Name ?? "", candidates, answer));
            posts = posts.ConvertAll(p => candidates.Contains(p) ? Answered(p, answer, incumbent, candidates) : p);
        }
        return posts;
    }

    private PlannedPost Answered(PlannedPost post, int? answer, Holder? incumbent, List<PlannedPost> candidates)
    {
        if (answer is null) return post with { State = PostState.Asked, Why = incumbent is null ? $"表里有 {candidates.Count} 人，请选定一人" : $"现任是{incumbent.Name}，请选定" };
        if (answer != post.Row) return post with { State = PostState.LeftOut, Why = answer == 0 ? "您选了不登记" : "您选了别人" };
        if (incumbent is null) return post;

        var from = post.From > incumbent.Post.From ? post.From : options.AsOf;
        return from > incumbent.Post.From ? post with { From = from, OnRecord = incumbent.Post, Why = $"接任，{incumbent.Name}到 {from.AddDays(-1).Iso()} 为止" }
            : post with { State = PostState.LeftOut, Why = $"{incumbent.Name}从 {incumbent.Post.From.Iso()} 起任职，不早于这份名册，请到单位页先登记离任" };
    }
}

/// <summary>The units in which somebody of a branch may hold a post.</summary>
internal sealed class PostPlaces(RosterUnits units)
{
    private readonly NamedUnits named = new([.. units.All.Where(u => u.IsParty || u.Kind is UnitKind.PartyLeadershipGroup).OrderBy(u => u.Order, StringComparer.Ordinal)], _ => null);

    /// <param name="branch">Where the person belongs; null when in no branch.</param>
    /// <param name="own">The Party group that the sheet names for the person.</param>
    public Result<Unit> Of(NamedPost post, Unit? branch, Unit? own)
    {
        if (post.Body is PostBody.Unclear) return new Refusal("写在上级组织的职务后面，没有写明是支部的还是上级的");
        if (post.Body is PostBody.LeadershipGroup) return Only(named.All.Where(u => u.Kind is UnitKind.PartyLeadershipGroup), "党组");
        if (post.Body is PostBody.Named) return InNamed(post.Unit, branch);
        if (branch is null) return new Refusal("没有编入支部，不知道是哪里的职务");
        return post.Body switch
        {
            PostBody.Committee => Above(branch, UnitKind.Committee) is { } committee ? committee : Only(named.All.Where(u => u.Kind is UnitKind.Committee), "机关党委"),
            PostBody.GeneralBranch => Above(branch, UnitKind.GeneralBranch) is { } general ? general : new Refusal($"{branch.Name}不在党总支下面"),
            PostBody.PartyGroup => post.Unit.Length == 0 && own is not null ? own : GroupOf(branch, post.Unit),
            _ => branch,
        };
    }

    private Result<Unit> InNamed(string name, Unit? branch)
    {
        if (named.Called(name) is not { } unit) return new Refusal($"没有叫“{PrivateText.Quote(name)}”的党组织");
        return unit.Kind is UnitKind.Branch && branch is not null && unit.Id != branch.Id ? new Refusal($"人编在{branch.Name}，不能任{unit.Name}的职务；请核对") : unit;
    }

    private Result<Unit> GroupOf(Unit branch, string name)
    {
        var groups = units.All.Where(u => u.ParentId == branch.Id && u.Kind is UnitKind.PartyGroup).ToList();
        if (name.Length == 0)
        {
            return groups is [var only] ? only : new Refusal(groups.Count == 0 ? $"{branch.Name}下面还没有党小组，也没有写是哪一个；请写明“第一党小组组长”，或者先在组织机构里设立，再导入一次" : $"{branch.Name}有 {groups.Count} 个党小组，没有写是哪一个");
        }
        // By its number, or as 一中队党小组, it is set up with the roster; 领导小组 and the like are no Party groups.
        var isParty = GroupWords.NameOf(name) is not null || name.EndsWith("党小组", StringComparison.Ordinal);
        var group = isParty ? units.Group(branch, name) : groups.Find(g => GroupWords.AreSame(name, g.Name));
        return group is not null ? group : new Refusal($"{branch.Name}没有叫“{PrivateText.Quote(name)}”的党小组{(isParty ? "，也不能由您设立" : "")}");
    }

    private Unit? Above(Unit branch, UnitKind kind) => named.All.Where(u => u.Kind == kind && branch.Path.StartsWith(u.Path, StringComparison.Ordinal)).MaxBy(u => u.Path.Length);

    private static Result<Unit> Only(IEnumerable<Unit> of, string what) => of.Take(2).ToList() is [var only] ? only : new Refusal($"没有或不止一个{what}，不知道是哪里的职务");
}

using Exemplar.Organization;

namespace Exemplar.People;

/// <summary>One unit: its posts now and before, its people, the units below it.</summary>
public sealed class UnitPage(AppDb db, Actor actor)
{
    private const int MostPeople = 100;

    public sealed record Above(Guid Id, string Name);

    public sealed record Held(Guid Id, PostKind Kind, Guid PersonId, string Person, DateOnly From, DateOnly? To, string Basis);

    /// <summary>One person with all posts held here today: 宣传委员 and 委员 are one member of a committee.</summary>
    public sealed record Holder(Guid PersonId, string Person, IReadOnlyList<Held> Posts)
    {
        public string Titles => string.Join('、', Posts.Select(p => p.Kind.Name()));
        public string Since => string.Join('、', Posts.Select(p => p.From.Iso()).Distinct());
        public string Basis => string.Join('、', Posts.Select(p => p.Basis).Where(b => b.Length > 0).Distinct());
    }

    public sealed record Somebody(Guid Id, string Name, MemberStatus? Status, bool IsRetired);

    public sealed record Became(UnitStep Step, bool MayOpenOther);

    public sealed record Below(Guid Id, string Name, UnitKind Kind);

    /// <param name="Steps">What became of the unit, the newest first.</param>
    public sealed record View(Unit Unit, IReadOnlyList<Above> Parents, IReadOnlyList<Became> Steps, IReadOnlyList<Held> Posts, IReadOnlyList<Held> FormerPosts,
        IReadOnlyList<Somebody> People, int Count, IReadOnlyList<Below> Units, bool MaySeePeople, bool MayChange, bool MayAppoint, bool MayAddPeople)
    {
        /// <summary>Each once, where the first of their posts stands.</summary>
        public IReadOnlyList<Holder> Holders => [.. Posts.GroupBy(p => (p.PersonId, p.Person)).Select(g => new Holder(g.Key.PersonId, g.Key.Person, [.. g]))];

        public bool IsLiving => Unit.DissolvedOn is null;

        /// <summary>Merging and splitting moves people.</summary>
        public bool MayJoin => MayChange && MayAddPeople && IsLiving && Branches.GoingOver.Kinds.Contains(Unit.Kind);
    }

    public async Task<View> Show(Guid id, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().FindOrThrow(id, ct);
        actor.Demand(OrganizationCapability.View, within: unit);

        var seen = db.Units.AsNoTracking().Where(actor, OrganizationCapability.View);
        var parents = await seen.Where(u => unit.Path.StartsWith(u.Path) && u.Id != id).OrderBy(u => u.Path.Length).Select(u => new Above(u.Id, u.Name)).ToListAsync(ct);
        var below = await seen.Where(u => u.ParentId == id && u.DissolvedOn == null).OrderBy(u => u.Order).Select(u => new Below(u.Id, u.Name, u.Kind)).ToListAsync(ct);
        var posts = await db.Posts.Where(p => p.UnitId == id)
            .Join(db.People, p => p.PersonId, p => p.Id, (post, person) => new Held(post.Id, post.Kind, person.Id, person.Name, post.From, post.To, post.Basis))
            .ToListAsync(ct);

        var maySeePeople = actor.May(PeopleCapability.View, unit);
        var people = db.People.AsNoTracking().Where(p => p.Memberships.Any(m => m.UnitId == id && m.To == null));
        var steps = await db.UnitSteps.AsNoTracking().Where(s => s.UnitId == id).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Select(s => new Became(s, seen.Any(u => u.Id == s.OtherId))).ToListAsync(ct);
        return new(unit, parents, steps,
            [.. posts.Where(p => p.To is null).OrderBy(p => p.Kind).ThenBy(p => p.From)],
            [.. posts.Where(p => p.To is not null).OrderByDescending(p => p.To)],
            maySeePeople ? await people.OrderBy(p => p.NameOrder).ThenBy(p => p.Id).Take(MostPeople).Select(p => new Somebody(p.Id, p.Name, p.Status, p.IsRetired)).ToListAsync(ct) : [],
            await people.CountAsync(ct), below, maySeePeople,
            actor.May(OrganizationCapability.Change, unit), actor.May(PeopleCapability.Appoint, unit), actor.May(PeopleCapability.Change, unit));
    }
}

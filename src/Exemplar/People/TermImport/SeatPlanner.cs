using Exemplar.Organization;
using Exemplar.People.RosterImport;

namespace Exemplar.People.TermImport;

/// <summary>Finds who on the roster the members of a committee are, and which of their posts are on record already. Nobody is guessed, and nothing on record ends.</summary>
internal sealed class SeatPlanner(ILookup<string, SeatPlanner.Somebody> people, ILookup<Guid, SeatPlanner.Holder> posts, DateOnly today)
{
    private static readonly PostKind[] Tasks = [PostKind.OrganizationMember, PostKind.PublicityMember, PostKind.DisciplineMember];

    internal sealed record Stay(string Path, string Unit, DateOnly? To);

    internal sealed record Somebody(Guid Id, string Name, bool IsMember, IReadOnlyList<Stay> Stays);

    internal sealed record Holder(Post Post, string Name);

    public static async Task<SeatPlanner> Load(AppDb db, Actor actor, TermReading reading, DateOnly today, CancellationToken ct)
    {
        var names = reading.Lines.SelectMany(l => l.Seats).Select(s => s.Name).Distinct().ToList();
        var found = new List<Somebody>();
        foreach (var some in names.Chunk(500))
        {
            var people = await db.VisiblePeople(actor, PeopleCapability.Appoint).AsNoTracking().Where(p => some.Contains(p.Name)).Select(p => new
            {
                p.Id,
                p.Name,
                IsMember = p.Status != null,
                Stays = p.Memberships.Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new Stay(u.Path, u.Name, m.To)).ToList(),
            }).ToListAsync(ct);
            found.AddRange(people.Select(p => new Somebody(p.Id, p.Name, p.IsMember, p.Stays)));
        }
        var units = db.Units.Where(actor, PeopleCapability.Appoint);
        var held = await db.Posts.AsNoTracking().Where(p => units.Any(u => u.Id == p.UnitId)).Join(db.People, p => p.PersonId, p => p.Id, (post, person) => new Holder(post, person.Name)).ToListAsync(ct);
        return new(found.ToLookup(p => p.Name), held.ToLookup(h => h.Post.UnitId), today);
    }

    /// <param name="until">The last day of the term; null while it lasts.</param>
    public IReadOnlyList<PlannedSeat> Plan(Unit unit, DateOnly from, DateOnly? until, IReadOnlyList<TermSeat> seats) =>
        [.. seats.Select(seat => Post.IsSole(seat.Kind) && seats.Any(o => o != seat && o.Kind == seat.Kind)
            ? new PlannedSeat(seat, PostState.LeftOut, default, $"一届只有一位{seat.Kind.Name()}，表里写了几位")
            : Plan(unit, from, until, seat))];

    private PlannedSeat Plan(Unit unit, DateOnly from, DateOnly? until, TermSeat seat)
    {
        var planned = new PlannedSeat(seat, PostState.LeftOut, default, "");
        var (person, why) = Find(unit, until is null, seat.Name);
        if (person is null) return planned with { Why = why };
        if (Post.Appoint(Guid.Empty, unit, person.Id, person.IsMember, seat.Kind, from, "", [], today).Refusal is { } refusal) return planned with { Why = refusal.Message };

        planned = planned with { PersonId = person.Id };
        var held = posts[unit.Id].Where(h => h.Post.Kind == seat.Kind && (until is null || h.Post.From <= until) && (h.Post.To is null || h.Post.To >= from)).ToList();
        if (held.Find(h => h.Post.PersonId == person.Id) is { } own) return OnRecord(planned, [own.Post], from, until);
        // 委员 is said of whoever sits there; whoever has a task of their own is that already.
        if (seat.Kind is PostKind.CommitteeMember && posts[unit.Id].Where(h => h.Post.PersonId == person.Id && h.Post.Kind is not PostKind.CommitteeMember && (until is null ? h.Post.To is null : h.Post.From <= until && (h.Post.To is null || h.Post.To >= from))).Select(h => h.Post).ToList() is { Count: > 0 } tasks)
            return OnRecord(planned, tasks, from, until);
        return Post.IsSole(seat.Kind) && held is [var other, ..]
            ? planned with { Why = $"{other.Name}从 {other.Post.From.Iso()} 起任{seat.Kind.Name()}{(other.Post.To is null ? "，仍在任；已经离任的请先到单位页登记" : "，时间有重叠；请到单位页核对")}" }
            : planned with { State = PostState.New };
    }

    /// <summary>
    /// What came with a roster begins with the election: the same post, and the tasks of whoever the sheet calls 委员. A secretary
    /// whom it calls so may have become that later.
    /// </summary>
    private static PlannedSeat OnRecord(PlannedSeat planned, IReadOnlyList<Post> held, DateOnly from, DateOnly? until)
    {
        var kind = planned.Seat.Kind;
        List<Post> sooner = until is null ? [.. held.Where(p => (p.Kind == kind || Tasks.Contains(p.Kind)) && p.MayBegin(from))] : [];
        var state = sooner.Count > 0 ? PostState.Sooner : PostState.Known;
        return planned with { State = state, Sooner = sooner, Why = string.Join('、', (sooner.Count > 0 ? sooner : held).Select(p => $"{(p.Kind == kind ? "" : $"在册是{p.Kind.Name()}，")}从 {p.From.Iso()} 起{(sooner.Count > 0 ? $" → 从 {from.Iso()} 起" : until is null && p.From > from ? p.ImportId is null ? "，手工登记的不改" : "，职务不同，没有改" : "")}")) };
    }

    /// <summary>In the term that lasts, somebody of the unit; in an earlier one whoever was there, or the only one of that name: people move.</summary>
    private (Somebody? Person, string Why) Find(Unit unit, bool lasts, string name)
    {
        var namesakes = people[name].ToList();
        var here = namesakes.Where(p => p.Stays.Any(s => s.Path.StartsWith(unit.Path, StringComparison.Ordinal) && (!lasts || s.To is null))).ToList();
        if (here is [var only]) return (only, "");
        if (here.Count > 1) return (null, $"{unit.Name}有 {here.Count} 位{name}，分不清是谁");
        if (!lasts && namesakes is [var moved]) return (moved, "");
        return (null, namesakes.Count switch
        {
            0 => "名册里没有这个人",
            1 => $"名册里的{name}不在{unit.Name}",
            var several => $"名册里有 {several} 位{name}，都不在{unit.Name}",
        });
    }
}

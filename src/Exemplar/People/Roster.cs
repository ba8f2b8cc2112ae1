using Exemplar.Organization;

namespace Exemplar.People;

public enum RosterGroup
{
    [Display(Name = "党员")] Members,
    [Display(Name = "干部职工（非党员）")] Colleagues,
    [Display(Name = "离退休")] Retired,
    [Display(Name = "已调离")] Left,
}

/// <summary>The people of the office, by unit in organization order, then by the pinyin of their names; a page of fifty.</summary>
public sealed class Roster(AppDb db, Actor actor)
{
    private const int PageSize = 50;
    private const string Nowhere = "99999/";   // after every unit

    public sealed record Filter(string? Name, Guid? Unit, RosterGroup? Group, Guid? After);

    public sealed record Row(Guid Id, string Name, Sex? Sex, DateOnly? BirthMonth, MemberStatus? Status, bool IsRetired, string Units);

    public sealed record View(IReadOnlyList<Row> Rows, int Count, Guid? Next, IReadOnlyList<UnitChoice> Units, bool MayChange, bool MayImport);

    public async Task<View> Show(Filter filter, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.View);
        var people = Narrow(db.VisiblePeople(actor, PeopleCapability.View).AsNoTracking(), filter);
        var page = await Page(people, filter.After, ct);
        var units = await UnitsOf([.. page.Select(p => p.Id)], ct);

        return new(
            [.. page.Take(PageSize).Select(p => new Row(p.Id, p.Name, p.Sex, p.BirthMonth, p.Status, p.IsRetired, string.Join('、', units[p.Id])))],
            await people.CountAsync(ct),
            page.Count > PageSize ? page[PageSize - 1].Id : null,
            await db.ChooseUnits(actor, PeopleCapability.View, [], ct),
            actor.May(PeopleCapability.Change),
            actor.May(PeopleCapability.Import));
    }

    private IQueryable<Person> Narrow(IQueryable<Person> people, Filter filter)
    {
        if (filter.Name?.Trim() is { Length: > 0 } name) people = people.Where(p => p.Name.Contains(name));
        if (filter.Unit is { } unit)
            people = people.Where(p => p.Memberships.Any(m => m.To == null
                && db.Units.Any(top => top.Id == unit && db.Units.Any(u => u.Id == m.UnitId && u.Path.StartsWith(top.Path)))));
        return filter.Group switch
        {
            RosterGroup.Left => people.Where(p => p.Memberships.Any() && p.Memberships.All(m => m.To != null)),
            RosterGroup.Members => Here(people).Where(p => p.Status != null),
            RosterGroup.Colleagues => Here(people).Where(p => p.Status == null),
            RosterGroup.Retired => Here(people).Where(p => p.IsRetired),
            _ => Here(people),
        };
    }

    private static IQueryable<Person> Here(IQueryable<Person> people) => people.Where(p => !p.Memberships.Any() || p.Memberships.Any(m => m.To == null));

    private async Task<List<Person>> Page(IQueryable<Person> people, Guid? after, CancellationToken ct)
    {
        var placed = people.Select(p => new
        {
            Person = p,
            Order = db.Memberships.Where(m => m.PersonId == p.Id && m.To == null).Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => u.Order).Min() ?? Nowhere,
        });
        if (after is { } last && await placed.Where(x => x.Person.Id == last).SingleOrDefaultAsync(ct) is { } cursor)
        {
            var (order, name, id) = (cursor.Order, cursor.Person.NameOrder, cursor.Person.Id);
            placed = placed.Where(x => x.Order.CompareTo(order) > 0
                || (x.Order == order && (x.Person.NameOrder.CompareTo(name) > 0 || (x.Person.NameOrder == name && x.Person.Id.CompareTo(id) > 0))));
        }
        return await placed.OrderBy(x => x.Order).ThenBy(x => x.Person.NameOrder).ThenBy(x => x.Person.Id).Take(PageSize + 1).Select(x => x.Person).ToListAsync(ct);
    }

    private async Task<ILookup<Guid, string>> UnitsOf(List<Guid> people, CancellationToken ct) =>
        (await db.Memberships.Where(m => m.To == null && people.Contains(m.PersonId))
            .Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { m.PersonId, u.Name, u.Order }).OrderBy(x => x.Order).ToListAsync(ct))
        .ToLookup(x => x.PersonId, x => x.Name);
}

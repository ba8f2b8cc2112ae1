namespace Exemplar.People.Merging;

/// <summary>与另一人合并: whom somebody is on the roster as a second time, chosen by hand. Offered first are people whose names are alike.</summary>
public sealed class MergeChoice(AppDb db, Actor actor)
{
    /// <param name="Alike">Whether these are offered because their names are alike, and not because they were searched for.</param>
    public sealed record View(Person Person, IReadOnlyList<Offer> People, bool Alike);

    /// <param name="Address">Of the preview in which the one with an account, else with more history, is kept.</param>
    public sealed record Offer(string Text, string Address);

    public async Task<View> Show(Guid id, string? name, CancellationToken ct)
    {
        var person = await db.DemandPerson(id, actor, PeopleCapability.Change, ct);
        var others = db.VisiblePeople(actor, PeopleCapability.Change).Where(p => p.Id != id);
        if (name?.Trim() is { Length: > 0 } wanted) return new(person, await Offers(person, others.Where(p => p.Name.Contains(wanted)), ct), Alike: false);

        var sound = NameSound.Of(NameLikeness.KeyOf(person.Name));
        var alike = (await others.AsNoTracking().Select(p => p.Name).Distinct().ToListAsync(ct)).FindAll(n => NameSound.Of(NameLikeness.KeyOf(n)) == sound);
        return new(person, await Offers(person, others.Where(p => alike.Contains(p.Name)), ct), Alike: true);
    }

    private async Task<List<Offer>> Offers(Person person, IQueryable<Person> others, CancellationToken ct)
    {
        var found = await db.ChoosePeople(others, ct);
        var history = await db.HistoryOf([person.Id, .. found.Select(o => o.Id)], ct);
        return found.ConvertAll(o => new Offer(o.Text, history.GetValueOrDefault(o.Id) > history.GetValueOrDefault(person.Id) ? $"/people/{o.Id}/merge/{person.Id}" : $"/people/{person.Id}/merge/{o.Id}"));
    }
}

namespace Exemplar.People.Merging;

/// <summary>与另一人合并: whom somebody is on the roster as a second time, chosen by hand. Offered first are people whose names are alike.</summary>
public sealed class MergeChoice(AppDb db, Actor actor)
{
    /// <param name="Alike">Whether these are offered because their names are alike, and not because they were searched for.</param>
    public sealed record View(Person Person, IReadOnlyList<PersonChoice> People, bool Alike);

    public async Task<View> Show(Guid id, string? name, CancellationToken ct)
    {
        var person = await db.DemandPerson(id, actor, PeopleCapability.Change, ct);
        var others = db.VisiblePeople(actor, PeopleCapability.Change).Where(p => p.Id != id);
        if (name?.Trim() is { Length: > 0 } wanted) return new(person, await db.ChoosePeople(others.Where(p => p.Name.Contains(wanted)), ct), Alike: false);

        var sound = NameSound.Of(NameLikeness.KeyOf(person.Name));
        var alike = (await others.AsNoTracking().Select(p => p.Name).Distinct().ToListAsync(ct)).FindAll(n => NameSound.Of(NameLikeness.KeyOf(n)) == sound);
        return new(person, await db.ChoosePeople(others.Where(p => alike.Contains(p.Name)), ct), Alike: true);
    }
}

using Exemplar.Organization;

namespace Exemplar.People.Statuses;

/// <summary>The last change of somebody's status was entered wrongly: it is taken back, and entered anew if there was one.</summary>
public sealed class WithdrawStatus(AppDb db, Actor actor)
{
    public sealed class Form
    {
        /// <summary>A form without one was opened on none.</summary>
        public int Version { get; set; } = -1;
    }

    public sealed record View(Person Person, StatusChange Change, Unit? Branch);

    /// <summary>404 for a change that the person does not have.</summary>
    public async Task<View> Open(Guid id, Guid change, CancellationToken ct)
    {
        var person = await db.DemandPerson(id, actor, PeopleCapability.Change, ct);
        var found = person.StatusChanges.Find(c => c.Id == change) ?? throw new NotFound(nameof(StatusChange));
        return new(person, found, await db.FindUnit(found.UnitId, ct));
    }

    public Task<Result<Person>> Handle(Guid id, Guid change, Form form, CancellationToken ct) => db.Commit<Person>(async (db, ct) =>
    {
        var (person, _, branch) = await Open(id, change, ct);
        if (person.Version != form.Version) throw new Stale(nameof(Person));
        if (person.WithdrawStatusChange(change, branch) is { } refusal) return refusal;
        db.Log(actor.Act(), PeopleCapability.Change, person);
        db.Entry(person).Property(p => p.Name).IsModified = true;
        return person;
    }, ct);
}

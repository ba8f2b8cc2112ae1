using Exemplar.Organization;
using Exemplar.Platform.Web;

namespace Exemplar.People;

/// <summary>Somebody changes department or branch, or leaves the office, from a day on.</summary>
public sealed class MovePerson(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "科室")]
        public Guid? Department { get; set; }

        [Display(Name = "所在支部")]
        public Guid? Branch { get; set; }

        [Display(Name = "调离本单位")]
        public bool Leaves { get; set; }

        [Display(Name = "从哪一天起"), Required]
        public DateOnly? On { get; set; }
    }

    public sealed record View(Person Person, Unit? Branch, Unit? Department, PlaceChoices Choices);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var person = await db.DemandPerson(id, actor, PeopleCapability.Change, ct);
        var places = person.HasLeft ? [] : await db.PlacesOf(person, ct);
        return new(person, places.Find(u => u.IsParty), places.Find(u => !u.IsParty && person.Memberships.Any(m => m.UnitId == u.Id)),
            await PlaceChoices.For(db, actor, PeopleCapability.Change, ct));
    }

    public Task<Result<Person>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<Person>(async (db, ct) =>
    {
        var (person, branch, department, choices) = await Open(id, ct);
        if (person.Version != form.Version) throw new Stale(nameof(Person));
        var (on, today) = (form.On!.Value, clock.Today());

        if (form.Leaves)
        {
            if (await db.LeaveOffice(actor.Act(), PeopleCapability.Change, person, on, today, ct) is { } refusal) return refusal;
        }
        else
        {
            // Where somebody is already may stay, even if the actor could not place them there anew.
            if (choices.Refuse(form.Branch == branch?.Id ? null : form.Branch, form.Department == department?.Id ? null : form.Department) is { } notOffered) return notOffered;
            var moving = new Moving(db, actor.Act(), on, today);
            if (moving.Move(person, await db.FindUnit(form.Branch, ct), await db.FindUnit(form.Department, ct)) is { } refusal) return refusal;
            await moving.TakeRolesAlong(ct);
            db.Entry(person).Property(p => p.Name).IsModified = true;   // memberships are part of the person: the version moves
            db.Log(actor.Act(), PeopleCapability.Change, person);
        }
        return person;
    }, ct);
}

using Exemplar.Organization;

namespace Exemplar.People;

/// <summary>The committee's office corrects what is written about somebody.</summary>
public sealed class EditPerson(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form : PersonForm
    {
        public int Version { get; set; }

        /// <summary>Asked of whoever is in no branch yet and becomes a member.</summary>
        [Display(Name = "编入支部")]
        public Guid? Branch { get; set; }

        public static Form Of(Person person) => new()
        {
            Version = person.Version,
            Name = person.Name,
            Sex = person.Sex,
            BirthMonth = person.BirthMonth?.ToString("yyyy-MM"),
            Status = person.Status,
            JoinedOn = person.JoinedOn?.ToString(),
            ConfirmedOn = person.ConfirmedOn?.ToString(),
            IsRetired = person.IsRetired,
        };
    }

    public sealed record View(Person Person, Unit? Branch, Unit? Department, PlaceChoices Choices);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var person = await db.DemandPerson(id, actor, PeopleCapability.Change, ct);
        var places = person.HasLeft ? [] : await db.PlacesOf(person, ct);
        return new(person, places.Find(u => u.IsParty), places.Find(u => !u.IsParty && person.Memberships.Any(m => m.UnitId == u.Id)), await PlaceChoices.For(db, actor, PeopleCapability.Change, ct));
    }

    public async Task<Result<Person>> Handle(Guid id, Form form, CancellationToken ct)
    {
        var facts = form.Facts();
        if (facts.Refusal is not null) return facts.Refusal;

        return await db.Commit<Person>(async (db, ct) =>
        {
            var found = await Open(id, ct);
            var person = found.Person;
            if (person.Version != form.Version) throw new Stale(nameof(Person));
            if (found.Choices.Refuse(form.Branch, null) is { } notOffered) return notOffered;
            if (await db.FindTwin(facts.Value!, id, ct) is { } twin) return new Refusal(nameof(Form.Name), $"名册里另有同名同出生年月的人（{twin}）");

            if (person.ContradictsChanges(facts.Value!)) return new Refusal(nameof(Form.Status), "身份和转正时间按登记的日期变更过：有新变化用“变更身份”，登记错了先撤回那一次");

            var wasMember = person.IsMember;
            if (person.Correct(facts.Value!, clock.Today()) is { } refusal) return refusal;
            if (person.IsMember != wasMember && !person.HasLeft)
            {
                // Joining the Party leads into a branch, and leaving it out of one.
                var branch = person.IsMember ? found.Branch ?? await db.FindUnit(form.Branch, ct) : null;
                if (person.Move(branch, found.Department, clock.Today(), clock.Today()) is { } unplaced) return unplaced;
            }
            db.Log(actor.Act(), PeopleCapability.Change, person);
            db.Entry(person).Property(p => p.Name).IsModified = true;   // a move alone must raise the version too
            return person;
        }, ct);
    }
}

using Exemplar.Organization;

namespace Exemplar.People;

/// <summary>The committee's office puts somebody on the roster.</summary>
public sealed class AddPerson(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form : PersonForm
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending: sent twice, registered once

        [Display(Name = "科室")]
        public Guid? Department { get; set; }

        [Display(Name = "所在支部")]
        public Guid? Branch { get; set; }

        [Display(Name = "何时来到这里"), Required]
        public DateOnly? On { get; set; }
    }

    public Task<PlaceChoices> Open(CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Change);
        return PlaceChoices.For(db, actor, PeopleCapability.Change, ct);
    }

    public async Task<Result<Person>> Handle(Form form, CancellationToken ct)
    {
        var facts = form.Facts();
        if (facts.Refusal is not null) return facts.Refusal;

        return await db.Commit<Person>(async (db, ct) =>
        {
            var choices = await Open(ct);
            if (choices.Refuse(form.Branch, form.Department) is { } notOffered) return notOffered;
            if (await db.VisiblePeople(actor, PeopleCapability.Change).Include(p => p.Memberships).SingleOrDefaultAsync(p => p.Id == form.Id, ct) is { } kept)
                return Resent.Answer(kept, kept.Name == facts.Value!.Name && kept.BirthMonth == facts.Value.BirthMonth, kept.Name);
            if (await db.FindTwin(facts.Value!, null, ct) is { } twin) return new Refusal(nameof(Form.Name), $"名册里已有同名同出生年月的人（{twin}），不用再登记");

            var registered = Person.Register(form.Id, facts.Value!, await db.FindUnit(form.Branch, ct), await db.FindUnit(form.Department, ct), form.On!.Value, clock.Today());
            if (registered.Refusal is not null) return registered;
            db.Add(registered.Value!);
            db.Log(actor.Act(), PeopleCapability.Change, registered.Value!);
            return registered;
        }, ct);
    }
}

using Exemplar.Organization;

namespace Exemplar.People;

/// <summary>Somebody of the roster takes a post in a unit.</summary>
public sealed class AppointPost(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending: sent twice, appointed once

        [Display(Name = "职务"), Required(ErrorMessage = "请选择职务")]
        public PostKind? Kind { get; set; }

        [Display(Name = "人员"), Required(ErrorMessage = "请选择人员")]
        public Guid? Person { get; set; }

        [Display(Name = "任职日期"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "依据"), StringLength(60)]
        public string? Basis { get; set; }
    }

    public sealed record View(Unit Unit, IReadOnlyList<PersonChoice> People);

    /// <summary>Without a name the unit's own people (and those of the units below) are offered; with one, whoever the actor sees.</summary>
    public async Task<View> Open(Guid unitId, string? name, CancellationToken ct)
    {
        var unit = await db.Units.FindOrThrow(unitId, ct);
        actor.Demand(PeopleCapability.Appoint, within: unit);

        var people = db.VisiblePeople(actor, PeopleCapability.Appoint);
        people = name?.Trim() is { Length: > 0 } wanted
            ? people.Where(p => p.Name.Contains(wanted))
            : people.Where(p => p.Memberships.Any(m => m.To == null && db.Units.Any(u => u.Id == m.UnitId && u.Path.StartsWith(unit.Path))));
        return new(unit, await db.ChoosePeople(people, ct));
    }

    public Task<Result<Post>> Handle(Guid unitId, Form form, CancellationToken ct) => db.Commit<Post>(async (db, ct) =>
    {
        var unit = await db.Units.FindOrThrow(unitId, ct);
        actor.Demand(PeopleCapability.Appoint, within: unit);
        if (await db.Posts.SingleOrDefaultAsync(p => p.Id == form.Id && p.UnitId == unitId, ct) is { } kept)
            return Resent.Answer(kept, kept.PersonId == form.Person && kept.Kind == form.Kind, kept.Kind.Name());

        var person = await db.VisiblePeople(actor, PeopleCapability.Appoint).AsNoTracking().SingleOrDefaultAsync(p => p.Id == form.Person, ct);
        if (person is null) return new Refusal(nameof(Form.Person), "请从列表中选择人员");

        var held = await db.Posts.AsNoTracking().Where(p => p.UnitId == unitId && p.To == null).ToListAsync(ct);
        var appointed = Post.Appoint(form.Id, unit, person.Id, person.IsMember, form.Kind!.Value, form.From!.Value, form.Basis ?? "", held, clock.Today());
        if (appointed.Refusal is not null) return appointed;
        db.Add(appointed.Value!);
        db.Log(actor.Act(), PeopleCapability.Appoint, appointed.Value!);
        return appointed;
    }, ct);
}

using Exemplar.Organization;
using Exemplar.People.Branches;
using Exemplar.Platform.Web;

namespace Exemplar.People.Statuses;

/// <summary>The committee's office enters from which day somebody is something else: confirmed, on probation in the Party, retired, no longer a member.</summary>
public sealed class ChangeStatus(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "变更"), Required(ErrorMessage = "请选择变更")]
        public StatusChangeKind? Kind { get; set; }

        [Display(Name = "从哪一天起"), Required]
        public DateOnly? On { get; set; }

        /// <summary>Asked of whoever is admitted.</summary>
        [Display(Name = "编入支部")]
        public Guid? Branch { get; set; }

        [Display(Name = "依据"), StringLength(StatusChange.LongestReason)]
        public string? Reason { get; set; }
    }

    /// <param name="Branch">The branch that they belong to now.</param>
    public sealed record View(Person Person, Unit? Branch, IReadOnlyList<StatusChangeKind> Kinds, PlaceChoices Choices);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var person = await db.DemandPerson(id, actor, PeopleCapability.Change, ct);
        var places = person.HasLeft ? [] : await db.PlacesOf(person, ct);
        return new(person, places.Find(u => u.IsParty), person.HasLeft ? [] : StatusChange.KindsFor(person.Status, person.IsRetired), await PlaceChoices.For(db, actor, PeopleCapability.Change, ct));
    }

    public Task<Result<Person>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<Person>(async (db, ct) =>
    {
        var (person, branch, _, choices) = await Open(id, ct);
        if (person.Version != form.Version) throw new Stale(nameof(Person));
        var entered = form.Kind is StatusChangeKind.Admitted ? form.Branch : null;
        if (choices.Refuse(entered, null) is { } notOffered) return notOffered;

        var (on, today) = (form.On!.Value, clock.Today());
        if (person.ChangeStatus(form.Kind!.Value, on, form.Reason ?? "", await db.FindUnit(entered, ct), branch?.Id, await PartyPostsOf(id, ct), today) is { } refusal) return refusal;
        if (form.Kind is StatusChangeKind.LeftParty && branch is not null) await db.TakeRolesAlong(actor.Act(), [id], branch.Id, null, today, ct);
        db.Log(actor.Act(), PeopleCapability.Change, person);
        db.Entry(person).Property(p => p.Name).IsModified = true;   // changes are part of the person: the version moves
        return person;
    }, ct);

    private async Task<string> PartyPostsOf(Guid person, CancellationToken ct)
    {
        var held = await db.Posts.Where(p => p.PersonId == person && p.To == null).Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.Kind, Unit = u }).ToListAsync(ct);
        return string.Join('、', held.Where(h => h.Unit.IsParty).OrderBy(h => h.Unit.Order, StringComparer.Ordinal).ThenBy(h => h.Kind).Select(h => h.Unit.Name + h.Kind.Name()));
    }
}

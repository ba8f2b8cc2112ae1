namespace Exemplar.People.Merging;

/// <summary>不是同一人: two people of one name are not proposed again; or they are, when that was a slip.</summary>
public sealed class JudgeDifferent(AppDb db, Actor actor)
{
    public sealed class Form
    {
        /// <summary>What the page offered: pressing an old page's button twice must not turn it round.</summary>
        [Required]
        public bool? Different { get; set; }
    }

    public sealed record View(Person One, Person Other, JudgedDifferent? Said);

    public async Task<View> Open(Guid id, Guid other, CancellationToken ct)
    {
        if (id == other) throw new NotFound(nameof(Person));
        var people = (await db.DemandPerson(id, actor, PeopleCapability.Change, ct), await db.DemandPerson(other, actor, PeopleCapability.Change, ct));
        var (first, second) = JudgedDifferent.Pair(id, other);
        return new(people.Item1, people.Item2, await db.JudgedDifferent.SingleOrDefaultAsync(j => j.FirstId == first && j.SecondId == second, ct));
    }

    public Task<Result<View>> Handle(Guid id, Guid other, Form form, CancellationToken ct) => db.Commit<View>(async (db, ct) =>
    {
        var view = await Open(id, other, ct);
        if (view.Said is not null == form.Different) return view;
        if (view.Said is { } said)
        {
            db.Remove(said);
            db.Log(actor.Act(), PeopleCapability.Change, said);
            return view;
        }
        var judged = JudgedDifferent.Of(id, other, actor.Act());
        db.Add(judged);
        db.Log(actor.Act(), PeopleCapability.Change, judged);
        return view;
    }, ct);
}

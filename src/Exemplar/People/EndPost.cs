using Exemplar.Organization;

namespace Exemplar.People;

/// <summary>Somebody leaves a post. The row stays as their history; with their last post in a unit the roles there end.</summary>
public sealed class EndPost(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        [Display(Name = "离任日期"), Required]
        public DateOnly? On { get; set; }
    }

    public sealed record View(Post Post, Unit Unit, string Person);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var post = await db.Posts.FindOrThrow(id, ct);
        var unit = await db.Units.FindOrThrow(post.UnitId, ct);
        actor.Demand(PeopleCapability.Appoint, within: unit);
        return new(post, unit, await db.People.Where(p => p.Id == post.PersonId).Select(p => p.Name).SingleAsync(ct));
    }

    public Task<Result<HandedOver>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<HandedOver>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        if (found.Post.End(form.On!.Value, clock.Today()) is { } refusal) return refusal;
        db.Log(actor.Act(), PeopleCapability.Appoint, found.Post);
        return await db.Posts.AnyAsync(p => p.Id != id && p.UnitId == found.Unit.Id && p.PersonId == found.Post.PersonId && p.To == null, ct)
            ? new HandedOver(0, 0)
            : await db.EndRoles(actor.Act(), found.Post.PersonId, found.Unit.Id, form.On.Value, clock.Today(), ct);
    }, ct);
}

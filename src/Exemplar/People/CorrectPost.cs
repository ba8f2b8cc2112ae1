using Exemplar.Organization;

namespace Exemplar.People;

/// <summary>The dates or the basis of a post were written down wrongly: they are put right, with the reason; what stood there before stays visible.</summary>
public sealed class CorrectPost(AppDb db, Actor actor)
{
    public sealed class Form
    {
        [Display(Name = "任职日期"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "离任日期")]
        public DateOnly? To { get; set; }

        [Display(Name = "依据"), StringLength(60)]
        public string? Basis { get; set; }

        [Display(Name = "更正的原因"), Required(ErrorMessage = "请写明更正的原因"), StringLength(PostCorrection.LongestReason)]
        public string Reason { get; set; } = "";

        /// <summary>What stood there when the page was opened; other than now, somebody was quicker.</summary>
        public string Version { get; set; } = "";
    }

    public sealed record Earlier(PostCorrection Correction, string By);

    public sealed record View(Post Post, Unit Unit, string Person, IReadOnlyList<Earlier> Corrections)
    {
        public string Digest => $"{Post.From.Iso()} {Post.To.Iso()} {Post.Basis}";
    }

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var post = await db.Posts.FindOrThrow(id, ct);
        var unit = await db.Units.FindOrThrow(post.UnitId, ct);
        actor.Demand(PeopleCapability.Appoint, within: unit);
        var earlier = await db.PostCorrections.AsNoTracking().Where(c => c.PostId == id).OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .Select(c => new Earlier(c, db.People.Where(p => p.Id == c.PersonId).Select(p => p.Name).SingleOrDefault() ?? "")).ToListAsync(ct);
        return new(post, unit, await db.People.Where(p => p.Id == post.PersonId).Select(p => p.Name).SingleAsync(ct), earlier);
    }

    public Task<Result<View>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<View>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        if (found.Digest != form.Version) throw new Stale(nameof(Post));
        var post = found.Post;
        var others = await db.Posts.AsNoTracking().Where(p => p.UnitId == post.UnitId && p.Kind == post.Kind && p.Id != id).Join(db.People, p => p.PersonId, p => p.Id, (p, person) => new { p, person.Name }).ToListAsync(ct);
        var corrected = post.Correct(form.From!.Value, form.To, form.Basis ?? "", form.Reason, [.. others.Select(o => (o.Name, o.p))], found.Unit.DissolvedOn is null, actor.Act());
        if (corrected.Refusal is { } refusal) return refusal;
        db.Log(actor.Act(), PeopleCapability.Appoint, post);
        db.Add(corrected.Value!);
        db.Log(actor.Act(), PeopleCapability.Appoint, corrected.Value!);
        return found;
    }, ct);
}

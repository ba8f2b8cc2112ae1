namespace Exemplar.Campaigns.Versions;

/// <summary>A person sets aside at once what a new version repeats: the tasks were issued already and must not go out twice.</summary>
public sealed class SetAsideSame(AppDb db, Actor actor, VersionComparison comparison, PlanReview review)
{
    public sealed class Form;

    public Task Open(Guid documentId, CancellationToken ct) => review.Open(documentId, ct);

    public Task<Result<int>> Handle(Guid documentId, CancellationToken ct) => db.Commit<int>(async (db, ct) =>
    {
        var same = (await comparison.Show(documentId, ct)).Same.Where(p => p.Later.Closed is null).Select(p => p.Later.Id).ToList();
        if (same.Count == 0) return new Refusal("没有相同而还没有定的");
        var items = await db.ProposedItems.Where(i => same.Contains(i.Id)).ToListAsync(ct);
        var before = items.ConvertAll(ItemState.Of);
        foreach (var item in items) item.Decide(ItemDecision.Dropped);
        await db.KeepStep(actor.Act(), documentId, ReviewStepKind.Decided, $"相同的 {items.Count} 条不另行下达", [.. items.Zip(before)], ct);
        return items.Count;
    }, ct);
}

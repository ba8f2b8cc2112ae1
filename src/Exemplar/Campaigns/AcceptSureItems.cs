namespace Exemplar.Campaigns;

/// <summary>A person accepts at once every proposal of a document about which the reader has no doubt.</summary>
public sealed class AcceptSureItems(AppDb db, Actor actor, PlanReview review)
{
    public sealed class Form;

    public Task Open(Guid documentId, CancellationToken ct) => review.Open(documentId, ct);

    public Task<Result<int>> Handle(Guid documentId, CancellationToken ct) => db.Commit<int>(async (db, ct) =>
    {
        await Open(documentId, ct);
        var pending = await db.ProposedItems.Where(i => i.DocumentId == documentId && i.Decision == ItemDecision.Pending).ToListAsync(ct);
        var sure = pending.Where(i => i.IsSure).ToList();
        if (sure.Count == 0) return 0;
        var before = sure.ConvertAll(ItemState.Of);
        foreach (var item in sure) item.Decide(ItemDecision.Accepted);
        await db.KeepStep(actor.Act(), documentId, ReviewStepKind.Decided, $"一次采纳 {sure.Count} 条", [.. sure.Zip(before)], ct);
        return sure.Count;
    }, ct);
}

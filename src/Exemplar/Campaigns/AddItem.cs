namespace Exemplar.Campaigns;

/// <summary>A person adds what the reader missed, or what was agreed besides the document. It is accepted by being added.</summary>
public sealed class AddItem(AppDb db, Actor actor, PlanReview review)
{
    public sealed class Form : ProposalFields
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending, so that sending twice adds once
    }

    public async Task<(PlanDocument Document, ProposalFields.Choices Choices)> Open(Guid documentId, CancellationToken ct)
    {
        var (document, found) = await review.Open(documentId, ct);
        return (document, await db.ChoicesOf(found, ct));
    }

    public Task<Result<ProposedItem>> Handle(Guid documentId, Form form, CancellationToken ct) => db.Commit<ProposedItem>(async (db, ct) =>
    {
        var (document, choices) = await Open(documentId, ct);
        if (await db.ProposedItems.SingleOrDefaultAsync(i => i.Id == form.Id && i.DocumentId == documentId, ct) is { } kept)
            return Resent.Answer(kept, kept.Title == form.Title.Trim(), kept.Title);
        if (form.Settle(choices) is { } refusal) return refusal;
        var added = ProposedItem.Add(form.Id, document, form);
        if (added.Value is not { } item) return added;
        db.Add(item);
        await db.KeepStep(actor.Act(), documentId, ReviewStepKind.Added, $"补充“{item.Title}”", [(item, ItemState.Of(item) with { Decision = ItemDecision.Dropped })], ct);
        return item;
    }, ct);
}

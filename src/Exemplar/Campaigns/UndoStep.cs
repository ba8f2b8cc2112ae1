namespace Exemplar.Campaigns;

/// <summary>A person takes back what they did last in a review, and again what came before it.</summary>
public sealed class UndoStep(AppDb db, Actor actor, PlanReview review)
{
    public sealed class Form
    {
        /// <summary>The step that is meant: pressed twice, it is taken back once.</summary>
        [Required]
        public Guid? Step { get; set; }
    }

    /// <summary>What would be taken back; null when there is nothing.</summary>
    public async Task<ReviewStep?> Open(Guid documentId, CancellationToken ct)
    {
        await review.Open(documentId, ct);
        return await db.LastStep(documentId, actor.Act().Account, ct);
    }

    /// <summary>Answers with the step and the first item it had changed.</summary>
    public Task<Result<(ReviewStep Step, ProposedItem Item)>> Handle(Guid documentId, Form form, CancellationToken ct) => db.Commit<(ReviewStep, ProposedItem)>(async (db, ct) =>
    {
        if (await Open(documentId, ct) is not { } step) return new Refusal("没有可以撤销的");
        if (step.Id != form.Step) return new Refusal("这一步刚才已经撤销，或者之后又做了别的。现在要撤销的见下面");

        var changes = ItemState.ReadChanges(step.Changes);
        var ids = changes.ConvertAll(c => c.Item);
        var items = await db.ProposedItems.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        var taken = new List<(ProposedItem, ItemState)>();
        foreach (var change in changes)
        {
            taken.Add((items[change.Item], ItemState.Of(items[change.Item])));
            if (change.TakeBack(items[change.Item]) is { } refusal) return refusal;
        }
        await db.KeepStep(actor.Act(), documentId, ReviewStepKind.Undone, $"撤销：{step.Words}", taken, ct, undoes: step.Id);
        return (step, items[ids[0]]);
    }, ct);
}

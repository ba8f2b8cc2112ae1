namespace Exemplar.Tasks;

/// <summary>What was accepted and turned out not to be done goes back to its unit, with the reason; its acceptance stays on record.</summary>
public sealed class ReopenTask(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "新的时限")]
        public DateOnly? DueOn { get; set; }

        [Display(Name = "理由"), Required, StringLength(AssignmentStep.LongestText)]
        public string Reason { get; set; } = "";
    }

    public Task<PlacedAssignment> Open(Guid id, CancellationToken ct) => db.DemandAccept(id, actor, ct);

    public Task<Result<PlacedAssignment>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<PlacedAssignment>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        found.Assignment.Guard(form.Version);
        if (found.Assignment.Reopen(actor.Act(), clock.Today(), form.DueOn, form.Reason) is { } refusal) return refusal;
        db.Log(actor.Act(), "tasks.reopen", found.Assignment);
        return found;
    }, ct);
}

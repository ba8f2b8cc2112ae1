namespace Exemplar.Tasks.Extensions;

/// <summary>A unit asks for more time before its date has passed. The original date is never overwritten.</summary>
public sealed class AskExtension(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "延到"), Required]
        public DateOnly? DueOn { get; set; }

        [Display(Name = "理由和目前进展"), Required, StringLength(AssignmentStep.LongestText)]
        public string Reason { get; set; } = "";
    }

    public Task<PlacedAssignment> Open(Guid id, CancellationToken ct) => db.DemandReport(id, actor, ct);

    public Task<Result<PlacedAssignment>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<PlacedAssignment>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        found.Assignment.Guard(form.Version);
        if (found.Assignment.AskExtension(actor.Act(), clock.Today(), form.DueOn!.Value, form.Reason) is { } refusal) return refusal;
        db.Log(actor.Act(), "tasks.extension.ask", found.Assignment);
        return found;
    }, ct);
}

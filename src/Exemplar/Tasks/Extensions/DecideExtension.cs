namespace Exemplar.Tasks.Extensions;

/// <summary>The side that issued a task grants more time or refuses it with a reason. Never by whoever asked.</summary>
public sealed class DecideExtension(AppDb db, Actor actor)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "意见"), StringLength(AssignmentStep.LongestText)]
        public string? Text { get; set; }

        /// <summary>True from the button 同意, false from 不同意.</summary>
        public bool Grant { get; set; }
    }

    /// <summary>403 when the share may be seen but its time is not the actor's to give.</summary>
    public async Task<PlacedAssignment> Open(Guid id, CancellationToken ct)
    {
        var found = await db.FindAssignment(id, actor, ct);
        return actor.May(TasksCapability.Extend, found.Issuer) ? found : throw new Forbidden(TasksCapability.Extend);
    }

    public Task<Result<PlacedAssignment>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<PlacedAssignment>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        found.Assignment.Guard(form.Version);
        if (!form.Grant && string.IsNullOrWhiteSpace(form.Text)) return new Refusal(nameof(Form.Text), "不同意要写明理由");
        if (found.Assignment.DecideExtension(actor.Act(), form.Grant, form.Text ?? "") is { } refusal) return refusal;
        db.Log(actor.Act(), TasksCapability.Extend, found.Assignment);
        return found;
    }, ct);
}

namespace Exemplar.Tasks;

/// <summary>The side that issued a task accepts what was reported done, or returns it with a reason. Never by whoever reported it.</summary>
public sealed class JudgeReport(AppDb db, Actor actor)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "意见"), StringLength(AssignmentStep.LongestText)]
        public string? Text { get; set; }

        /// <summary>True from the button 验收, false from 退回.</summary>
        public bool Accept { get; set; }
    }

    public Task<PlacedAssignment> Open(Guid id, CancellationToken ct) => db.DemandAccept(id, actor, ct);

    public Task<Result<PlacedAssignment>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<PlacedAssignment>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        found.Assignment.Guard(form.Version);
        if (!form.Accept && string.IsNullOrWhiteSpace(form.Text)) return new Refusal(nameof(Form.Text), "退回要写明理由，让对方知道还差什么");

        var act = actor.Act();
        var refusal = form.Accept ? found.Assignment.Accept(act, form.Text ?? "") : found.Assignment.Return(act, form.Text!);
        if (refusal is not null) return refusal;
        db.Log(act, form.Accept ? TasksCapability.Accept : "tasks.return", found.Assignment);
        return found;
    }, ct);
}

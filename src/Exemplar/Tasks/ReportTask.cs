using Exemplar.Platform.Files;

namespace Exemplar.Tasks;

/// <summary>A unit tells how its task stands, or that it is done.</summary>
public sealed class ReportTask(AppDb db, Actor actor, FileStore files)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "办理情况"), Required(ErrorMessage = "请写明办理情况"), StringLength(AssignmentStep.LongestText)]
        public string Text { get; set; } = "";

        [Display(Name = "附件（可不附）")]
        public IFormFile? File { get; set; }

        /// <summary>True from the button 报结, false from 反馈进展.</summary>
        public bool Finish { get; set; }
    }

    public Task<PlacedAssignment> Open(Guid id, CancellationToken ct) => db.DemandReport(id, actor, ct);

    public async Task<Result<PlacedAssignment>> Handle(Guid id, Form form, CancellationToken ct)
    {
        await Open(id, ct);
        var kept = await files.Keep(form.File, nameof(Form.File), ct);
        if (kept.Refusal is not null) return kept.Refusal;

        return await db.Commit<PlacedAssignment>(async (db, ct) =>
        {
            var found = await Open(id, ct);
            found.Assignment.Guard(form.Version);
            var act = actor.Act();
            var refusal = form.Finish ? found.Assignment.Finish(act, form.Text, kept.Value?.Id) : found.Assignment.Report(act, form.Text, kept.Value?.Id);
            if (refusal is not null) return refusal;

            if (kept.Value is { } file)
            {
                db.Add(file);
                db.Log(act, "files.keep", file);
            }
            db.Log(act, form.Finish ? "tasks.finish" : TasksCapability.Report, found.Assignment);
            return found;
        }, ct);
    }
}

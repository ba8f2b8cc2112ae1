using Exemplar.Tasks;

namespace Exemplar.Campaigns.Supervision;

/// <summary>Accepts several reports, or grants several extensions, after one look at all of them. Each is judged by its own rules; what cannot be done is named and left as it was.</summary>
public sealed class JudgeMany(AppDb db, Actor actor, ChosenShares chosen)
{
    public sealed class Form
    {
        /// <summary><c>id:version</c> of each ticked share.</summary>
        [Display(Name = "办理哪些")]
        public List<string> Picked { get; set; } = [];
    }

    public sealed record Outcome(int Accepted, int Granted, IReadOnlyList<string> Left);

    public Task<IReadOnlyList<ChosenShares.Share>> Open(IReadOnlyCollection<Guid> ids, CancellationToken ct) => chosen.Find(ids, ct);

    /// <summary>What waits for a word that the actor may give.</summary>
    public bool Awaits(ChosenShares.Share share) => share.AskedDueOn is not null ? actor.May(TasksCapability.Extend) : share.State is AssignmentState.Submitted && actor.May(TasksCapability.Accept);

    public Task<Result<Outcome>> Handle(Form form, CancellationToken ct) => db.Commit<Outcome>(async (db, ct) =>
    {
        actor.Demand(CampaignsCapability.Supervise);
        // An empty value arrives as null, whatever the list says of itself.
        var picked = form.Picked.OfType<string>().Select(Read).OfType<(Guid Id, int Version)>().Distinct().Take(ChosenShares.Most).ToList();
        if (picked.Count == 0) return new Refusal(nameof(Form.Picked), "请至少勾选一份");

        var (accepted, granted, left) = (0, 0, new List<string>());
        foreach (var (id, version) in picked)
        {
            var found = await db.FindAssignment(id, actor, ct);
            var asks = found.Assignment.AskedDueOn is not null;
            if (found.Assignment.Version != version) left.Add($"{found.Unit.Name}“{found.Task.Title}”：刚被他人更改，请单独看一下");
            else if (Judge(db, found, asks) is { } refusal) left.Add($"{found.Unit.Name}“{found.Task.Title}”：{refusal.Message}");
            else if (asks) granted++;
            else accepted++;
        }
        return new Outcome(accepted, granted, left);
    }, ct);

    private Refusal? Judge(AppDb db, PlacedAssignment found, bool asks)
    {
        var permission = asks ? TasksCapability.Extend : TasksCapability.Accept;
        if (!actor.May(permission, found.Issuer)) return new Refusal(asks ? "您不审批延期" : "您不验收任务");
        var act = actor.Act();
        var refusal = asks ? found.Assignment.DecideExtension(act, grant: true, "") : found.Assignment.Accept(act, "");
        if (refusal is null) db.Log(act, permission, found.Assignment);
        return refusal;
    }

    private static (Guid, int)? Read(string picked) =>
        picked.Split(':') is [var id, var version] && Guid.TryParse(id, out var guid) && int.TryParse(version, out var number) ? (guid, number) : null;
}

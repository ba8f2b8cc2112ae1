using Exemplar.Campaigns;
using Exemplar.Organization;
using Exemplar.Tasks;

namespace Exemplar.Agenda;

/// <summary>What is mine now, on one screen: what my units owe, what waits for my word, what the campaign is at.</summary>
public sealed class Workbench(AppDb db, Actor actor, TimeProvider clock, WorkingCalendar calendar)
{
    private const int Shown = 8;

    public sealed record Duty(Guid Id, string Title, string Unit, AssignmentState State, Due Due);

    public sealed record Duties(IReadOnlyList<Duty> First, int Total);

    public sealed record ToReview(Guid DocumentId, string Title, int Pending);

    public sealed record ToIssue(Guid CampaignId, string Title, int Accepted);

    public sealed record StageNow(Guid CampaignId, string Campaign, string Stage, DateOnly? EndsOn);

    public sealed record View(Duties Mine, Duties ToJudge, IReadOnlyList<ToReview> Reviews, IReadOnlyList<ToIssue> Issues, IReadOnlyList<StageNow> Stages, bool MayOpen)
    {
        public bool IsIdle => Mine.Total + ToJudge.Total + Reviews.Count + Issues.Count == 0;
    }

    public async Task<View> Show(CancellationToken ct)
    {
        var today = clock.Today();
        var reporting = db.Units.Where(actor, TasksCapability.Report).Select(u => u.Id);
        var judging = db.Units.Where(actor, TasksCapability.Accept).Select(u => u.Id);

        var mine = db.Assignments.Where(a => reporting.Contains(a.UnitId) && (a.State == AssignmentState.Issued || a.State == AssignmentState.InProgress || a.State == AssignmentState.Returned));
        var toJudge = db.Assignments.Where(a => a.State == AssignmentState.Submitted && db.Tasks.Any(t => t.Id == a.TaskId && judging.Contains(t.IssuerId)));
        var reviewing = db.Campaigns.Where(c => db.Units.Where(actor, CampaignsCapability.Review).Any(u => u.Id == c.HostId)).Select(c => c.Id);

        return new(await Take(mine, today, ct), await Take(toJudge, today, ct), await Reviews(reviewing, ct), await Issues(reviewing, ct), await StagesNow(today, ct),
            actor.May(CampaignsCapability.Open));
    }

    private async Task<Duties> Take(IQueryable<Assignment> assignments, DateOnly today, CancellationToken ct)
    {
        var first = await assignments.OrderBy(a => a.SortsOn).ThenBy(a => a.Id).Take(Shown)
            .Join(db.Tasks, a => a.TaskId, t => t.Id, (a, t) => new { a, t })
            .Join(db.Units, x => x.a.UnitId, u => u.Id, (x, u) => new { x.a.Id, x.t.Title, Unit = u.Name, x.a.State, x.a.DueOn, x.a.FinishedAt, x.a.SortsOn })
            .ToListAsync(ct);
        var total = first.Count < Shown ? first.Count : await assignments.CountAsync(ct);
        return new([.. first.OrderBy(d => d.SortsOn).ThenBy(d => d.Id).Select(d => new Duty(d.Id, d.Title, d.Unit, d.State, Due.Of(d.DueOn, d.FinishedAt, today, calendar)))], total);
    }

    private Task<List<ToReview>> Reviews(IQueryable<Guid> campaigns, CancellationToken ct) => db.PlanDocuments.Where(d => campaigns.Contains(d.CampaignId))
        .Select(d => new { d.Id, d.Title, d.ReadAt, Pending = db.ProposedItems.Count(i => i.DocumentId == d.Id && i.Decision == ItemDecision.Pending) })
        .Where(d => d.Pending > 0).OrderByDescending(d => d.ReadAt).Select(d => new ToReview(d.Id, d.Title, d.Pending)).ToListAsync(ct);

    private Task<List<ToIssue>> Issues(IQueryable<Guid> campaigns, CancellationToken ct) => db.Campaigns.Where(c => campaigns.Contains(c.Id))
        .Select(c => new { c.Id, c.Title, c.OpenedAt, Accepted = db.ProposedItems.Count(i => i.CampaignId == c.Id && i.Decision == ItemDecision.Accepted) })
        .Where(c => c.Accepted > 0).OrderByDescending(c => c.OpenedAt).Select(c => new ToIssue(c.Id, c.Title, c.Accepted)).ToListAsync(ct);

    /// <summary>The running stage of each campaign of the offices that the actor works in.</summary>
    private async Task<List<StageNow>> StagesNow(DateOnly today, CancellationToken ct)
    {
        var campaigns = await db.Campaigns.AsNoTracking().Include(c => c.Stages)
            .Join(db.Units, c => c.HostId, u => u.Id, (c, u) => new { Campaign = c, Host = u }).ToListAsync(ct);
        return [.. from x in campaigns
                   where actor.MayInside(CampaignsCapability.View, x.Host)
                   from stage in x.Campaign.Stages
                   where stage.StartsOn <= today && today <= stage.EndsOn
                   orderby stage.EndsOn
                   select new StageNow(x.Campaign.Id, x.Campaign.Title, stage.Name, stage.EndsOn)];
    }
}

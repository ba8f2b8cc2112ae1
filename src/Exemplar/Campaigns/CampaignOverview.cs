using Exemplar.Campaigns.Reading;
using Exemplar.Organization;
using Exemplar.Tasks;

namespace Exemplar.Campaigns;

/// <summary>Where a campaign stands: its time line, what each unit has done, what is late. Only what the reader may see is counted.</summary>
public sealed class CampaignOverview(AppDb db, Actor actor, TimeProvider clock, WorkingCalendar calendar, DimensionSets dimensions)
{
    private const int LateShown = 10;

    public sealed record UnitRow(Guid Id, string Name, int Total, int Done, int Submitted, int Late);

    public sealed record LateRow(Guid Id, string Title, string Unit, Due Due);

    public sealed record PlanRow(Guid Id, string Title, DateTimeOffset ReadAt, int Pending);

    public sealed record View(Campaign Campaign, string LeadingGroup, DimensionSet? Dimensions, DateOnly Today, IReadOnlyList<UnitRow> Units, IReadOnlyList<LateRow> Late,
        IReadOnlyList<string> Problems, IReadOnlyList<PlanRow> Plans, bool MayReview, bool MayIssue, bool MaySupervise, int Accepted)
    {
        public int Total => Units.Sum(u => u.Total);
        public int Done => Units.Sum(u => u.Done);
        public int LateCount => Units.Sum(u => u.Late);
    }

    public async Task<View> Show(Guid id, CancellationToken ct)
    {
        var (campaign, host) = await db.FindCampaign(id, actor, ct);
        var today = clock.Today();
        var seen = db.VisibleAssignments(actor).Where(a => db.Tasks.Any(t => t.Id == a.TaskId && t.SourceId == id));
        var mayReview = actor.May(CampaignsCapability.Review, host);

        return new(campaign, await db.Units.Where(u => u.Id == campaign.LeadingGroupId).Select(u => u.Name).SingleAsync(ct), dimensions.Find(campaign.DimensionSet), today,
            await UnitRows(seen, today, ct), await LateRows(seen, today, ct),
            await db.ProposedItems.Where(i => i.CampaignId == id && i.Kind == PlanItemKind.Problem && i.Decision == ItemDecision.Issued).OrderBy(i => i.Start).Select(i => i.Title).ToListAsync(ct),
            mayReview ? await PlanRows(id, ct) : [], mayReview, actor.May(CampaignsCapability.Issue, host), actor.May(CampaignsCapability.Supervise, host),
            await db.ProposedItems.CountAsync(i => i.CampaignId == id && i.Decision == ItemDecision.Accepted, ct));
    }

    private async Task<List<UnitRow>> UnitRows(IQueryable<Assignment> seen, DateOnly today, CancellationToken ct)
    {
        var counts = await seen.GroupBy(a => a.UnitId).Select(g => new
        {
            Unit = g.Key,
            Total = g.Count(),
            Done = g.Count(a => a.State == AssignmentState.Done),
            Submitted = g.Count(a => a.State == AssignmentState.Submitted),
            Late = g.Count(a => a.FinishedAt == null && a.SortsOn < today),
        }).ToDictionaryAsync(g => g.Unit, ct);
        var units = await db.Units.Where(u => counts.Keys.Contains(u.Id)).OrderBy(u => u.Order).Select(u => new { u.Id, u.Name }).ToListAsync(ct);
        return [.. units.Select(u => new UnitRow(u.Id, u.Name, counts[u.Id].Total, counts[u.Id].Done, counts[u.Id].Submitted, counts[u.Id].Late))];
    }

    private async Task<List<LateRow>> LateRows(IQueryable<Assignment> seen, DateOnly today, CancellationToken ct)
    {
        var late = await seen.Late(today).Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a, u })
            .OrderBy(x => x.a.SortsOn).ThenBy(x => x.u.Order).ThenBy(x => x.a.Id).Take(LateShown)
            .Join(db.Tasks, x => x.a.TaskId, t => t.Id, (x, t) => new { x.a.Id, t.Title, Unit = x.u.Name, x.a.DueOn, x.u.Order }).ToListAsync(ct);
        return [.. late.OrderBy(l => l.DueOn).ThenBy(l => l.Order, StringComparer.Ordinal).ThenBy(l => l.Id).Select(l => new LateRow(l.Id, l.Title, l.Unit, Due.Of(l.DueOn, null, today, calendar)))];
    }

    private Task<List<PlanRow>> PlanRows(Guid id, CancellationToken ct) => db.PlanDocuments.Where(d => d.CampaignId == id).OrderByDescending(d => d.ReadAt)
        .Select(d => new PlanRow(d.Id, d.Title, d.ReadAt, db.ProposedItems.Count(i => i.DocumentId == d.Id && i.Decision == ItemDecision.Pending))).ToListAsync(ct);
}

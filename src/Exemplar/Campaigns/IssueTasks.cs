using Exemplar.Campaigns.Reading;
using Exemplar.Organization;
using Exemplar.Tasks;
using Exemplar.Tasks.Series;

namespace Exemplar.Campaigns;

/// <summary>The leading group's office gives out what was accepted: tasks to units, stages to the time line, problems to the ledger.</summary>
public sealed class IssueTasks(AppDb db, Actor actor, TimeProvider clock, WorkingCalendar calendar)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "这些时限已过的任务也照原日期下达")]
        public bool PassedToo { get; set; }
    }

    /// <summary>What would go out now; <paramref name="Blocked"/> are accepted tasks that nobody owns, or a unit that was dissolved since.</summary>
    public sealed record View(PlacedCampaign Found, IReadOnlyList<ProposedItem> Tasks, IReadOnlyList<ProposedItem> Blocked, IReadOnlyList<ProposedItem> Stages,
        IReadOnlyList<ProposedItem> Problems, IReadOnlyDictionary<Guid, Unit> Units, int Pending, DateOnly Today)
    {
        /// <summary>Late the moment they are issued.</summary>
        public IReadOnlyList<ProposedItem> Passed => [.. Tasks.Where(t => t.DueOn < Today)];
        public IReadOnlyList<ProposedItem> Missing => [.. Tasks.Where(t => t.MissedOwners.Count > 0)];
        public int Recurring => Tasks.Count(t => Turns.IsKnown(t.Recurrence));
        public int WithoutDate => Tasks.Count(t => t.DueOn is null);
        public int Assignments => Tasks.Sum(t => t.OwnerIds.Count + t.CoOwnerIds.Count);
    }

    public async Task<View> Open(Guid campaignId, CancellationToken ct)
    {
        var found = await db.DemandCampaign(campaignId, actor, CampaignsCapability.Issue, ct);
        var accepted = await db.ProposedItems.Where(i => i.CampaignId == campaignId && i.Decision == ItemDecision.Accepted).OrderBy(i => i.DocumentId).ThenBy(i => i.Start).ToListAsync(ct);
        var pending = await db.ProposedItems.CountAsync(i => i.CampaignId == campaignId && i.Decision == ItemDecision.Pending, ct);
        var units = (await db.AnsweringUnits(found.Host, ct)).ToDictionary(u => u.Id);
        var owned = accepted.Where(i => i.NeedsOwner).ToLookup(i => i.OwnerIds.Count > 0 && i.OwnerIds.Concat(i.CoOwnerIds).All(units.ContainsKey));
        return new(found, [.. owned[true]], [.. owned[false]],
            [.. accepted.Where(i => i.Kind is PlanItemKind.Stage)], [.. accepted.Where(i => i.Kind is PlanItemKind.Problem)],
            units, pending, clock.Today());
    }

    public Task<Result<View>> Handle(Guid campaignId, Form form, CancellationToken ct) => db.Commit<View>(async (db, ct) =>
    {
        var view = await Open(campaignId, ct);
        var campaign = view.Found.Campaign;
        if (campaign.Version != form.Version) throw new Stale(nameof(Campaign));
        if (view.Blocked.Count > 0) return new Refusal($"有 {view.Blocked.Count} 项任务还没有承办单位或单位已撤销，请补上或改为不采纳");
        if (view.Passed.Count > 0 && !form.PassedToo) return new Refusal(nameof(Form.PassedToo), $"有 {view.Passed.Count} 项任务的时限已经过了，一下达就是逾期。请改时限，或者勾选照原日期下达");
        if (view.Tasks.Count + view.Stages.Count + view.Problems.Count == 0) return new Refusal("没有已采纳而未下达的内容");

        var act = actor.Act();
        campaign.Issue(view.Stages.Select((s, n) => new Stage { Id = s.Id, CampaignId = campaign.Id, Name = s.Title, StartsOn = s.StartsOn, EndsOn = s.EndsOn, Position = campaign.Stages.Count + n }), act);
        db.Log(act, CampaignsCapability.Issue, campaign);
        var recurring = view.Tasks.ToLookup(item => Turns.IsKnown(item.Recurrence) && LastDay(item) >= view.Today);
        foreach (var item in recurring[false]) Give(db, act, campaign, item, view.Units);
        await Begin(db, act, campaign, [.. recurring[true]], view.Today, ct);
        foreach (var item in (ProposedItem[])[.. view.Tasks, .. view.Stages, .. view.Problems])
        {
            item.MarkIssued();
            db.Log(act, CampaignsCapability.Issue, item);
        }
        return view;
    }, ct);

    private static void Give(AppDb db, Act act, Campaign campaign, ProposedItem item, IReadOnlyDictionary<Guid, Unit> units)
    {
        var task = new WorkTask
        {
            Id = item.Id,
            Title = item.Title,
            Text = item.Text,
            IssuerId = campaign.IssuerId,
            SourceId = campaign.Id,
            StageId = item.StageId,
            DueOn = item.DueOn,
            Ladder = campaign.Ladder,
            Recurrence = item.Recurrence,
            Targets = [.. item.Targets],
            IssuedAt = act.At,
        };
        foreach (var owner in item.OwnerIds) task.Assign(units[owner], leads: true, act);
        foreach (var helper in item.CoOwnerIds) task.Assign(units[helper], leads: false, act);
        db.Add(task);
        db.Log(act, CampaignsCapability.Issue, task);
        foreach (var assignment in task.Assignments) db.Log(act, CampaignsCapability.Issue, assignment);
    }

    /// <summary>What recurs becomes a series with its turns of now and next; a daily round makes the later ones in time.</summary>
    private async Task Begin(AppDb db, Act act, Campaign campaign, List<ProposedItem> items, DateOnly today, CancellationToken ct)
    {
        var series = items.ConvertAll(item => new TaskSeries
        {
            Id = item.Id,
            Title = item.Title,
            Text = item.Text,
            IssuerId = campaign.IssuerId,
            SourceId = campaign.Id,
            StageId = item.StageId,
            Recurrence = item.Recurrence!,
            StartsOn = item.StartsOn > today ? item.StartsOn.Value : today,
            EndsOn = LastDay(item),
            OwnerIds = [.. item.OwnerIds],
            CoOwnerIds = [.. item.CoOwnerIds],
            Targets = [.. item.Targets],
            Ladder = campaign.Ladder,
        });
        foreach (var one in series)
        {
            db.Add(one);
            db.Log(act, CampaignsCapability.Issue, one);
        }
        await TurnRound.Make(db, series, today, calendar, act, ct);
    }

    /// <summary>What recurs without an end does so to the end of the year.</summary>
    private DateOnly LastDay(ProposedItem item) => item.EndsOn ?? item.DueOn ?? new(clock.Today().Year, 12, 31);
}

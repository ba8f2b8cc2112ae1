using Exemplar.Agenda.Guide;
using Exemplar.Agenda.Year;
using Exemplar.Campaigns;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Rules;
using Exemplar.Tasks;

namespace Exemplar.Agenda;

/// <summary>What is mine now, on one screen: what my units owe, what waits for my word, what the campaign is at.</summary>
public sealed class Workbench(AppDb db, Actor actor, TimeProvider clock, WorkingCalendar calendar, DueSoon due, NotRecorded forgotten, FirstHour guide)
{
    private const int Shown = 8;

    /// <param name="Returned">Why it was sent back; null when it was not.</param>
    public sealed record Duty(Guid Id, string Title, string Unit, AssignmentState State, Due Due, string? Returned);

    public sealed record Duties(IReadOnlyList<Duty> First, int Total);

    public sealed record ToReview(Guid DocumentId, string Title, int Pending);

    public sealed record ToIssue(Guid CampaignId, string Title, int Accepted);

    public sealed record StageNow(Guid CampaignId, string Campaign, string Stage, DateOnly? EndsOn);

    /// <summary>How the campaign stands for whoever answers for the whole office.</summary>
    public sealed record Progress(Guid CampaignId, string Campaign, int Total, int Done, int Submitted, int Late);

    /// <param name="Sessions">What the units that the actor leads owe of their organizational life within thirty days.</param>
    /// <param name="Missed">What they missed of it in the last two months.</param>
    /// <param name="NotRecorded">Meetings whose day is over and of which nobody has said whether they were held.</param>
    /// <param name="HasNoMeetings">No meeting is on record where the actor records them: what was held before can be taken over.</param>
    /// <param name="Guide">What to do first; null once that is done or put away, and for whoever begins nothing here.</param>
    /// <param name="Keepers">Whom to ask for a role; only for an account that holds none.</param>
    public sealed record View(Duties Mine, Duties ToJudge, Duties AskingTime, IReadOnlyList<ToReview> Reviews, IReadOnlyList<ToIssue> Issues, IReadOnlyList<StageNow> Stages,
        IReadOnlyList<Progress> Campaigns, Duties Late, DueList Sessions, DueList Missed, NotRecorded.View NotRecorded, IReadOnlyList<string>? Keepers, bool MayOpen, bool MayCloseMonth, FirstHour.View? Guide, bool HasNoMeetings)
    {
        public IEnumerable<Due> Dues => Mine.First.Concat(ToJudge.First).Concat(AskingTime.First).Concat(Late.First).Select(d => d.Due);

        public bool IsIdle => Mine.Total + ToJudge.Total + AskingTime.Total + Reviews.Count + Issues.Count + Sessions.Total + Missed.Total + NotRecorded.Total == 0;
    }

    public async Task<View> Show(CancellationToken ct)
    {
        var today = clock.Today();
        var led = db.Units.Where(actor, RulesCapability.People);
        var reviewing = db.Campaigns.Where(c => db.Units.Where(actor, CampaignsCapability.Review).Any(u => u.Id == c.HostId)).Select(c => c.Id);

        var (campaigns, late) = await InCharge(today, ct);
        var first = await guide.Find(ct);
        return new(await Take(db.SharesToReport(actor), today, ct), await Take(db.SharesToJudge(actor), today, ct), await Take(db.SharesAskingTime(actor), today, ct),
            await Reviews(reviewing, ct), await Issues(reviewing, ct), await StagesNow(today, ct),
            campaigns, late, await Start(led, today, today.AddDays(DueSoon.Days), newest: false, ct), await Start(led, today.AddDays(-DueSoon.DaysMissed), today.AddDays(-1), newest: true, ct),
            await forgotten.Show(Shown, ct), actor.Grants.Any() ? null : await Keepers(today, ct), actor.May(CampaignsCapability.Open), actor.May(AgendaCapability.CloseMonth),
            first is { IsOnWorkbench: true } ? first : null,
            actor.May(MeetingsCapability.Record) && !await db.Meetings.AnyAsync(m => db.Units.Where(actor, MeetingsCapability.Record).Any(u => u.Id == m.UnitId), ct));
    }

    private async Task<DueList> Start(IQueryable<Unit> units, DateOnly from, DateOnly until, bool newest, CancellationToken ct) =>
        DueList.Of(await due.Within(units, from, until, DueSoon.Most, newest, ct), newest).Start(Shown);

    /// <summary>What was sent back comes first: somebody waits for it.</summary>
    private async Task<Duties> Take(IQueryable<Assignment> assignments, DateOnly today, CancellationToken ct)
    {
        var first = await assignments.Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a, u })
            .OrderBy(x => x.a.State == AssignmentState.Returned ? 0 : 1).ThenBy(x => x.a.SortsOn).ThenBy(x => x.u.Order).ThenBy(x => x.a.Id).Take(Shown)
            .Join(db.Tasks, x => x.a.TaskId, t => t.Id, (x, t) => new
            {
                x.a.Id,
                t.Title,
                Unit = x.u.Name,
                x.u.Order,
                x.a.State,
                x.a.DueOn,
                x.a.FinishedAt,
                x.a.SortsOn,
                Reason = x.a.State != AssignmentState.Returned ? null : db.AssignmentSteps.Where(s => s.AssignmentId == x.a.Id && (s.Kind == StepKind.Returned || s.Kind == StepKind.Reopened)).OrderByDescending(s => s.At).Select(s => s.Text).FirstOrDefault(),
            }).ToListAsync(ct);
        var total = first.Count < Shown ? first.Count : await assignments.CountAsync(ct);
        return new(
            [.. first.OrderBy(d => d.State is AssignmentState.Returned ? 0 : 1).ThenBy(d => d.SortsOn).ThenBy(d => d.Order, StringComparer.Ordinal).ThenBy(d => d.Id)
                .Select(d => new Duty(d.Id, d.Title, d.Unit, d.State, Due.Of(d.DueOn, d.FinishedAt, today, calendar), d.Reason))], total);
    }

    /// <summary>The campaigns of the offices that the actor sees as a whole, and what is late in them.</summary>
    private async Task<(List<Progress>, Duties)> InCharge(DateOnly today, CancellationToken ct)
    {
        var whole = db.Units.Where(actor, CampaignsCapability.View).Where(u => u.Kind == UnitKind.Office).Select(u => u.Id);
        var campaigns = db.Campaigns.Where(c => whole.Contains(c.HostId));
        var shares = db.Assignments.Join(db.Tasks, a => a.TaskId, t => t.Id, (a, t) => new { a, t.SourceId });
        var counts = await shares.Where(x => campaigns.Any(c => c.Id == x.SourceId)).GroupBy(x => x.SourceId).Select(g => new
        {
            g.Key,
            Total = g.Count(),
            Done = g.Count(x => x.a.State == AssignmentState.Done),
            Submitted = g.Count(x => x.a.State == AssignmentState.Submitted),
            Late = g.Count(x => x.a.FinishedAt == null && x.a.SortsOn < today),
        }).ToDictionaryAsync(g => g.Key, ct);
        if (counts.Count == 0) return ([], new([], 0));

        var named = await campaigns.Where(c => counts.Keys.Contains(c.Id)).OrderByDescending(c => c.OpenedAt).Select(c => new { c.Id, c.Title }).ToListAsync(ct);
        var late = db.Assignments.Late(today).Where(a => db.Tasks.Any(t => t.Id == a.TaskId && campaigns.Any(c => c.Id == t.SourceId)));
        return ([.. named.Select(c => (c, n: counts[c.Id])).Select(x => new Progress(x.c.Id, x.c.Title, x.n.Total, x.n.Done, x.n.Submitted, x.n.Late))], await Take(late, today, ct));
    }

    private Task<List<string>> Keepers(DateOnly today, CancellationToken ct) => db.Grants
        .Where(g => g.Role == Role.SecurityAdministrator && g.From <= today && (g.To == null || g.To >= today))
        .Join(db.Users, g => g.AccountId, a => a.Id, (g, a) => db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault() ?? a.DisplayName)
        .Distinct().OrderBy(name => name).ToListAsync(ct);

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

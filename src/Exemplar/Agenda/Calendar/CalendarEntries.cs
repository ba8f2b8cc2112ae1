using Exemplar.Campaigns;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Tasks;

namespace Exemplar.Agenda.Calendar;

/// <summary>Everything that has a day, from the records themselves: meetings, dates of tasks, duties that end, stages, and days of the year.</summary>
public sealed class CalendarEntries(AppDb db, Lazy<RuleCatalogue> catalogue, MeetingKinds kinds, Lazy<ImportantDates> dates)
{
    /// <param name="within">Narrows to these units; null for all that the actor sees.</param>
    public async Task<List<CalendarEntry>> Find(Actor actor, IQueryable<Unit>? within, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var living = db.Units.Where(actor, RulesCapability.View);
        var answering = db.Units.Where(actor, TasksCapability.View);
        if (within is not null) (living, answering) = (living.Where(u => within.Any(w => w.Id == u.Id)), answering.Where(u => within.Any(w => w.Id == u.Id)));
        return
        [
            .. await Meetings(actor, living, first, last, ct), .. await Tasks(answering, first, last, ct), .. await Duties(living, first, last, ct),
            .. await Stages(actor, first, last, ct), .. dates.Value.Between(first, last),
        ];
    }

    /// <summary>Hour and place for whoever may read the meeting or holds a post in the body that meets; the day alone for others who see that it takes place.</summary>
    private async Task<List<CalendarEntry>> Meetings(Actor actor, IQueryable<Unit> units, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var (readable, self) = (db.ReadableMeetings(actor).Select(m => m.Id), actor.PersonId ?? Guid.Empty);
        var found = await db.Meetings.Where(m => m.HeldOn >= first && m.HeldOn <= last && m.State != MeetingState.Voided)
            .Join(units, m => m.UnitId, u => u.Id, (m, u) => new { m.Id, m.Version, m.Kind, m.HeldOn, m.StartsAt, m.EndsAt, m.Place, m.State, m.UnitId, u.Name, u.Order, Branch = u.Kind == UnitKind.PartyGroup ? db.Units.Where(b => b.Id == u.ParentId).Select(b => b.Name).FirstOrDefault() : null, Invited = readable.Contains(m.Id) || db.Posts.Any(p => p.UnitId == m.UnitId && p.PersonId == self && p.To == null) })
            .OrderBy(m => m.HeldOn).ThenBy(m => m.Order).ToListAsync(ct);
        return found.ConvertAll(m => new CalendarEntry($"meeting-{m.Id}", m.Version, EntryKind.Meeting, m.HeldOn, m.Invited ? m.StartsAt : null, m.Invited ? m.EndsAt : null, kinds.Find(m.Kind)?.Name ?? m.Kind, GroupNames.Of(m.Branch ?? "", m.Name), m.UnitId, $"/meetings/{m.Id}")
        {
            Place = m.Invited ? m.Place : "",
            CalledOff = m.State == MeetingState.CalledOff,
        });
    }

    /// <summary>Each task once, however many units answer it.</summary>
    private async Task<List<CalendarEntry>> Tasks(IQueryable<Unit> units, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var found = await db.Assignments.Where(a => a.SortsOn >= first && a.SortsOn <= last && a.State != AssignmentState.Done)
            .Join(units, a => a.UnitId, u => u.Id, (a, u) => new { a.Id, a.TaskId, a.Version, a.SortsOn, a.UnitId, u.Name, u.Order })
            .Join(db.Tasks, x => x.TaskId, t => t.Id, (x, t) => new { x, t.Title }).OrderBy(x => x.x.SortsOn).ThenBy(x => x.x.Order).ToListAsync(ct);
        return [.. from share in found
                   group share by (share.x.TaskId, share.x.SortsOn) into task
                   let lead = task.First()
                   let others = task.Count() - 1
                   select new CalendarEntry($"task-{lead.x.TaskId}-{lead.x.SortsOn.Iso()}", task.Max(s => s.x.Version), EntryKind.Task, lead.x.SortsOn, null, null, lead.Title,
                       others == 0 ? lead.x.Name : $"{lead.x.Name}等 {others + 1} 个单位", others == 0 ? lead.x.UnitId : null, $"/assignments/{lead.x.Id}")];
    }

    /// <summary>The last days of what is not done yet, one line for each duty.</summary>
    private async Task<List<CalendarEntry>> Duties(IQueryable<Unit> units, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var titles = (await db.RulesInUse(catalogue.Value, ct)).Where(r => r.Require is { IsOfRoll: false }).ToLookup(r => r.Id, r => r.Title);
        var counted = titles.Select(r => r.Key).ToList();
        var found = await db.Standings.Where(s => s.DueOn >= first && s.DueOn <= last && !s.Met && s.Exempt == "" && !s.OfPerson && counted.Contains(s.Rule))
            .Join(units.Where(u => u.DissolvedOn == null), s => s.UnitId, u => u.Id, (s, u) => new { s.Rule, s.DueOn, s.From, u.Id, u.Name, u.Order, Branch = u.Kind == UnitKind.PartyGroup ? db.Units.Where(b => b.Id == u.ParentId).Select(b => b.Name).FirstOrDefault() : null })
            .OrderBy(s => s.DueOn).ThenBy(s => s.Order).ToListAsync(ct);
        return [.. from open in found
                   group open by (open.Rule, open.DueOn) into duty
                   let one = duty.First()
                   let count = duty.Count()
                   select new CalendarEntry($"duty-{duty.Key.Rule}-{duty.Key.DueOn.Iso()}{(count == 1 ? $"-{one.Id}" : "")}", 0, EntryKind.Duty, duty.Key.DueOn, null, null, titles[duty.Key.Rule].Last(),
                       count == 1 ? GroupNames.Of(one.Branch ?? "", one.Name) : $"{count} 个单位", count == 1 ? one.Id : null, count == 1 ? $"/standings/{one.Id}/{duty.Key.Rule}/{one.From.Iso()}" : "/due")];
    }

    /// <summary>The first and the last day of the stages of campaigns in offices that the actor works in.</summary>
    private async Task<List<CalendarEntry>> Stages(Actor actor, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var campaigns = await db.Campaigns.AsNoTracking().Include(c => c.Stages).Join(db.Units, c => c.HostId, u => u.Id, (c, u) => new { Campaign = c, Host = u }).ToListAsync(ct);
        return [.. from x in campaigns
                   where actor.MayInside(CampaignsCapability.View, x.Host)
                   from stage in x.Campaign.Stages
                   from edge in new[] { (Day: stage.StartsOn, Word: "开始"), (Day: stage.EndsOn, Word: "结束") }
                   where edge.Day >= first && edge.Day <= last
                   select new CalendarEntry($"stage-{stage.Id}-{(edge.Word == "开始" ? "start" : "end")}", x.Campaign.Version, EntryKind.Stage, edge.Day!.Value, null, null, $"{stage.Name}{edge.Word}", x.Host.Name, null, $"/campaigns/{x.Campaign.Id}")];
    }
}

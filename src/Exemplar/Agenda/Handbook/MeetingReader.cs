using Exemplar.Meetings;
using Exemplar.Meetings.Voting;
using Exemplar.Organization;

namespace Exemplar.Agenda.Handbook;

/// <summary>Reads a year's meetings of a branch and of its Party groups: one query for each part, however many there are.</summary>
internal sealed class MeetingReader(AppDb db, MeetingKinds kinds, Actor actor)
{
    /// <summary>How far into the next year something is held that counts for this one.</summary>
    private const int MonthsAfter = 3;

    private sealed record Found(string Kind, string Group, MeetingRow Row);

    public async Task<MeetingsOfYear> Read(Unit unit, Period year, CancellationToken ct)
    {
        var rows = await Rows(unit, year, ct);
        var shown = rows.FindAll(r => r.CountsFor == year.First.Year);
        var ids = shown.ConvertAll(r => r.Id);
        var withReasons = actor.May(MeetingsCapability.Record, unit);

        var away = (await db.MeetingRoll.Where(r => ids.Contains(r.MeetingId) && r.Attendance != Attendance.Present).OrderBy(r => r.Position)
            .Select(r => new AwayLine(r.MeetingId, r.Name, r.Attendance, withReasons ? r.Reason : "")).ToListAsync(ct)).ToLookup(r => r.MeetingId);
        var guests = (await db.Set<MeetingGuest>().Where(g => ids.Contains(g.MeetingId)).OrderBy(g => g.Id).Select(g => new { g.MeetingId, g.Name }).ToListAsync(ct)).ToLookup(g => g.MeetingId, g => g.Name);
        var steps = (await db.Set<GuidedStep>().Where(s => ids.Contains(s.MeetingId)).OrderBy(s => s.Number).Select(s => new { s.MeetingId, s.Title, s.DoneOn }).ToListAsync(ct)).ToLookup(s => s.MeetingId, s => (s.Title, s.DoneOn));
        var items = await Items(ids, ct);
        var votes = (await db.Votes.AsNoTracking().Where(v => ids.Contains(v.MeetingId) && v.WithdrawnAt == null).OrderBy(v => v.EnteredAt).ToListAsync(ct)).ToLookup(v => v.MeetingId);
        var elections = (await db.Elections.AsNoTracking().Include(e => e.Candidates).Include(e => e.Tellers).Include(e => e.NotCounted).AsSplitQuery()
            .Where(e => ids.Contains(e.MeetingId) && e.WithdrawnAt == null && e.CountedAt != null).OrderBy(e => e.CountedAt).ToListAsync(ct)).ToLookup(e => e.MeetingId);
        var matters = (await db.MajorMatters.AsNoTracking().Include(m => m.Consultations).Where(m => m.MeetingId != null && ids.Contains(m.MeetingId.Value)).OrderBy(m => m.EnteredAt).ToListAsync(ct)).ToLookup(m => m.MeetingId!.Value);

        return new([.. shown.Select(r => new HeldMeeting(r, [.. away[r.Id]], [.. guests[r.Id]], [.. items[r.Id]], [.. steps[r.Id]], [.. votes[r.Id]], [.. elections[r.Id]], [.. matters[r.Id]]))],
            rows.FindAll(r => r.CountsFor < year.First.Year), kinds);
    }

    /// <summary>What was held in the year, or after it for it; by date.</summary>
    private async Task<List<MeetingRow>> Rows(Unit unit, Period year, CancellationToken ct)
    {
        var (first, last, until, counted) = (year.First, year.Last, year.Last.AddMonths(MonthsAfter), year.First.Year);
        var units = db.Units.Where(actor, MeetingsCapability.Read).Where(u => u.Id == unit.Id || (u.ParentId == unit.Id && u.Kind == UnitKind.PartyGroup));
        var rows = await db.Meetings.Where(m => (m.State == MeetingState.Held || m.State == MeetingState.Locked) && m.HeldOn >= first && m.HeldOn <= until && (m.CountsFor == counted || m.HeldOn <= last))
            .Join(units, m => m.UnitId, u => u.Id, (m, u) => new { m, Group = u.Kind == UnitKind.PartyGroup ? u.Name : "" })
            .Select(x => new Found(x.m.Kind, x.Group, new(x.m.Id, null!, "", x.m.HeldOn, x.m.StartsAt, x.m.EndsAt, x.m.Place, x.m.Topic,
                db.People.Where(p => p.Id == x.m.ChairId).Select(p => p.Name).FirstOrDefault() ?? "", db.People.Where(p => p.Id == x.m.RecorderId).Select(p => p.Name).FirstOrDefault() ?? "",
                db.People.Where(p => p.Id == x.m.LecturerId).Select(p => p.Name).FirstOrDefault() ?? "", x.m.CountsFor, x.m.StudyTenths, x.m.FirstTopic, x.m.ArchiveNumber, x.m.State,
                x.m.Origins.Any(o => o.IsOpen) ? x.m.Origins.Select(o => o.Due).FirstOrDefault() : x.m.Roll.Count,
                x.m.Origins.Any(o => o.IsOpen) ? x.m.Origins.Select(o => o.Present).FirstOrDefault() : x.m.Roll.Count(r => r.Attendance == Attendance.Present)))).ToListAsync(ct);
        return [.. rows.Select(r => (r.Row, r.Group, Kind: kinds.Find(r.Kind))).Where(r => r.Kind is not null).Select(r => r.Row with { Kind = r.Kind!, Name = r.Group + r.Kind!.Name })
            .OrderBy(r => r.HeldOn).ThenBy(r => r.StartsAt).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Id)];
    }

    /// <summary>Each with the task that its decision became, and what a later meeting found of it, be it next year's.</summary>
    private async Task<ILookup<Guid, DecidedItem>> Items(List<Guid> meetings, CancellationToken ct)
    {
        var items = db.MeetingAgenda.Where(i => meetings.Contains(i.MeetingId));
        var found = await items.OrderBy(i => i.Number).Select(i => new { i.MeetingId, i.Id, i.Number, i.Title, i.Discussion, i.Decision, i.TaskId }).ToListAsync(ct);
        var shares = (await db.Assignments.Where(a => items.Any(i => i.TaskId == a.TaskId)).Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a.TaskId, a.DueOn, a.State, u.Name, u.Order })
            .OrderBy(x => x.Order).Select(x => new TaskShare(x.TaskId, x.Name, x.DueOn, x.State)).ToListAsync(ct)).ToLookup(s => s.TaskId);
        var reviews = (await db.DecisionReviews.Where(r => items.Any(i => i.Id == r.ItemId)).Join(db.Meetings.Where(m => m.State != MeetingState.Voided), r => r.MeetingId, m => m.Id, (r, m) => new ReviewLine(r.ItemId, m.HeldOn, r.IsDone)).ToListAsync(ct))
            .GroupBy(r => r.ItemId).ToDictionary(g => g.Key, g => g.MaxBy(r => (r.On, r.IsDone)));
        return found.ToLookup(i => i.MeetingId, i => new DecidedItem(i.Id, i.Number, i.Title, i.Discussion, i.Decision, [.. i.TaskId is { } task ? shares[task] : []], reviews.GetValueOrDefault(i.Id)));
    }
}

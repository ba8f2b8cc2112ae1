using Exemplar.Organization;

namespace Exemplar.Meetings;

/// <summary>The meetings of the units that the reader sees, newest first and within a day in organization order, a page at a time.</summary>
public sealed class MeetingList(AppDb db, Actor actor, MeetingKinds kinds)
{
    public const int PageSize = 50;

    public sealed record Query(Guid? Unit = null, string? Kind = null, int? Year = null, string? After = null);

    /// <param name="Topic">Null where the reader may see dates and counts only.</param>
    public sealed record Row(Guid Id, string Kind, string? Topic, string Unit, DateOnly HeldOn, TimeOnly? StartsAt, MeetingState State, MeetingNumbers Numbers, MeetingSource Source, string Order);

    public enum MeetingSource { Recorded, Register, BranchSheet }

    public sealed record View(IReadOnlyList<Row> Rows, string? Next, IReadOnlyList<UnitChoice> Units, IReadOnlyList<int> Years, bool MayPlan, bool MayImport, bool MaySeeLeaders);

    public async Task<View> Show(Query query, CancellationToken ct)
    {
        var units = db.Units.Where(actor, MeetingsCapability.View);
        var placed = Filter(query).Join(units, m => m.UnitId, u => u.Id, (m, u) => new { m, u });
        if (Cursor.Read(query.After) is { } after)
        {
            placed = placed.Where(x => x.m.HeldOn < after.Day || (x.m.HeldOn == after.Day
                && (string.Compare(x.u.Order, after.Place) > 0 || (x.u.Order == after.Place && x.m.Id > after.Id))));
        }
        var readable = db.ReadableMeetings(actor).Select(m => m.Id);
        var found = await placed.OrderByDescending(x => x.m.HeldOn).ThenBy(x => x.u.Order).ThenBy(x => x.m.Id).Take(PageSize + 1)
            .Select(x => new
            {
                x.m.Id,
                x.m.Kind,
                Topic = readable.Contains(x.m.Id) ? x.m.Topic : null,
                Unit = x.u.Name,
                Branch = x.u.Kind == UnitKind.PartyGroup ? db.Units.Where(b => b.Id == x.u.ParentId).Select(b => b.Name).FirstOrDefault() : null,
                x.m.HeldOn,
                x.m.StartsAt,
                x.m.State,
                Due = x.m.Roll.Count,
                Present = x.m.Roll.Count(r => r.Attendance == Attendance.Present),
                Origin = x.m.Origins.Select(o => new { o.Due, o.Present, o.OnRoll, o.IsOpen, o.IsOfSheet }).FirstOrDefault(),
                x.u.Order,
            }).ToListAsync(ct);
        var rows = found.ConvertAll(x => new Row(x.Id, x.Kind, x.Topic, GroupNames.Of(x.Branch ?? "", x.Unit), x.HeldOn, x.StartsAt, x.State,
            x.Origin is { IsOpen: true } o ? new(o.Due, o.Present) { OnRoll = o.OnRoll } : new(x.Due, x.Present), x.Origin is null ? MeetingSource.Recorded : x.Origin.IsOfSheet ? MeetingSource.BranchSheet : MeetingSource.Register, x.Order));

        var page = rows.OrderByDescending(r => r.HeldOn).ThenBy(r => r.Order, StringComparer.Ordinal).ThenBy(r => r.Id).Take(PageSize).Select(r => r with { Kind = kinds.Find(r.Kind)?.Name ?? r.Kind }).ToList();
        return new(page, rows.Count > PageSize ? new Cursor(page[^1].HeldOn, page[^1].Order, page[^1].Id).ToString() : null,
            await HoldingUnits(units, ct), await YearsOf(units, ct),
            actor.May(MeetingsCapability.Plan), actor.May(MeetingsCapability.Record), actor.May(MeetingsCapability.ViewOtherLeaders));
    }

    private IQueryable<Meeting> Filter(Query query)
    {
        var meetings = db.Meetings.AsNoTracking();
        if (query.Unit is { } unit) meetings = meetings.Where(m => m.UnitId == unit);
        if (!string.IsNullOrEmpty(query.Kind)) meetings = meetings.Where(m => m.Kind == query.Kind);
        if (query.Year is >= 1 and < 9999 and var year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            meetings = meetings.Where(m => m.HeldOn >= from && m.HeldOn <= to);
        }
        return meetings;
    }

    private async Task<List<UnitChoice>> HoldingUnits(IQueryable<Unit> units, CancellationToken ct)
    {
        var holding = kinds.All.SelectMany(k => k.UnitKinds).Distinct().ToList();
        return await units.AsNoTracking().Where(u => holding.Contains(u.Kind)).Choices(db, ct);
    }

    private async Task<List<int>> YearsOf(IQueryable<Unit> units, CancellationToken ct) =>
        await db.Meetings.Where(m => units.Any(u => u.Id == m.UnitId)).Select(m => m.HeldOn.Year).Distinct().OrderByDescending(y => y).ToListAsync(ct);
}

using Exemplar.Organization;
using Exemplar.Tasks;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Campaigns.Supervision;

/// <summary>The day of whoever follows the tasks up: what is due, who was urged, who asked for time, what waits to be accepted. Units stand in organization order.</summary>
public sealed class SupervisionDesk(AppDb db, Actor actor, PermissionTable permissions, TimeProvider clock, WorkingCalendar calendar)
{
    public const int PageSize = 30;

    public sealed record Row(Guid Id, string Title, Guid UnitId, string Unit, string UnitOrder, AssignmentState State, DateOnly? OriginalDueOn, DateOnly? DueOn, DateOnly SortsOn,
        DateOnly? AskedDueOn, DateTimeOffset? FinishedAt, Colour? Colour)
    {
        public Due Due { get; init; } = null!;
    }

    /// <summary>How one unit stands; only units with something open.</summary>
    public sealed record UnitRow(Guid Id, string Name, int Open, int Submitted, int AskedTime, IReadOnlyDictionary<Colour, int> Colours, bool HasNobody);

    public sealed record Choice(Guid Id, string Name);

    public sealed record View(IReadOnlyList<Row> Rows, string? Next, IReadOnlyList<UnitRow> Units, IReadOnlyList<Choice> Campaigns, IReadOnlyList<Choice> Stages)
    {
        public int Open => Units.Sum(u => u.Open);
        public int Count(Colour colour) => Units.Sum(u => u.Colours.GetValueOrDefault(colour));
    }

    public async Task<View> Show(DeskQuery query, CancellationToken ct)
    {
        actor.Demand(CampaignsCapability.Supervise);
        var today = clock.Today();
        var shares = db.Supervised(actor, query, today);
        if (Cursor.Read(query.After) is { } after)
        {
            shares = shares.Where(x => string.Compare(x.Unit.Order, after.Place) > 0 || (x.Unit.Order == after.Place
                && (x.Assignment.SortsOn > after.Day || (x.Assignment.SortsOn == after.Day && x.Assignment.Id > after.Id))));
        }
        var rows = await shares.InOrder().Take(PageSize + 1).Select(x => new Row(x.Assignment.Id, x.Task.Title, x.Unit.Id, x.Unit.Name, x.Unit.Order, x.Assignment.State,
            x.Task.DueOn, x.Assignment.DueOn, x.Assignment.SortsOn, x.Assignment.AskedDueOn, x.Assignment.FinishedAt,
            db.HighestSlips().Where(s => s.AssignmentId == x.Assignment.Id).Select(s => (Colour?)s.Colour).FirstOrDefault())).ToListAsync(ct);

        var page = rows.Take(PageSize).Select(r => r with { Due = Due.Of(r.DueOn, r.FinishedAt, today, calendar) }).ToList();
        return new(page, rows.Count > PageSize ? new Cursor(page[^1].SortsOn, page[^1].UnitOrder, page[^1].Id).ToString() : null,
            await UnitRows(query, today, ct), await Campaigns(ct), await Stages(query.Campaign, ct));
    }

    /// <summary>How each unit with something open stands, in all that the campaign and stage of the query cover.</summary>
    public async Task<IReadOnlyList<UnitRow>> Units(DeskQuery query, CancellationToken ct)
    {
        actor.Demand(CampaignsCapability.Supervise);
        return await UnitRows(query, clock.Today(), ct);
    }

    private async Task<List<UnitRow>> UnitRows(DeskQuery query, DateOnly today, CancellationToken ct)
    {
        var open = db.Supervised(actor, new(query.Campaign, query.Stage, DeskFilter.Open), today);
        var counts = await open.GroupBy(x => x.Unit.Id).Select(g => new
        {
            g.Key,
            Open = g.Count(),
            Submitted = g.Count(x => x.Assignment.State == AssignmentState.Submitted),
            Asked = g.Count(x => x.Assignment.AskedDueOn != null),
        }).ToDictionaryAsync(g => g.Key, ct);
        var colours = (await db.HighestSlips().Where(s => open.Any(x => x.Assignment.Id == s.AssignmentId)).GroupBy(s => new { s.UnitId, s.Colour })
            .Select(g => new { g.Key.UnitId, g.Key.Colour, Count = g.Count() }).ToListAsync(ct)).ToLookup(g => g.UnitId);
        var units = await db.Units.Where(u => counts.Keys.Contains(u.Id)).OrderBy(u => u.Order).Select(u => new { u.Id, u.Name }).ToListAsync(ct);
        var answered = await db.AnsweredUnits(permissions, counts.Keys, today, ct);
        return units.ConvertAll(u => new UnitRow(u.Id, u.Name, counts[u.Id].Open, counts[u.Id].Submitted, counts[u.Id].Asked,
            colours[u.Id].ToDictionary(c => c.Colour, c => c.Count), !answered.Contains(u.Id)));
    }

    private Task<List<Choice>> Campaigns(CancellationToken ct) => db.Campaigns
        .Where(c => db.Units.Where(actor, CampaignsCapability.Supervise).Any(u => u.Id == c.IssuerId))
        .OrderByDescending(c => c.OpenedAt).Select(c => new Choice(c.Id, c.Title)).ToListAsync(ct);

    private Task<List<Choice>> Stages(Guid? campaign, CancellationToken ct) => db.Set<Stage>()
        .Where(s => campaign == null ? db.Campaigns.Where(c => db.Units.Where(actor, CampaignsCapability.Supervise).Any(u => u.Id == c.IssuerId)).Any(c => c.Id == s.CampaignId) : s.CampaignId == campaign)
        .OrderBy(s => s.CampaignId).ThenBy(s => s.Position).Select(s => new Choice(s.Id, s.Name)).ToListAsync(ct);
}

using Exemplar.Tasks;

namespace Exemplar.Campaigns.Supervision;

/// <summary>The shares that somebody ticked at the desk, in organization order; what they may not see is left out.</summary>
public sealed class ChosenShares(AppDb db, Actor actor, TimeProvider clock, WorkingCalendar calendar)
{
    public const int Most = 200;

    public sealed record Share(Guid Id, int Version, Guid TaskId, string Title, Guid UnitId, string Unit, AssignmentState State, DateOnly? DueOn, DateOnly? AskedDueOn, DateTimeOffset? FinishedAt, string? Said)
    {
        public Due Due { get; init; } = null!;
    }

    public async Task<IReadOnlyList<Share>> Find(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        actor.Demand(CampaignsCapability.Supervise);
        var today = clock.Today();
        var wanted = ids.Distinct().Take(Most).ToList();
        var shares = await db.Supervised(actor, new(Show: DeskFilter.All), today).Where(x => wanted.Contains(x.Assignment.Id)).InOrder()
            .Select(x => new Share(x.Assignment.Id, x.Assignment.Version, x.Task.Id, x.Task.Title, x.Unit.Id, x.Unit.Name, x.Assignment.State, x.Assignment.DueOn, x.Assignment.AskedDueOn, x.Assignment.FinishedAt,
                db.AssignmentSteps.Where(s => s.AssignmentId == x.Assignment.Id && s.Text != "").OrderByDescending(s => s.At).Select(s => s.Text).FirstOrDefault()))
            .ToListAsync(ct);
        return shares.ConvertAll(s => s with { Due = Due.Of(s.DueOn, s.FinishedAt, today, calendar) });
    }
}

namespace Exemplar.Tasks.Supervision;

/// <summary>
/// Once a day: writes the slips of the ladder steps that were reached. Run twice it writes nothing more; after days
/// without a run each share gets the highest step it has come to, not a pile of them.
/// </summary>
public sealed class SupervisionRound(AppDb db, TimeProvider clock, WorkingCalendar calendar, Ladders ladders)
{
    /// <summary>No ladder looks further ahead than this, in days.</summary>
    private const int Horizon = 21;

    private sealed record Open(Guid Id, Guid UnitId, DateOnly SortsOn, string Ladder, DateTimeOffset IssuedAt, bool Received, bool Reported);

    /// <returns>How many slips were written.</returns>
    public Task<Result<int>> Run(CancellationToken ct) => db.Commit<int>(async (db, ct) =>
    {
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var ahead = today.AddDays(Horizon);
        var fromIssue = ladders.All.Where(l => l.Steps.Any(s => s.From is LadderClock.Issue)).Select(l => l.Key).ToList();
        var open = await db.Assignments.Where(a => a.FinishedAt == null && a.State != AssignmentState.Done)
            .Join(db.Tasks, a => a.TaskId, t => t.Id, (a, t) => new { a, t }).Where(x => x.a.SortsOn <= ahead || fromIssue.Contains(x.t.Ladder))
            .Select(x => new Open(x.a.Id, x.a.UnitId, x.a.SortsOn, x.t.Ladder, x.t.IssuedAt,
                x.a.State != AssignmentState.Issued, x.a.Steps.Any(s => s.Kind == StepKind.Reported))).ToListAsync(ct);
        var written = await db.HighestSlips().Select(s => new { s.AssignmentId, s.Level }).ToDictionaryAsync(s => s.AssignmentId, s => s.Level, ct);

        var slips = open.Select(share => Reached(share, written.GetValueOrDefault(share.Id), today, now)).OfType<SupervisionSlip>().ToList();
        if (slips.Count > 0) await db.InsertRecords(new Act(null, null, now), "tasks.urge", slips, ct);
        return slips.Count;
    }, ct);

    private SupervisionSlip? Reached(Open share, int above, DateOnly today, DateTimeOffset now)
    {
        if (ladders.Find(share.Ladder) is not { } ladder) return null;
        var issued = DateOnly.FromDateTime(share.IssuedAt.InOffice().Date);
        for (var level = ladder.Steps.Count; level > above; level--)
        {
            var step = ladder.Steps[level - 1];
            if (step.From is LadderClock.Due && share.SortsOn == DateOnly.MaxValue) continue;
            if (IsDone(step.Unless, share) || step.On(share.SortsOn, issued, calendar) is var on && on > today) continue;
            return new()
            {
                AssignmentId = share.Id,
                UnitId = share.UnitId,
                Level = level,
                Colour = step.Colour,
                Name = step.Name,
                AgainstOn = step.From is LadderClock.Due ? share.SortsOn : issued,
                FromIssue = step.From is LadderClock.Issue,
                ReachedOn = on,
                TellsSuperior = step.TellsSuperior,
                At = now,
            };
        }
        return null;
    }

    private static bool IsDone(LadderStop stop, Open share) => stop switch
    {
        LadderStop.Received => share.Received,
        LadderStop.Reported => share.Reported,
        _ => false,   // what is finished is not asked for
    };
}

using Exemplar.Organization;

namespace Exemplar.Tasks.Series;

/// <summary>Once a day: makes the tasks of the turns that have come near. Run twice it makes nothing more.</summary>
public sealed class TurnRound(AppDb db, TimeProvider clock, WorkingCalendar calendar)
{
    /// <returns>How many tasks were made.</returns>
    public Task<Result<int>> Run(CancellationToken ct) => db.Commit<int>(async (db, ct) =>
    {
        var (today, act) = (clock.Today(), new Act(null, null, clock.GetUtcNow()));
        var series = await db.TaskSeries.AsNoTracking().Where(s => s.EndsOn >= today).ToListAsync(ct);
        return await Make(db, series, today, calendar, act, ct);
    }, ct);

    /// <summary>Inside a commit: what these series still lack by today.</summary>
    public static async Task<int> Make(AppDb db, IReadOnlyList<TaskSeries> series, DateOnly today, WorkingCalendar calendar, Act act, CancellationToken ct)
    {
        var ids = series.Select(s => s.Id).ToList();
        var made = (await db.Tasks.Where(t => t.SeriesId != null && ids.Contains(t.SeriesId.Value)).Select(t => new { t.SeriesId, t.TurnOn }).ToListAsync(ct))
            .Select(t => (t.SeriesId!.Value, t.TurnOn!.Value)).ToHashSet();
        var units = await db.Units.AsNoTracking().Where(u => u.DissolvedOn == null).ToDictionaryAsync(u => u.Id, ct);

        var tasks = (from one in series
                     from turn in one.TurnsBy(today)
                     where !made.Contains((one.Id, turn.From))
                     let task = one.Make(turn, units, calendar, act)
                     where task.Assignments.Count > 0
                     select task).ToList();
        foreach (var task in tasks)
        {
            db.Add(task);
            db.Log(act, "tasks.issue", task);
            foreach (var assignment in task.Assignments) db.Log(act, "tasks.issue", assignment);
        }
        return tasks.Count;
    }
}

using Exemplar.Platform.Log.Verification;

namespace Exemplar.Platform.Log.Sealing;

/// <summary>For the audit administrator: how the daily checks went, and the checkpoints, newest first.</summary>
public sealed class CheckpointList(AppDb db, Actor actor)
{
    private const int PerPage = 50;
    private const int Checks = 7;

    public sealed record Row(int Number, DateTimeOffset At, long Size);

    /// <param name="Next">The number before which the next page begins; null on the last one.</param>
    public sealed record View(IReadOnlyList<LogCheck> Checks, IReadOnlyList<Row> Rows, long Unsealed, int? Next);

    public async Task<View> Show(int? before, CancellationToken ct)
    {
        actor.DemandLog();
        var checks = await db.LogChecks.AsNoTracking().OrderByDescending(c => c.At).Take(Checks).ToListAsync(ct);
        var last = await db.LogCheckpoints.OrderByDescending(c => c.Number).Select(c => c.LastEntryId).FirstOrDefaultAsync(ct);
        var rows = await db.LogCheckpoints.Where(c => before == null || c.Number < before).OrderByDescending(c => c.Number).Take(PerPage + 1).Select(c => new Row(c.Number, c.At, c.Size)).ToListAsync(ct);
        return new(checks, [.. rows.Take(PerPage)], await db.LogEntries.LongCountAsync(e => e.Id > last, ct), rows.Count > PerPage ? rows[PerPage - 1].Number : null);
    }
}

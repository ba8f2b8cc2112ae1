using System.Globalization;
using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Sealing;

namespace Exemplar.Platform.Log.Proofs;

/// <summary>What the log knows of one record, and the proof of its last entry. Asks nobody: the page of the record has done so.</summary>
public sealed class ProveRecord(AppDb db, LogKeys keys, TimeProvider clock)
{
    /// <param name="Changes">How often it was changed after it was entered.</param>
    public sealed record History(DateTimeOffset EnteredAt, DateTimeOffset ChangedAt, int Changes, int ThisYear)
    {
        /// <summary>3月5日登记，此后未改动</summary>
        public string InWords => Changes == 0
            ? $"{Day(EnteredAt)}登记，此后未改动"
            : $"{Day(EnteredAt)}登记，最后一次改动 {Day(ChangedAt)}（共改动 {Changes} 次）";

        private string Day(DateTimeOffset at) => at.InOffice().ToString(at.InOffice().Year == ThisYear ? "M月d日" : "yyyy年M月d日", CultureInfo.InvariantCulture);
    }

    /// <summary>Null for a record without entries.</summary>
    /// <param name="stages">Kinds of entries that take the record on and change nothing that it said.</param>
    public async Task<History?> Look<T>(Guid id, CancellationToken ct, IReadOnlyCollection<string>? stages = null) where T : IRecord
    {
        var type = typeof(T).Name;
        var entries = await db.LogEntries.Where(e => e.RecordType == type && e.RecordId == id).OrderBy(e => e.Id).Select(e => new { e.At, e.Kind }).ToListAsync(ct);
        if (entries.Count == 0) return null;
        var changes = entries.Skip(1).Where(e => stages?.Contains(e.Kind) is not true).ToList();
        return new(entries[0].At, changes.Count > 0 ? changes[^1].At : entries[0].At, changes.Count, clock.Today().Year);
    }

    /// <summary>Null while its last entry is not sealed yet, or when the key that sealed it is unknown here.</summary>
    public async Task<InclusionProof?> Prove<T>(Guid id, CancellationToken ct) where T : IRecord
    {
        var type = typeof(T).Name;
        var entry = await db.LogEntries.AsNoTracking().Where(e => e.RecordType == type && e.RecordId == id).OrderByDescending(e => e.Id).FirstOrDefaultAsync(ct);
        var checkpoint = await db.LogCheckpoints.AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(ct);
        if (entry is null || checkpoint is null || checkpoint.LastEntryId < entry.Id || keys.Known().GetValueOrDefault(checkpoint.KeyId) is not { } key) return null;

        var index = await IndexOf(entry.Id, ct);
        return new(CanonicalJson.Of(db.Model, entry), index, checkpoint, await StoredTiles.Of(db).Path(index, checkpoint.Size, ct), key);
    }

    /// <summary>Its place among the leaves, counted from the checkpoint before it: ids may have gaps.</summary>
    private async Task<long> IndexOf(long entry, CancellationToken ct)
    {
        var before = await db.LogCheckpoints.AsNoTracking().Where(c => c.LastEntryId < entry).OrderByDescending(c => c.Number).Select(c => new { c.Size, c.LastEntryId }).FirstOrDefaultAsync(ct);
        var (size, last) = (before?.Size ?? 0, before?.LastEntryId ?? 0);
        return size + await db.LogEntries.LongCountAsync(e => e.Id > last && e.Id < entry, ct);
    }
}

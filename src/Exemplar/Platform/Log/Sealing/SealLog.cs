using Exemplar.Platform.Log.Keys;

namespace Exemplar.Platform.Log.Sealing;

/// <summary>
/// Seals what was entered since the last checkpoint: adds its entries to the tree and signs the new root. Entries are read and
/// hashed before the commit, so that nobody waits for it longer than for any other small write; ids rise in the order in
/// which commits end, because commits have one turn at a time.
/// </summary>
public sealed class SealLog(AppDb db, LogKeys keys, CheckpointFiles files, TimeProvider clock)
{
    /// <summary>Entries of one checkpoint; a longer log is sealed by several.</summary>
    internal int Largest { get; init; } = 50_000;

    private const int EntriesPerRead = 2_000;

    /// <returns>The new checkpoints; none when nothing was entered.</returns>
    public async Task<Result<IReadOnlyList<LogCheckpoint>>> Handle(CancellationToken ct)
    {
        List<LogCheckpoint> made = [];
        while (true)
        {
            var file = files.Newest();   // looked for first: a file is written after its row
            var last = await Last(ct);
            if (Newer(file, last) is { } newer) return new Refusal($"checkpoints/ 里的第 {newer} 号封存点库里没有：可能放回了旧的备份。请先运行 log verify 查清，再把这个文件移到别处留存，然后封存");
            if (!await db.LogEntries.AnyAsync(e => e.Id > (last == null ? 0 : last.LastEntryId), ct)) return made;
            if (keys.Find() is not { } key)
            {
                if (last is not null) return new Refusal("签名密钥不在 keys/ 里，不能封存。找回 log-signing.pem；确实丢失的，用 log key 换一把新的，并告诉保管封存点的人");
                key = keys.Make(SigningKey.EcdsaP256);
            }

            var sealing = await Prepare(last, key, ct);
            if (sealing.Refusal is { } refusal) return refusal;
            var kept = await db.Commit<LogCheckpoint>(async (db, ct) => await Keep(db, last, sealing.Value!, ct), ct);
            if (kept.Refusal is not null) continue;   // somebody else sealed meanwhile
            if (await files.Write(kept.Value!, key.Public, files.Folder, ct) is { } unwritten) return unwritten;
            made.Add(kept.Value!);
        }
    }

    /// <summary>The number of a checkpoint file that the database does not know: it must not be overwritten by another of the same number.</summary>
    private static int? Newer(string? file, LogCheckpoint? last) =>
        file is { } text && LogCheckpoint.ReadKept(text) is { } newest && (newest.Number > (last?.Number ?? 0) || (newest.Number == last?.Number && newest.Text != last.Text)) ? newest.Number : null;

    private Task<LogCheckpoint?> Last(CancellationToken ct) => db.LogCheckpoints.AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(ct);

    private sealed record Sealing(LogCheckpoint Checkpoint, IReadOnlyDictionary<(int Level, long Number), byte[]> Tiles);

    private async Task<Result<Sealing>> Prepare(LogCheckpoint? last, SigningKey key, CancellationToken ct)
    {
        var tiles = new Dictionary<(int Level, long Number), byte[]>();
        var tree = await Edge(last, (level, number, hashes) => tiles[(level, number)] = hashes, ct);
        if (tree is null) return new Refusal($"日志树与第 {last!.Number} 号封存点对不上，不在它上面继续封存。请运行 log verify");

        var (until, end) = (last?.LastEntryId ?? 0, tree.Size + Largest);
        while (tree.Size < end)
        {
            var count = (int)Math.Min(EntriesPerRead, end - tree.Size);
            var entries = await db.LogEntries.AsNoTracking().Where(e => e.Id > until).OrderBy(e => e.Id).Take(count).ToListAsync(ct);
            foreach (var entry in entries) tree.Add(MerkleTree.LeafHash(CanonicalJson.Of(db.Model, entry)));
            if (entries.Count > 0) until = entries[^1].Id;
            if (entries.Count < count) break;
        }
        foreach (var (level, number, hashes) in tree.Unfinished()) tiles[(level, number)] = hashes;
        return new Sealing(LogCheckpoint.Sign(key, (last?.Number ?? 0) + 1, tree.Size, until, tree.Root(), clock.GetUtcNow()), tiles);
    }

    /// <summary>Null when the stored tiles do not lead to the last root.</summary>
    private async Task<TiledTree?> Edge(LogCheckpoint? last, Action<int, long, byte[]> filled, CancellationToken ct)
    {
        if (last is null) return new(filled);
        try
        {
            var tree = await TiledTree.Continue(last.Size, async (level, number) => (await db.LogTiles.AsNoTracking().SingleOrDefaultAsync(t => t.Level == level && t.Number == number, ct))?.Hashes, filled);
            return Convert.ToHexStringLower(tree.Root()) == last.Root ? tree : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<Result<LogCheckpoint>> Keep(AppDb db, LogCheckpoint? last, Sealing sealing, CancellationToken ct)
    {
        if (await db.LogCheckpoints.AnyAsync(c => c.Number > (last == null ? 0 : last.Number), ct)) return new Refusal("sealed by somebody else");
        var levels = sealing.Tiles.Keys.Select(t => t.Level).Distinct();
        foreach (var level in levels)
        {
            var first = sealing.Tiles.Keys.Where(t => t.Level == level).Min(t => t.Number);
            var edge = await db.LogTiles.SingleOrDefaultAsync(t => t.Level == level && t.Number == first, ct);
            foreach (var (place, hashes) in sealing.Tiles.Where(t => t.Key.Level == level))
            {
                if (edge is not null && place.Number == first) edge.Hashes = hashes;
                else db.Add(new LogTile { Level = level, Number = place.Number, Hashes = hashes });
            }
        }
        db.Add(sealing.Checkpoint);
        return sealing.Checkpoint;
    }
}

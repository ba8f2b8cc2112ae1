using Exemplar.Platform.Log.Sealing;

namespace Exemplar.Platform.Log.Verification;

/// <summary>The tiles that the entries give against those that were stored when they were sealed. A difference alone does not say which of the two was changed: the next root does.</summary>
/// <param name="sealedSize">Leaves under the last stored checkpoint.</param>
internal sealed class TileComparison(Snapshot snapshot, long sealedSize)
{
    private readonly List<(int Level, long Number, byte[] Hashes)> filled = [];
    private readonly long[] ids = new long[TiledTree.Width];

    /// <summary>The first stored tile that differs, and the entry at the place where it does; no entry above level 0, and none where the tile is missing.</summary>
    public sealed record Difference(int Level, long Number, long? EntryId);

    public Difference? Suspect { get; private set; }

    public void Filled(int level, long number, byte[] hashes) => filled.Add((level, number, hashes));

    /// <summary>Which entry is the leaf at this place.</summary>
    public void Note(long index, long id) => ids[index % TiledTree.Width] = id;

    public async Task CompareFilled(CancellationToken ct)
    {
        foreach (var (level, number, hashes) in filled) await Compare(level, number, hashes, ct);
        filled.Clear();
    }

    public async Task CompareUnfinished(TiledTree tree, CancellationToken ct)
    {
        foreach (var (level, number, hashes) in tree.Unfinished()) await Compare(level, number, hashes, ct);
    }

    private async Task Compare(int level, long number, byte[] hashes, CancellationToken ct)
    {
        var stored = (int)Math.Clamp((sealedSize >> (8 * level)) - number * TiledTree.Width, 0, TiledTree.Width) * MerkleTree.HashLength;
        if (Suspect is not null || stored == 0) return;
        var kept = Array.Empty<byte>();
        await foreach (var bytes in snapshot.Rows("select \"Hashes\" from \"LogTiles\" where \"Level\" = @p0 and \"Number\" = @p1", r => r.GetFieldValue<byte[]>(0), [level, number], ct)) kept = bytes;
        var compared = Math.Min(stored, hashes.Length);   // before the last checkpoint the stored tile has grown on, after it ours has
        var same = kept.AsSpan(0, Math.Min(kept.Length, compared)).CommonPrefixLength(hashes);
        if (same == compared && kept.Length == stored) return;
        var place = same / MerkleTree.HashLength;
        Suspect = new(level, number, level == 0 && same < Math.Min(kept.Length, compared) ? ids[place] : null);
    }
}

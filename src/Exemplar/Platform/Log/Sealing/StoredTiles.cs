using System.Numerics;

namespace Exemplar.Platform.Log.Sealing;

/// <summary>Hashes inside the sealed tree, read from a few tiles.</summary>
/// <param name="tile">The hashes of a tile by level and number.</param>
internal sealed class StoredTiles(Func<int, long, CancellationToken, Task<byte[]>> tile)
{
    private readonly Dictionary<(int Level, long Number), byte[]> read = [];

    public static StoredTiles Of(AppDb db) => new(async (level, number, ct) => (await db.LogTiles.AsNoTracking().SingleAsync(t => t.Level == level && t.Number == number, ct)).Hashes);

    /// <summary>RFC 9162, 2.1.3.1: the hashes beside the way from a leaf to the root of the first <paramref name="size"/> leaves, lowest first.</summary>
    public async Task<List<byte[]>> Path(long index, long size, CancellationToken ct)
    {
        List<byte[]> path = [];
        for (var (start, end) = (0L, size); end - start > 1;)
        {
            var middle = start + LeftPart(end - start);
            path.Add(index < middle ? await RootOf(middle, end, ct) : await RootOf(start, middle, ct));
            (start, end) = index < middle ? (start, middle) : (middle, end);
        }
        path.Reverse();
        return path;
    }

    /// <summary>The root over the leaves from <paramref name="start"/> to before <paramref name="end"/>, which are a subtree.</summary>
    private async Task<byte[]> RootOf(long start, long end, CancellationToken ct)
    {
        var size = end - start;
        if (!BitOperations.IsPow2(size))
        {
            var middle = start + LeftPart(size);
            var (left, right) = (await RootOf(start, middle, ct), await RootOf(middle, end, ct));
            return MerkleTree.NodeHash(left, right);
        }
        var level = BitOperations.Log2((ulong)size) / 8;
        var first = start >> (8 * level);
        var hashes = await Read(level, first / TiledTree.Width, ct);
        return TiledTree.RootOf(hashes.AsSpan((int)(first % TiledTree.Width) * MerkleTree.HashLength, (int)(size >> (8 * level)) * MerkleTree.HashLength));
    }

    /// <summary>The largest power of two below the size.</summary>
    private static long LeftPart(long size) => 1L << BitOperations.Log2((ulong)(size - 1));

    private async Task<byte[]> Read(int level, long number, CancellationToken ct)
    {
        if (!read.TryGetValue((level, number), out var hashes)) hashes = read[(level, number)] = await tile(level, number, ct);
        return hashes;
    }
}

namespace Exemplar.Platform.Log.Sealing;

/// <summary>The right edge of a growing tree: the unfinished tile of each level. Leaves are added at its end; tiles that fill up are handed on.</summary>
internal sealed class TiledTree(Action<int, long, byte[]> filled)
{
    /// <summary>Hashes in a whole tile.</summary>
    public const int Width = 256;

    private const int TileBytes = Width * MerkleTree.HashLength;

    private readonly List<byte[]> levels = [];

    public long Size { get; private set; }

    /// <summary>Goes on from a tree of <paramref name="size"/> leaves. Throws <see cref="InvalidDataException"/> when a tile is missing or too short.</summary>
    public static async Task<TiledTree> Continue(long size, Func<int, long, Task<byte[]?>> stored, Action<int, long, byte[]> filled)
    {
        var tree = new TiledTree(filled) { Size = size };
        for (var level = 0; size >> (8 * level) > 0; level++)
        {
            var (tile, count) = (new byte[TileBytes], tree.CountOn(level));
            if (count > 0)
            {
                var kept = await stored(level, tree.NumberOn(level));
                if (kept is null || kept.Length < count * MerkleTree.HashLength) throw new InvalidDataException($"tile {level}/{tree.NumberOn(level)} is missing or too short");
                kept.AsSpan(0, count * MerkleTree.HashLength).CopyTo(tile);
            }
            tree.levels.Add(tile);
        }
        return tree;
    }

    public void Add(ReadOnlySpan<byte> leafHash)
    {
        Add(0, leafHash);
        Size++;
    }

    /// <summary>The unfinished tiles, each with its level and number.</summary>
    public IEnumerable<(int Level, long Number, byte[] Hashes)> Unfinished() =>
        from level in Enumerable.Range(0, levels.Count)
        let count = CountOn(level)
        where count > 0
        select (level, NumberOn(level), levels[level][..(count * MerkleTree.HashLength)]);

    /// <summary>The root of all leaves so far; there must be one.</summary>
    public byte[] Root()
    {
        byte[]? root = null;   // of what lies to the right
        for (var level = 0; level < levels.Count; level++)
        {
            var count = CountOn(level);
            for (var size = 1; size <= count; size <<= 1)   // the whole subtrees of the tile, smallest and rightmost first
            {
                if ((count & size) == 0) continue;
                var start = count & ~(2 * size - 1);
                var subtree = RootOf(levels[level].AsSpan(start * MerkleTree.HashLength, size * MerkleTree.HashLength));
                root = root is null ? subtree : MerkleTree.NodeHash(subtree, root);
            }
        }
        return root ?? throw new InvalidOperationException("A tree without leaves is not sealed");
    }

    /// <summary>The root of a power of two of hashes.</summary>
    public static byte[] RootOf(ReadOnlySpan<byte> hashes)
    {
        var work = hashes.ToArray();
        for (var count = hashes.Length / MerkleTree.HashLength; count > 1; count /= 2)
            for (var i = 0; i < count / 2; i++) MerkleTree.NodeHash(At(2 * i), At(2 * i + 1), At(i));
        return work[..MerkleTree.HashLength];

        Span<byte> At(int i) => work.AsSpan(i * MerkleTree.HashLength, MerkleTree.HashLength);
    }

    private void Add(int level, ReadOnlySpan<byte> hash)
    {
        if (level == levels.Count) levels.Add(new byte[TileBytes]);
        var place = CountOn(level);   // Size is still that before the new leaf
        hash.CopyTo(levels[level].AsSpan(place * MerkleTree.HashLength));
        if (place < Width - 1) return;

        filled(level, NumberOn(level), [.. levels[level]]);
        Add(level + 1, RootOf(levels[level]));
    }

    private int CountOn(int level) => (int)((Size >> (8 * level)) & (Width - 1));

    private long NumberOn(int level) => Size >> (8 * (level + 1));
}

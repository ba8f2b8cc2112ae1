using System.Globalization;
using System.Text;
using Exemplar.Platform.Log;
using Exemplar.Platform.Log.Sealing;

namespace Exemplar.Tests.Platform.Log;

/// <summary>The tree against the vectors of Certificate Transparency's own implementation, and against the recursion of RFC 9162 written down plainly.</summary>
public sealed class MerkleTreeTests
{
    /// <summary>Leaves and roots of the reference tests of RFC 6962, whose tree RFC 9162 took over.</summary>
    private static readonly (string Leaf, string Root)[] Reference =
    [
        ("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        ("\0", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        ("\x10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        ("\x20\x21", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
        ("01", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
        ("@ABC", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
        ("PQRSTUVW", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
        ("`abcdefghijklmno", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ];

    [Fact]
    public void Its_roots_are_those_of_the_reference_implementation()
    {
        var tree = new TiledTree((_, _, _) => { });
        foreach (var (leaf, root) in Reference)
        {
            tree.Add(MerkleTree.LeafHash(leaf));
            Assert.Equal(root, Convert.ToHexStringLower(tree.Root()));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(70_001)]
    public async Task A_tree_that_was_continued_from_its_tiles_is_the_tree_of_all_leaves_and_every_path_leads_to_its_root(int size)
    {
        var leaves = Enumerable.Range(0, size).Select(i => MerkleTree.LeafHash(i.ToString(CultureInfo.InvariantCulture))).ToArray();
        var tiles = new Dictionary<(int, long), byte[]>();
        var tree = new TiledTree(Keep);
        for (var i = 0; i < size; i++)
        {
            tree.Add(leaves[i]);
            if (i % 9_973 != 5) continue;   // as if a sealing ended here
            foreach (var (level, number, hashes) in tree.Unfinished()) Keep(level, number, hashes);
            tree = await TiledTree.Continue(i + 1, (level, number) => Task.FromResult(tiles.GetValueOrDefault((level, number))), Keep);
        }
        foreach (var (level, number, hashes) in tree.Unfinished()) Keep(level, number, hashes);

        Assert.Equal(RootOf(leaves), tree.Root());
        var stored = new StoredTiles((level, number, _) => Task.FromResult(tiles[(level, number)]));
        foreach (var index in (int[])[0, size / 3, size / 2, size - 1])
        {
            var path = await stored.Path(index, size, default);
            Assert.Equal(PathOf(index, leaves), path);
            Assert.True(MerkleTree.Includes(leaves[index], index, size, path, tree.Root()));
            Assert.False(MerkleTree.Includes(leaves[index], index + 1, size, path, tree.Root()));
            Assert.False(MerkleTree.Includes(leaves[index], index, size, [.. path, leaves[0]], tree.Root()));
        }

        void Keep(int level, long number, byte[] hashes) => tiles[(level, number)] = hashes;
    }

    [Fact]
    public async Task A_missing_tile_is_no_beginning()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => TiledTree.Continue(3, (_, _) => Task.FromResult<byte[]?>(null), (_, _, _) => { }));
        await Assert.ThrowsAsync<InvalidDataException>(() => TiledTree.Continue(3, (_, _) => Task.FromResult<byte[]?>(new byte[64]), (_, _, _) => { }));
    }

    [Fact]
    public void A_leaf_is_the_text_in_utf_8_after_a_zero() =>
        Assert.Equal(System.Security.Cryptography.SHA256.HashData([0, .. Encoding.UTF8.GetBytes("模范")]), MerkleTree.LeafHash("模范"));

    /// <summary>RFC 9162, 2.1.1.</summary>
    private static byte[] RootOf(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1) return leaves[0];
        var left = LeftPart(leaves.Length);
        return MerkleTree.NodeHash(RootOf(leaves[..left]), RootOf(leaves[left..]));
    }

    /// <summary>RFC 9162, 2.1.3.1.</summary>
    private static List<byte[]> PathOf(int index, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1) return [];
        var left = LeftPart(leaves.Length);
        return index < left ? [.. PathOf(index, leaves[..left]), RootOf(leaves[left..])] : [.. PathOf(index - left, leaves[left..]), RootOf(leaves[..left])];
    }

    private static int LeftPart(int size)
    {
        var left = 1;
        while (2 * left < size) left *= 2;
        return left;
    }
}

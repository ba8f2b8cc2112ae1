using System.Security.Cryptography;
using System.Text;

namespace Exemplar.Platform.Log;

/// <summary>The hashes of an RFC 9162 Merkle tree (section 2.1): a leaf is hashed after 0x00, two subtrees after 0x01, all by SHA-256.</summary>
public static class MerkleTree
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    public static byte[] LeafHash(string leaf)
    {
        var bytes = new byte[1 + Encoding.UTF8.GetByteCount(leaf)];
        Encoding.UTF8.GetBytes(leaf, bytes.AsSpan(1));
        return SHA256.HashData(bytes);
    }

    /// <param name="into">May be one of the two.</param>
    public static void NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> into)
    {
        Span<byte> node = stackalloc byte[1 + 2 * HashLength];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + HashLength)..]);
        SHA256.HashData(node, into);
    }

    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[HashLength];
        NodeHash(left, right, hash);
        return hash;
    }

    /// <summary>RFC 9162, 2.1.3.2: whether the path leads from the leaf at <paramref name="index"/> to the root of a tree of <paramref name="size"/> leaves.</summary>
    public static bool Includes(byte[] leafHash, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || leafHash.Length != HashLength || path.Any(p => p.Length != HashLength)) return false;

        var (node, last, hash) = (index, size - 1, leafHash);
        foreach (var step in path)
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = NodeHash(step, hash);
                while ((node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = NodeHash(hash, step);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && root.SequenceEqual(hash);
    }
}

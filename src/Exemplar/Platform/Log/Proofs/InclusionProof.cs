using System.Globalization;
using System.Text;
using System.Text.Json;
using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Sealing;

namespace Exemplar.Platform.Log.Proofs;

/// <summary>
/// That one entry is part of the log that a checkpoint seals; checked without the database. As a file it is canonical JSON,
/// and only the very bytes that <see cref="Write"/> gives are accepted: there are no two files for one proof.
/// </summary>
/// <param name="Leaf">The entry as canonical JSON of all its columns.</param>
/// <param name="Path">The hashes beside the way to the root, lowest first.</param>
public sealed record InclusionProof(string Leaf, long Index, LogCheckpoint Checkpoint, IReadOnlyList<byte[]> Path, VerifyingKey Key)
{
    private const string Format = "exemplar-proof/1";

    public string Write()
    {
        var json = new StringBuilder("{\"checkpoint\":");
        CanonicalJson.Write(json, Checkpoint.Text);
        json.Append(CultureInfo.InvariantCulture, $",\"format\":\"{Format}\",\"index\":{Index},\"leaf\":");
        CanonicalJson.Write(json, Leaf);
        json.Append(",\"path\":[").AppendJoin(',', Path.Select(hash => $"\"{Convert.ToHexStringLower(hash)}\"")).Append("],\"publicKey\":");
        CanonicalJson.Write(json, Key.Pem);
        return json.Append(CultureInfo.InvariantCulture, $",\"size\":{Checkpoint.Size}}}").ToString();
    }

    /// <param name="trusted">Public keys of the house, got another way; null trusts the one in the file, which proves nothing against a forger with a key of their own.</param>
    /// <returns>The proof when it holds, else what is wrong with it.</returns>
    public static Result<InclusionProof> Check(byte[] file, IReadOnlyList<VerifyingKey>? trusted)
    {
        if (Read(file) is not { } proof) return new Refusal("不是完整的证明文件，或者被改过");
        if (trusted is not null && !trusted.Any(k => k.Id == proof.Key.Id)) return new Refusal("不是用所给的公钥签的");
        if (!proof.Checkpoint.IsSignedBy(proof.Key)) return new Refusal("封存点的签名不符");
        return MerkleTree.Includes(MerkleTree.LeafHash(proof.Leaf), proof.Index, proof.Checkpoint.Size, proof.Path, Hex.Read(proof.Checkpoint.Root))
            ? proof
            : new Refusal("这条日志不在封存点封存的日志里");
    }

    private static InclusionProof? Read(byte[] file)
    {
        try
        {
            using var json = JsonDocument.Parse(file);
            var root = json.RootElement;
            var path = root.GetProperty("path").EnumerateArray().Select(p => Hex.Read(p.GetString() ?? "-")).ToList();
            if (path.Count > 64 || path.Contains(null)) return null;
            if (LogCheckpoint.Read(Text("checkpoint")) is not { } checkpoint || VerifyingKey.Read(Text("publicKey")) is not { } key) return null;
            var proof = new InclusionProof(Text("leaf"), root.GetProperty("index").GetInt64(), checkpoint, path!, key);
            return Encoding.UTF8.GetBytes(proof.Write()).AsSpan().SequenceEqual(file) ? proof : null;

            string Text(string name) => root.GetProperty(name).GetString() ?? "";
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}

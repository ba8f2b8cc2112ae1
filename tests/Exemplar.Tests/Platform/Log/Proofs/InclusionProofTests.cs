using System.Text;
using Exemplar.Meetings;
using Exemplar.Platform.Log;
using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Proofs;
using Exemplar.Platform.Log.Sealing;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Exemplar.Tests.Platform.Log.Proofs;

/// <summary>Proofs of real records hold, and no forged one is accepted: a verifier that was never shown a forgery may accept all of them.</summary>
public sealed class InclusionProofTests(SealedHouse house, ITestOutputHelper output) : IClassFixture<SealedHouse>
{
    private static readonly bool IsTorture = Environment.GetEnvironmentVariable("EXEMPLAR_TORTURE") == "1";

    private readonly Random random = new(20260311);

    [Fact]
    public async Task The_proof_of_any_record_holds_against_the_kept_key()
    {
        foreach (var meeting in await house.Read(db => db.Meetings.Select(m => m.Id).Take(20).ToListAsync()))
        {
            var proof = await Proof(meeting);
            var held = InclusionProof.Check(Encoding.UTF8.GetBytes(proof.Write()), [house.Key]);
            Assert.Null(held.Refusal);
            Assert.Contains(meeting.ToString(), held.Value!.Leaf, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Forged_proofs_are_refused()
    {
        var (forgeries, accepted) = (IsTorture ? 1000 : 200, new List<string>());
        var meetings = await house.Read(db => db.Meetings.Select(m => m.Id).ToListAsync());
        var stranger = SigningKey.Make(SigningKey.EcdsaP256);
        for (var i = 0; i < forgeries; i++)
        {
            var proof = await Proof(meetings[random.Next(meetings.Count)]);
            var (what, file) = Forge(proof, await Proof(meetings[random.Next(meetings.Count)]), stranger, i % 12);
            if (InclusionProof.Check(file, [house.Key]).Refusal is null) accepted.Add($"{i}: {what}");
        }
        output.WriteLine($"{forgeries} forgeries");
        Assert.Empty(accepted);
    }

    [PythonFact]
    public async Task The_second_verifier_agrees_on_proofs_and_forgeries()
    {
        var (file, key) = (Path.Combine(house.DataFolder, "proof.json"), Path.Combine(house.DataFolder, "key.pem"));
        await File.WriteAllTextAsync(key, house.Key.Pem);
        var meetings = await house.Read(db => db.Meetings.Select(m => m.Id).Take(5).ToListAsync());
        var stranger = SigningKey.Make(SigningKey.EcdsaP256);
        foreach (var meeting in meetings.Take(2))
        {
            await File.WriteAllTextAsync(file, (await Proof(meeting)).Write());
            Assert.Equal(0, (await Python.Verify("proof", file, "--key", key)).Code);
        }
        for (var kind = 0; kind < 12; kind++)
        {
            var (what, forged) = Forge(await Proof(meetings[0]), await Proof(meetings[4]), stranger, kind);
            await File.WriteAllBytesAsync(file, forged);
            var (code, said) = await Python.Verify("proof", file, "--key", key);
            Assert.True(code == 1 && said.StartsWith("does not hold", StringComparison.Ordinal), $"{what}: {said}");
        }
    }

    private (string What, byte[] File) Forge(InclusionProof proof, InclusionProof other, SigningKey stranger, int kind)
    {
        var point = proof.Checkpoint;
        var path = proof.Path.ToList();
        var at = random.Next(path.Count);
        return kind switch
        {
            0 or 1 or 2 => ("a bit", Flipped(Bytes(proof))),
            3 => ("another index", Bytes(proof with { Index = proof.Index + random.Next(1, 5) * (random.Next(2) == 0 || proof.Index < 5 ? 1 : -1) })),
            4 => ("a leaf of another record", Bytes(proof with { Leaf = other.Leaf == proof.Leaf ? proof.Leaf + " " : other.Leaf })),
            5 => ("a shorter path", Bytes(proof with { Path = [.. path[..^1]] })),
            6 => ("a path cut at its beginning", Bytes(proof with { Path = [.. path[1..]] })),
            7 => ("a longer path", Bytes(proof with { Path = [.. path, path[at]] })),
            8 => ("a changed step", Bytes(proof with { Path = [.. path.Select((p, i) => i == at ? Flipped(p) : p)] })),
            9 => ("another size", Bytes(proof with { Checkpoint = LogCheckpoint.Stored(point.Number, point.Size + random.Next(1, 9), point.LastEntryId, point.Root, point.At, point.Algorithm, point.KeyId, point.Signature) })),
            10 => ("another key, rightly signed", Bytes(proof with { Key = stranger.Public, Checkpoint = LogCheckpoint.Sign(stranger, point.Number, point.Size, point.LastEntryId, Convert.FromHexString(point.Root), point.At) })),
            _ => ("a node as a leaf", Bytes(proof with { Leaf = Encoding.Latin1.GetString([1, .. MerkleTree.LeafHash(proof.Leaf), .. path[0]]), Index = proof.Index / 2, Path = [.. path[1..]] })),
        };
    }

    private byte[] Flipped(byte[] bytes)
    {
        var (flipped, at) = ((byte[])bytes.Clone(), random.Next(bytes.Length));
        flipped[at] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static byte[] Bytes(InclusionProof proof) => Encoding.UTF8.GetBytes(proof.Write());

    private async Task<InclusionProof> Proof(Guid meeting) => (await house.Use<ProveRecord, InclusionProof?>(prove => prove.Prove<Meeting>(meeting, default)))!;
}

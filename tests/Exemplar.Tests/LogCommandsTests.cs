using System.CommandLine;
using Exemplar.Meetings;
using Exemplar.Platform.Log;
using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Proofs;
using Exemplar.Tests.Platform.Log;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests;

/// <summary>The log from outside: by its commands, and by the verifier that shares no code with it.</summary>
public sealed class LogCommandsTests(SealedHouse house) : IClassFixture<SealedHouse>
{
    private string CheckpointFile => Path.Combine(house.DataFolder, "checkpoints", $"checkpoint-{house.Kept.Number:00000000}.txt");

    [Fact]
    public async Task Verify_ends_with_0_on_a_clean_house_and_with_1_and_the_row_on_another()
    {
        var (code, said) = await Run("verify", "--checkpoint", CheckpointFile);
        Assert.True(code == 0 && said.StartsWith("核对无误：日志 ", StringComparison.Ordinal), said);
        Assert.StartsWith("提醒  没有用留存在外面的封存点", (await Run("verify")).Said, StringComparison.Ordinal);

        var id = await house.Read(db => db.Meetings.Select(m => m.Id).FirstAsync());
        var place = await house.Read(db => db.Meetings.Where(m => m.Id == id).Select(m => m.Place).SingleAsync());
        await SetPlace(id, place + "改");
        (code, said) = await Run("verify", "--checkpoint", CheckpointFile);
        Assert.Equal(1, code);
        Assert.StartsWith($"不符  表 Meetings，行 {id}：Place 与日志不同（日志第 ", said, StringComparison.Ordinal);

        await SetPlace(id, place);
        Assert.Equal(0, (await Run("verify")).Code);
    }

    [Fact]
    public async Task The_newest_checkpoint_is_handed_over_and_overwrites_no_other()
    {
        var stick = Path.Combine(house.DataFolder, "stick");
        var (code, said) = await Run("seal", "--to", stick);
        Assert.Equal((0, "没有新的日志"), (code, said));
        var file = Path.Combine(stick, Path.GetFileName(CheckpointFile));
        Assert.Equal(house.Kept.Text, await File.ReadAllTextAsync(file));
        Assert.Single(Directory.GetFiles(stick, "*.pub.pem"));

        await File.WriteAllTextAsync(file, "another");
        (code, said) = await Run("seal", "--to", stick);
        Assert.Equal(1, code);
        Assert.Contains("没有覆盖它", said, StringComparison.Ordinal);
        Assert.Equal("another", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task What_cannot_be_asked_ends_with_2()
    {
        var empty = Directory.CreateTempSubdirectory("exemplar-empty-").FullName;
        Assert.Equal(2, (await RunRaw("log", "verify", "--data", empty)).Code);
        Assert.Empty(Directory.GetFileSystemEntries(empty));
        Directory.Delete(empty);
        Assert.Equal((2, "LICENSE 不是封存点文件"), await Run("verify", "--checkpoint", Path.Combine(SourceTree.Root, "LICENSE")));
        Assert.Equal((2, "nowhere.txt 不是封存点文件"), await Run("verify", "--checkpoint", Path.Combine(house.DataFolder, "nowhere.txt")));
        Assert.Equal((2, "LICENSE 不是公钥文件"), await Run("verify", "--key", Path.Combine(SourceTree.Root, "LICENSE")));
    }

    /// <summary>Whoever writes in the data folder can lay a key into <c>keys/</c>; the one that was handed over does not change.</summary>
    [Fact]
    public async Task Named_keys_alone_count()
    {
        var (own, stranger) = (Path.Combine(house.DataFolder, "own.pem"), Path.Combine(house.DataFolder, "stranger.pem"));
        await File.WriteAllTextAsync(own, house.Key.Pem);
        await File.WriteAllTextAsync(stranger, SigningKey.Make(SigningKey.EcdsaP256).Public.Pem);
        Assert.Equal(0, (await Run("verify", "--checkpoint", CheckpointFile, "--key", own, stranger)).Code);
        var (code, said) = await Run("verify", "--checkpoint", CheckpointFile, "--key", stranger);
        Assert.True(code == 1 && said.Contains("行 1：签它的公钥不在认可的公钥里", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task Tables_are_printed_one_a_line()
    {
        var lines = (await Run("tables")).Said.Split('\n');
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        foreach (var table in (string[])["Assignments", "AssignmentSteps", "Meetings", "MeetingRoll", "Memberships", "Grants", "LogEntries", "LogCheckpoints"]) Assert.Contains(table, lines);
        Assert.DoesNotContain("AspNetUsers", lines);
    }

    [Fact]
    public async Task A_proof_is_checked_without_a_database()
    {
        var file = Path.Combine(house.DataFolder, "a-proof.json");
        var meeting = await house.Read(db => db.Meetings.Select(m => m.Id).FirstAsync());
        var proof = (await house.Use<ProveRecord, InclusionProof?>(prove => prove.Prove<Meeting>(meeting, default)))!;
        await File.WriteAllTextAsync(file, proof.Write());

        var key = Directory.GetFiles(Path.Combine(house.DataFolder, "checkpoints"), "*.pub.pem")[0];
        var (code, said) = await RunRaw("log", "check-proof", file, "--key", key);
        Assert.True(code == 0 && said.Contains($"证明成立：它是第 {house.Kept.Number} 号封存点", StringComparison.Ordinal), said);
        Assert.Contains(house.Key.Id, (await RunRaw("log", "check-proof", file)).Said.Split('\n')[0], StringComparison.Ordinal);   // without a key: compare it, and before all else

        await File.WriteAllTextAsync(file, proof.Write().Replace("\"index\":", "\"index\":1", StringComparison.Ordinal));
        Assert.Equal(1, (await RunRaw("log", "check-proof", file, "--key", key)).Code);
    }

    [PythonFact]
    public async Task The_second_verifier_agrees_on_the_export_and_finds_what_was_changed_in_it()
    {
        var file = Path.Combine(house.DataFolder, "log.jsonl");
        Assert.Equal(0, (await Run("export", file)).Code);
        var (code, said) = await Python.Verify("export", file, "--checkpoint", CheckpointFile);
        Assert.Equal((0, $"holds: {house.Kept.Size} entries, {house.Kept.Size} of them sealed by {house.Kept.Number} checkpoints"), (code, said));

        var lines = await File.ReadAllLinesAsync(file);
        foreach (var (what, changed) in Changes(lines))
        {
            await File.WriteAllTextAsync(file, string.Concat(changed.Select(line => line + "\n")));
            (code, said) = await Python.Verify("export", file, "--checkpoint", CheckpointFile);
            Assert.True(code == 1 && said.StartsWith("does not hold", StringComparison.Ordinal), $"{what}: {said}");
        }
    }

    /// <summary>What docs/record-log.md gives to whoever writes a verifier holds for both of ours, and with any byte changed for neither.</summary>
    [PythonFact]
    public async Task The_documented_vectors_hold_and_no_neighbour_of_them_does()
    {
        var vectors = Path.Combine(SourceTree.Root, "tests", "verifier", "vectors");
        var (log, proof, changed) = (Path.Combine(vectors, "log.jsonl"), Path.Combine(vectors, "proof.json"), Path.Combine(house.DataFolder, "changed"));
        foreach (var kept in (string[])["checkpoint-1.txt", "checkpoint-2.txt"])
            Assert.Equal((0, "holds: 5 entries, 5 of them sealed by 2 checkpoints"), await Python.Verify("export", log, "--checkpoint", Path.Combine(vectors, kept)));
        Assert.Equal(0, (await Python.Verify("proof", proof, "--key", Path.Combine(vectors, "sm2.pub.pem"))).Code);
        var bytes = await File.ReadAllBytesAsync(proof);
        Assert.Null(InclusionProof.Check(bytes, null).Refusal);

        var leaves = (await File.ReadAllLinesAsync(log)).Where(line => line.StartsWith("{\"AccountId\"", StringComparison.Ordinal)).Select(leaf => Convert.ToHexStringLower(MerkleTree.LeafHash(leaf)));
        var document = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docs", "record-log.md"));
        Assert.All(leaves, (leaf, n) => Assert.Contains($"| leaf {n} | `{leaf}` |", document, StringComparison.Ordinal));

        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var copy = bytes.ToArray();
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            Assert.NotNull(InclusionProof.Check(copy, null).Refusal);
            if (i % 20 > 0) continue;
            await File.WriteAllBytesAsync(changed, copy);
            Assert.Equal(1, (await Python.Verify("proof", changed)).Code);
        }
    }

    private static IEnumerable<(string What, IEnumerable<string> Lines)> Changes(string[] lines)
    {
        var at = lines.Length / 2;
        yield return ("a changed entry", lines.Select((line, i) => i == at ? line.Replace("\"Kind\":\"", "\"Kind\":\"x", StringComparison.Ordinal) : line));
        yield return ("an entry less", lines.Where((_, i) => i != at));
        yield return ("an entry twice", lines.SelectMany((line, i) => Enumerable.Repeat(line, i == at ? 2 : 1)));
        yield return ("two entries in another order", [.. lines[..at], lines[at + 1], lines[at], .. lines[(at + 2)..]]);
        yield return ("the tail cut", lines[..at]);
        yield return ("a checkpoint less", lines.Where(line => !line.Contains("number 2", StringComparison.Ordinal)));
        yield return ("a number that is no integer", lines.Select((line, i) => i == at ? line.Replace("\"At\":", "\"At\":1e", StringComparison.Ordinal) : line));
        yield return ("a line that says more", lines.Select(line => line.Replace("{\"checkpoint\":", "{\"also\":1,\"checkpoint\":", StringComparison.Ordinal)));
        yield return ("a public key in another form", lines.Select(line => line.Replace("-----BEGIN PUBLIC KEY-----", "x-----BEGIN PUBLIC KEY-----", StringComparison.Ordinal)));
        yield return ("a changed checkpoint", lines.Select(line => line.Replace("\\nnumber 1\\n", "\\nnumber 7\\n", StringComparison.Ordinal)));
    }

    private Task<int> SetPlace(Guid id, string place) => house.Read(db => db.Database.ExecuteSqlAsync($"""update "Meetings" set "Place" = {place} where "Id" = {id}"""));

    private Task<(int Code, string Said)> Run(params string[] arguments) =>
        RunRaw(["log", .. arguments, "--data", house.DataFolder, .. house.Postgres is { } postgres ? (string[])["--database", postgres] : []]);

    private static async Task<(int Code, string Said)> RunRaw(params string[] arguments)
    {
        var output = new StringWriter();
        var code = await new RootCommand { Commands.Log() }.Parse(arguments).InvokeAsync(new() { Output = output, Error = output });
        return (code, output.ToString().Trim().ReplaceLineEndings("\n"));
    }
}

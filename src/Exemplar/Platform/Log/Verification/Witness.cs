using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Sealing;

namespace Exemplar.Platform.Log.Verification;

/// <summary>What somebody kept outside the house: a checkpoint, and the public keys that alone count then.</summary>
/// <param name="Keys">Null when none were named.</param>
internal sealed record Witness(LogCheckpoint? Checkpoint, IReadOnlyList<VerifyingKey>? Keys)
{
    /// <returns>A refusal that names the file when one does not hold what it should.</returns>
    public static Result<Witness> Read(FileInfo? checkpoint, FileInfo[]? keys)
    {
        LogCheckpoint? kept = null;
        if (checkpoint is not null && (kept = LogCheckpoint.ReadKept(Text(checkpoint, LogCheckpoint.LongestText))) is null) return new Refusal($"{checkpoint.Name} 不是封存点文件");
        if (keys is null or []) return new Witness(kept, null);
        var read = keys.ToLookup(file => VerifyingKey.Read(Text(file, VerifyingKey.LongestText)), file => file.Name);
        return read[null].FirstOrDefault() is { } other ? new Refusal($"{other} 不是公钥文件") : new Witness(kept, [.. read.Select(group => group.Key!)]);
    }

    // What is missing, empty or far too long is no such file; a pipe has no length.
    private static string Text(FileInfo file, int longest) => file.Exists && file.Length > 0 && file.Length <= longest ? File.ReadAllText(file.FullName) : "";
}

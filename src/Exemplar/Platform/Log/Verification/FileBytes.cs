using System.Security.Cryptography;
using Exemplar.Platform.Files;

namespace Exemplar.Platform.Log.Verification;

/// <summary>The bytes of <c>files/</c> against the digests that the records of files give, and so against the log.</summary>
internal sealed class FileBytes(Snapshot snapshot, FileStore store)
{
    /// <summary>The first that is missing or was changed; null when none is.</summary>
    public async Task<Finding?> FindFirst(CancellationToken ct)
    {
        var last = "";
        await foreach (var (id, sha256) in snapshot.Rows("""select "Id", "Sha256" from "Files" order by "Sha256" """, r => (r.GetGuid(0), r.GetString(1)), [], ct))
        {
            // What is no digest was found among the records already.
            if (sha256 == last || sha256.Length != 2 * SHA256.HashSizeInBytes || !sha256.All(char.IsAsciiHexDigitLower)) continue;
            last = sha256;
            if (await FaultOf(store.PathOf(sha256), sha256, ct) is { } fault) return new("Files", $"{id}", fault);
        }
        return null;
    }

    private static async Task<string?> FaultOf(string path, string sha256, CancellationToken ct)
    {
        if (!File.Exists(path)) return "files/ 里没有这个文件";
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) == sha256 ? null : "files/ 里的内容被改过";
    }
}

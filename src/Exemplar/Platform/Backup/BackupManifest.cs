using System.Security.Cryptography;
using System.Text.Json;

namespace Exemplar.Platform.Backup;

/// <summary>What a backup holds: every file by its path in it, its length in bytes and its SHA-256. Written last: without it a backup is none.</summary>
public sealed record BackupManifest(DateTimeOffset At, IReadOnlyList<BackupFile> Files)
{
    public const string Name = "manifest.json";

    /// <summary>Null when the folder holds no backup that was finished.</summary>
    public static async Task<BackupManifest?> Read(string folder, CancellationToken ct)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file)) return null;
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllTextAsync(file, ct), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public Task Write(string folder, CancellationToken ct) => File.WriteAllTextAsync(Path.Combine(folder, Name), JsonSerializer.Serialize(this, JsonSerializerOptions.Web), ct);
}

/// <param name="Path">Relative, with forward slashes: <c>exemplar.db</c>, <c>files/ab/ab…</c>, <c>checkpoints/…</c></param>
public sealed record BackupFile(string Path, long Length, string Sha256)
{
    /// <summary>Copies the bytes and says what they were; they are on the disk when it returns.</summary>
    public static async Task<BackupFile> Copy(string from, string folder, string path, CancellationToken ct)
    {
        var to = System.IO.Path.Combine(folder, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
        await using (var source = File.OpenRead(from))
        await using (var target = new FileStream(to, FileMode.CreateNew))
        {
            await source.CopyToAsync(target, ct);
            target.Flush(flushToDisk: true);
        }
        return await Of(folder, path, ct);
    }

    public static async Task<BackupFile> Of(string folder, string path, CancellationToken ct)
    {
        await using var stream = File.OpenRead(System.IO.Path.Combine(folder, path));
        return new(path, stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct)));
    }

    public async Task<bool> IsWhole(string folder, CancellationToken ct) => File.Exists(System.IO.Path.Combine(folder, Path)) && await Of(folder, Path, ct) == this;
}

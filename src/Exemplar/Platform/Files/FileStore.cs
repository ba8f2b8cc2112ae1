using System.Security.Cryptography;

namespace Exemplar.Platform.Files;

/// <summary>
/// Keeps files by content. Bytes are on disk before the row that names them, and not before the commit comes to it (<see cref="FilesOfCommit"/>):
/// a refusal leaves nothing, a crash at worst an unnamed file, never a missing one.
/// </summary>
public sealed class FileStore(string folder, TimeProvider clock)
{
    private const int LongestName = 120;

    /// <summary>Takes the bytes; they reach the disk when the caller adds the row in its commit and is not refused there.</summary>
    public async Task<StoredFile> Keep(string name, byte[] content, CancellationToken ct) => new()
    {
        Name = CleanName(name),
        Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(new MemoryStream(content, writable: false), ct)),
        Length = content.Length,
        StoredAt = clock.GetUtcNow(),
        Unwritten = content,
    };

    /// <summary>False when the same bytes were there already.</summary>
    internal async Task<bool> Write(StoredFile file, byte[] content, CancellationToken ct)
    {
        var path = PathOf(file.Sha256);
        if (File.Exists(path)) return false;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        await using (var stream = new FileStream(draft, FileMode.CreateNew))
        {
            await stream.WriteAsync(content, ct);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
        return true;
    }

    internal void Delete(StoredFile file) => File.Delete(PathOf(file.Sha256));

    public Stream Open(StoredFile file) => File.OpenRead(PathOf(file.Sha256));

    public Task<byte[]> Read(StoredFile file, CancellationToken ct) => File.ReadAllBytesAsync(PathOf(file.Sha256), ct);

    /// <summary>Only the last part, without controls, direction marks or what a file system refuses.</summary>
    internal static string CleanName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format && !":*?\"<>|".Contains(c))]).Trim(' ', '.');
        if (clean.Length > LongestName) clean = clean[..(LongestName - 10)] + clean[^10..];
        clean = new string([.. clean.EnumerateRunes().Where(r => r != System.Text.Rune.ReplacementChar).SelectMany(r => r.ToString())]);   // no half of a character
        return clean.Length == 0 ? "未命名" : clean;
    }

    internal string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);
}

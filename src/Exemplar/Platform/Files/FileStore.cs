using System.Security.Cryptography;

namespace Exemplar.Platform.Files;

/// <summary>Keeps files by content. Bytes are on disk before the row that names them: a crash leaves at worst an unnamed file, never a missing one.</summary>
public sealed class FileStore(string folder, TimeProvider clock)
{
    private const int LongestName = 120;

    /// <summary>Writes the bytes; the caller adds the row in its commit.</summary>
    public async Task<StoredFile> Keep(string name, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var file = PathOf(sha256);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var draft = $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
            await using (var stream = new FileStream(draft, FileMode.CreateNew))
            {
                await stream.WriteAsync(content, ct);
                stream.Flush(flushToDisk: true);
            }
            File.Move(draft, file, overwrite: true);
        }
        return new StoredFile { Name = CleanName(name), Sha256 = sha256, Length = content.Length, StoredAt = clock.GetUtcNow() };
    }

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

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);
}

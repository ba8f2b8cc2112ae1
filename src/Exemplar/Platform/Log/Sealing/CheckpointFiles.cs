using System.Globalization;
using System.Text;
using Exemplar.Platform.Log.Keys;

namespace Exemplar.Platform.Log.Sealing;

/// <summary>Checkpoints as files, to be kept outside: one small text for each sealing in <c>checkpoints/</c>, and beside them the public key that they are checked with.</summary>
public sealed class CheckpointFiles(string dataFolder)
{
    public string Folder { get; } = Path.Combine(dataFolder, "checkpoints");

    /// <param name="folder">Null for <see cref="Folder"/>.</param>
    public async Task Write(LogCheckpoint checkpoint, VerifyingKey key, string? folder, CancellationToken ct)
    {
        folder ??= Folder;
        Directory.CreateDirectory(folder);
        await Write(Path.Combine(folder, LogKeys.PublicName(key)), key.Pem + "\n", ct);
        await Write(Path.Combine(folder, NameOf(checkpoint.Number)), checkpoint.Text, ct);
    }

    /// <summary>The text of the newest one; null when there is none.</summary>
    public string? Newest() => !Directory.Exists(Folder) ? null
        : Directory.EnumerateFiles(Folder, "checkpoint-*.txt").MaxBy(f => f, StringComparer.Ordinal) is { } file ? File.ReadAllText(file) : null;

    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"checkpoint-{number:00000000}.txt");

    /// <summary>Whole or not at all.</summary>
    private static async Task Write(string file, string text, CancellationToken ct)
    {
        var draft = file + ".new";
        await using (var stream = new FileStream(draft, FileMode.Create))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, file, overwrite: true);
    }
}

using System.Globalization;
using System.Text;
using Exemplar.Platform.Log.Keys;

namespace Exemplar.Platform.Log.Sealing;

/// <summary>Checkpoints as files, to be kept outside: one small text for each sealing in <c>checkpoints/</c>, and beside them the public key that they are checked with.</summary>
public sealed class CheckpointFiles(string dataFolder)
{
    public string Folder { get; } = Path.Combine(dataFolder, "checkpoints");

    /// <returns>A refusal when another checkpoint of this number lies there: it may be the only witness of what was.</returns>
    public async Task<Refusal?> Write(LogCheckpoint checkpoint, VerifyingKey key, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var place = Path.Combine(folder, NameOf(checkpoint.Number));
        if (File.Exists(place) && await File.ReadAllTextAsync(place, ct) != checkpoint.Text) return new($"{folder} 里已有另一个第 {checkpoint.Number} 号封存点，没有覆盖它。请运行 log verify --checkpoint {place}");
        await Write(Path.Combine(folder, LogKeys.PublicName(key)), key.Pem + "\n", ct);
        await Write(place, checkpoint.Text, ct);
        return null;
    }

    /// <summary>The text of the newest one; null when there is none.</summary>
    public string? Newest() => !Directory.Exists(Folder) ? null
        : Directory.EnumerateFiles(Folder, "checkpoint-*.txt").MaxBy(f => f, StringComparer.Ordinal) is { } file ? Text(file) : null;

    // A pipe or a device has no length and no end.
    private static string Text(string file) => new FileInfo(file).Length is > 0 and <= LogCheckpoint.LongestText ? File.ReadAllText(file) : "";

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

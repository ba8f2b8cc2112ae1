using System.Globalization;
using System.Text;
using Exemplar.Platform.Log.Keys;

namespace Exemplar.Platform.Log.Sealing;

/// <summary>
/// What the log was at one moment: how many entries, and the root of their tree, signed. Whoever kept one can prove later that
/// nothing before it was changed. Its text is the form in which it is signed, kept and printed (docs/record-log.md).
/// </summary>
public sealed class LogCheckpoint
{
    /// <summary>In bytes; the text has about 400.</summary>
    public const int LongestText = 4096;

    private const string Head = "exemplar-log/1";
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>Leaves of the tree.</summary>
    public required long Size { get; init; }

    /// <summary>The id of the last of them: ids may have gaps, leaves have none.</summary>
    public required long LastEntryId { get; init; }

    /// <summary>64 hexadecimal digits.</summary>
    public required string Root { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Algorithm { get; init; }
    public required string KeyId { get; init; }

    /// <summary>DER, as hexadecimal digits.</summary>
    public string Signature { get; private set; } = "";

    public string SignedText => string.Create(CultureInfo.InvariantCulture,
        $"{Head}\nnumber {Number}\nsize {Size}\nlast-entry {LastEntryId}\nroot {Root}\nat {At.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture)}\nalgorithm {Algorithm}\nkey {KeyId}\n");

    public string Text => $"{SignedText}signature {Signature}\n";

    public static LogCheckpoint Sign(SigningKey key, int number, long size, long lastEntry, byte[] root, DateTimeOffset at)
    {
        var checkpoint = new LogCheckpoint
        {
            Number = number,
            Size = size,
            LastEntryId = lastEntry,
            Root = Convert.ToHexStringLower(root),
            At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
            Algorithm = key.Algorithm,
            KeyId = key.Public.Id,
        };
        checkpoint.Signature = Convert.ToHexStringLower(key.Sign(Encoding.UTF8.GetBytes(checkpoint.SignedText)));
        return checkpoint;
    }

    /// <summary>As it was found in the table, whether it holds or not.</summary>
    internal static LogCheckpoint Stored(int number, long size, long lastEntry, string root, DateTimeOffset at, string algorithm, string key, string signature) =>
        new() { Number = number, Size = size, LastEntryId = lastEntry, Root = root, At = at, Algorithm = algorithm, KeyId = key, Signature = signature };

    /// <summary>Whether this very key signed exactly this.</summary>
    public bool IsSignedBy(VerifyingKey key) =>
        key.Id == KeyId && key.Algorithm == Algorithm && Hex.Read(Signature) is { } signature && key.Verifies(Encoding.UTF8.GetBytes(SignedText), signature);

    /// <summary>The text back; null for anything but what <see cref="Text"/> writes, to the byte.</summary>
    public static LogCheckpoint? Read(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length != 10 || lines[0] != Head || lines[9].Length > 0) return null;
        if (!int.TryParse(After("number ", 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !long.TryParse(After("size ", 2), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || !long.TryParse(After("last-entry ", 3), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || !DateTimeOffset.TryParseExact(After("at ", 5), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
        var checkpoint = new LogCheckpoint { Number = number, Size = size, LastEntryId = last, Root = After("root ", 4), At = at, Algorithm = After("algorithm ", 6), KeyId = After("key ", 7), Signature = After("signature ", 8) };
        return checkpoint is { Number: > 0, Size: > 0, LastEntryId: > 0 } && checkpoint.Text == text && Hex.Read(checkpoint.Root) is { Length: MerkleTree.HashLength } ? checkpoint : null;

        string After(string label, int line) => lines[line].StartsWith(label, StringComparison.Ordinal) ? lines[line][label.Length..] : "";
    }

    /// <summary>As it comes back from an editor or a scanner: with other line ends, a mark before it, no line end after it.</summary>
    public static LogCheckpoint? ReadKept(string text) => Read(text.TrimStart('\ufeff').ReplaceLineEndings("\n").Trim() + "\n");
}

internal sealed class LogCheckpointTable : IEntityTypeConfiguration<LogCheckpoint>
{
    public void Configure(EntityTypeBuilder<LogCheckpoint> table)
    {
        table.ToTable("LogCheckpoints");
        table.HasKey(c => c.Number);
        table.Property(c => c.Number).ValueGeneratedNever();
        table.Property(c => c.Root).HasMaxLength(2 * MerkleTree.HashLength);
        table.Property(c => c.Algorithm).HasMaxLength(32);
        table.Property(c => c.KeyId).HasMaxLength(64);
        table.Property(c => c.Signature).HasMaxLength(160);
        table.Ignore(c => c.SignedText);
        table.Ignore(c => c.Text);
    }
}

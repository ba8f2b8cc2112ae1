using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Sealing;

namespace Exemplar.Platform.Log.Verification;

/// <summary>The stored checkpoints and the kept one, as far as their signatures hold; and the first that does not hold or is missing.</summary>
internal sealed class CheckpointChain
{
    private const string Table = "LogCheckpoints";

    // A lost public key is no forgery yet, so the sentence accuses nobody.
    private const string Unknown = "签它的公钥不在认可的公钥里：或是公钥文件丢了，或是别人签的；有单位留存的公钥请用 --key 指出";

    private CheckpointChain(IReadOnlyList<LogCheckpoint> sound, long storedSize, int count, Finding? finding) =>
        (BySize, StoredSize, Count, Finding) = (sound, storedSize, count, finding);

    /// <summary>Those whose roots the tree must come by.</summary>
    public IReadOnlyList<LogCheckpoint> BySize { get; }

    /// <summary>Leaves under the last stored one.</summary>
    public long StoredSize { get; }
    public int Count { get; }
    public Finding? Finding { get; }

    /// <param name="kept">Texts that were kept outside the database.</param>
    /// <param name="keys">Public keys by id; what none of them signed does not hold.</param>
    public static async Task<CheckpointChain> Load(Snapshot snapshot, StoredTable table, IReadOnlyList<LogCheckpoint> kept, IReadOnlyDictionary<string, VerifyingKey> keys, CancellationToken ct)
    {
        List<LogCheckpoint> sound = [];
        Finding? first = null;
        var (number, size, texts) = (0, 0L, new Dictionary<int, string>());
        var wanted = kept.Select(k => k.Number).ToHashSet();
        await foreach (var (row, stored) in snapshot.Rows($"select {table.Selected} from \"{Table}\" order by \"Number\"", r => { var row = table.Read(r); return (row, Of(table, row)); }, [], ct))
        {
            if (row.Fault is { } column) first ??= new(Table, $"{stored.Number}", $"{column} 的写法不是程序存的");
            if (stored.Number != number + 1) first ??= new(Table, $"{number + 1}", "这个封存点不见了");
            else if (!(keys.GetValueOrDefault(stored.KeyId) is { } key && stored.IsSignedBy(key))) first ??= new(Table, $"{stored.Number}", keys.ContainsKey(stored.KeyId) ? "签名不符：被改过" : Unknown);
            else if (stored.Size <= size) first ??= new(Table, $"{stored.Number}", "不比前一个封存点长");
            else sound.Add(stored);
            if (wanted.Contains(stored.Number)) texts[stored.Number] = stored.Text;
            (number, size) = (stored.Number, Math.Max(size, stored.Size));
        }
        foreach (var checkpoint in kept)
        {
            if (!(keys.GetValueOrDefault(checkpoint.KeyId) is { } key && checkpoint.IsSignedBy(key)))
            {
                first ??= new("留存的封存点", $"{checkpoint.Number}", keys.ContainsKey(checkpoint.KeyId) ? "签名不符：文件被改过" : Unknown);
                continue;
            }
            if (!texts.TryGetValue(checkpoint.Number, out var text)) first ??= new(Table, $"{checkpoint.Number}", "留存的这个封存点在库里没有：后来的被删了，或者放回了旧的备份");
            else if (text != checkpoint.Text) first ??= new(Table, $"{checkpoint.Number}", "与留存的封存点不同");
            sound.Add(checkpoint);
        }
        return new([.. sound.OrderBy(c => c.Size)], size, number, first);
    }

    private static LogCheckpoint Of(StoredTable table, StoredRow row)
    {
        return LogCheckpoint.Stored(Value<int>(nameof(LogCheckpoint.Number)), Value<long>(nameof(LogCheckpoint.Size)), Value<long>(nameof(LogCheckpoint.LastEntryId)), Text(nameof(LogCheckpoint.Root)),
            Value<DateTimeOffset>(nameof(LogCheckpoint.At)), Text(nameof(LogCheckpoint.Algorithm)), Text(nameof(LogCheckpoint.KeyId)), Text(nameof(LogCheckpoint.Signature)));

        object? Any(string property) => row[table.Shape.Values.Single(m => m.Source.Name == property).Index];
        T Value<T>(string property) where T : struct => Any(property) as T? ?? default;
        string Text(string property) => Any(property) as string ?? "";
    }
}

using System.Text;
using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Sealing;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Log.Verification;

/// <summary>
/// Every entry in its order, hashed anew into the tree, which must come by the root of every checkpoint on its way. The stored
/// tiles tell which entry it is when a root differs.
/// </summary>
internal sealed class SealedEntries(Snapshot snapshot, IModel model, CheckpointChain chain)
{
    private const int EntriesPerRead = 10 * TiledTree.Width;

    private readonly StoredTable log = new(RecordShape.Of(model.FindEntityType(typeof(LogEntry))!), snapshot.IsSqlite);
    private readonly HashSet<string> types = [.. LiveRecords.Shapes(model).Select(s => s.Type.ClrType.Name)];
    private readonly TileComparison tiles = new(snapshot, chain.StoredSize);
    private byte[] leaf = new byte[4096];

    public long Count { get; private set; }

    /// <summary>Entries under the last checkpoint that held.</summary>
    public long Sealed { get; private set; }

    /// <summary>The first entry that is not as it was sealed, or stands where none should; null when there is none.</summary>
    public async Task<Finding?> FindFirst(CancellationToken ct)
    {
        var (idIndex, typeIndex) = (Index(nameof(LogEntry.Id)), Index(nameof(LogEntry.RecordType)));
        var (tree, json, previous) = (new TiledTree(tiles.Filled), new StringBuilder(4096), 0L);
        var waiting = new Queue<LogCheckpoint>(chain.BySize);
        var hash = new byte[MerkleTree.HashLength];
        while (true)
        {
            var sql = $"select {log.Selected} from \"LogEntries\" where \"Id\" > @p0 order by \"Id\" limit {EntriesPerRead}";
            var rows = new List<StoredRow>(EntriesPerRead);
            await foreach (var row in snapshot.Rows(sql, log.Read, [previous], ct)) rows.Add(row);

            foreach (var row in rows)
            {
                if (row[idIndex] is not long id || row.Fault is not null) return new(log.Name, row[idIndex]?.ToString() ?? "", $"{row.Fault} 的写法不是程序存的");
                if (snapshot.IsSqlite && id != previous + 1) return new(log.Name, $"{previous + 1}", "这一条不见了");   // PostgreSQL's numbers have gaps where a commit was given up
                previous = id;

                json.Clear();
                log.Shape.Write(json, row);
                Hash(json, hash);
                tiles.Note(tree.Size, id);
                tree.Add(hash);
                await tiles.CompareFilled(ct);
                Count = tree.Size;

                for (; waiting.TryPeek(out var next) && next.Size == tree.Size; waiting.Dequeue())
                    if (await Differs(tree, next, ct) is { } found) return found;
                if (!types.Contains((string)row[typeIndex]!)) return new(log.Name, $"{id}", "记的是没有的记录类型");
            }
            if (rows.Count < EntriesPerRead) break;
        }
        if (waiting.TryPeek(out var beyond)) return new(log.Name, $"{previous + 1}", $"日志只有 {tree.Size} 条，第 {beyond.Number} 号封存点封存了 {beyond.Size} 条：末尾的不见了，或者放回了旧的备份");
        return snapshot.IsSqlite ? await FindCut(previous, ct) : null;
    }

    private async Task<Finding?> Differs(TiledTree tree, LogCheckpoint checkpoint, CancellationToken ct)
    {
        await tiles.CompareUnfinished(tree, ct);
        if (Convert.ToHexStringLower(tree.Root()) != checkpoint.Root)
        {
            return tiles.Suspect is { EntryId: { } id }
                ? new(log.Name, $"{id}", $"不是第 {checkpoint.Number} 号封存点封存的内容：被改过，或者它前后有删除、插入")
                : new(log.Name, $"{Math.Min(Sealed + 1, checkpoint.Size)}…{checkpoint.Size}", $"这些日志里有被改动的：与第 {checkpoint.Number} 号封存点不符");
        }
        if (tiles.Suspect is { } tile) return new("LogTiles", $"{tile.Level}/{tile.Number}", "与日志算出来的不同");
        Sealed = checkpoint.Size;
        return null;
    }

    /// <summary>SQLite knows the highest number that it ever gave; it is taken back with a commit that fails.</summary>
    private async Task<Finding?> FindCut(long last, CancellationToken ct)
    {
        await foreach (var given in snapshot.Rows("select seq from sqlite_sequence where name = 'LogEntries'", r => r.GetInt64(0), [], ct))
            if (given != last) return new(log.Name, $"{last + 1}", "末尾的日志不见了");
        return null;
    }

    private void Hash(StringBuilder json, byte[] hash)
    {
        var most = 1 + Encoding.UTF8.GetMaxByteCount(json.Length);
        if (leaf.Length < most) leaf = new byte[2 * most];
        leaf[0] = 0;
        var length = 1;
        var encoder = Encoding.UTF8.GetEncoder();
        foreach (var chunk in json.GetChunks()) length += encoder.GetBytes(chunk.Span, leaf.AsSpan(length), flush: false);
        System.Security.Cryptography.SHA256.HashData(leaf.AsSpan(0, length), hash);
    }

    private int Index(string property) => log.Shape.Values.Single(m => m.Source.Name == property).Index;
}

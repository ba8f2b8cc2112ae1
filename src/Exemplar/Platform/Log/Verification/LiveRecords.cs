using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Log.Verification;

/// <summary>
/// Every living record, whole, beside its last entry. Both are walked in the order of their ids in stretches that together
/// cover every id there could be: a record without an entry, an entry whose record is gone and a part whose record is gone all lie in one.
/// </summary>
internal sealed class LiveRecords(Snapshot snapshot, IModel model)
{
    private const int RecordsPerRead = 500;

    private readonly StoredTable log = new(RecordShape.Of(model.FindEntityType(typeof(LogEntry))!), snapshot.IsSqlite);
    private readonly StringBuilder json = new(4096);

    /// <summary>Records compared so far.</summary>
    public long Count { get; private set; }

    /// <summary>All types of record, by the names of their tables.</summary>
    public static IEnumerable<RecordShape> Shapes(IModel model) =>
        model.GetEntityTypes().Where(t => typeof(IRecord).IsAssignableFrom(t.ClrType)).OrderBy(t => t.GetTableName(), StringComparer.Ordinal).Select(RecordShape.Of);

    /// <summary>The first that differs; null when none does.</summary>
    public async Task<Finding?> FindFirst(CancellationToken ct)
    {
        foreach (var shape in Shapes(model))
            if (await FindIn(new(shape, snapshot.IsSqlite), ct) is { } found) return found;
        return null;
    }

    private async Task<Finding?> FindIn(StoredTable table, CancellationToken ct)
    {
        var parts = table.Shape.Parts.Select(member => new PartTable(member, new(member.Part!, snapshot.IsSqlite))).ToList();
        for (var stretch = new Stretch(null, null); ;)
        {
            var (records, last, fault) = await Records(table, stretch, ct);
            if (fault is not null) return fault;
            stretch = stretch with { To = records.Count < RecordsPerRead ? null : last };
            Finding? orphan = null;
            foreach (var part in parts)
            {
                (fault, var alone) = await Gather(records, part, stretch, ct);
                if (fault is not null) return fault;
                orphan ??= alone;
            }
            // A record that is gone leaves its parts behind: the record is what is named.
            if (await Compare(records, table, stretch, ct) is { } found) return found;
            if (orphan is not null) return orphan;
            if (stretch.To is null) return null;
            stretch = new(stretch.To, null);
        }
    }

    /// <summary>Ids above <paramref name="From"/> up to <paramref name="To"/>, as the database orders them; null for no bound.</summary>
    private sealed record Stretch(object? From, object? To)
    {
        public object?[] Bounds => [.. new[] { From, To }.Where(b => b is not null)];

        /// <param name="first">The number of the first parameter.</param>
        public string Of(string column, int first = 0)
        {
            var above = From is null ? "1 = 1" : $"\"{column}\" > @p{first}";
            return To is null ? above : $"{above} and \"{column}\" <= @p{first + (From is null ? 0 : 1)}";
        }
    }

    private sealed record PartTable(RecordShape.Member Member, StoredTable Table)
    {
        private readonly IProperty owner = ((INavigation)Member.Source).ForeignKey.Properties[0];

        public string Column => Table.ColumnOf(owner.Name)!;
        public int Owner => Table.Shape.Values.Single(m => m.Source == owner).Index;
    }

    private async Task<(Dictionary<Guid, StoredRow> Records, object? Last, Finding? Fault)> Records(StoredTable table, Stretch stretch, CancellationToken ct)
    {
        var records = new Dictionary<Guid, StoredRow>(RecordsPerRead);
        object? last = null;
        var sql = $"select {table.Selected}, \"{table.Key}\" from \"{table.Name}\" where {stretch.Of(table.Key)} order by \"{table.Key}\" limit {RecordsPerRead}";
        await foreach (var (row, key) in snapshot.Rows(sql, r => (table.Read(r), r.GetValue(r.FieldCount - 1)), stretch.Bounds, ct))
        {
            last = key;
            if (row.Fault is { } column || !records.TryAdd(row.Id, row)) return (records, last, BadForm(table, row.Id.ToString(), row.Fault ?? table.Key));
            foreach (var part in table.Shape.Parts) row[part.Index] = new List<StoredRow>();
        }
        return (records, last, null);
    }

    private async Task<(Finding? Fault, Finding? Orphan)> Gather(Dictionary<Guid, StoredRow> records, PartTable part, Stretch stretch, CancellationToken ct)
    {
        Finding? orphan = null;
        var sql = $"select {part.Table.Selected} from \"{part.Table.Name}\" where {stretch.Of(part.Column)}";
        await foreach (var row in snapshot.Rows(sql, part.Table.Read, stretch.Bounds, ct))
        {
            if (row.Fault is { } column) return (BadForm(part.Table, row.Id.ToString(), column), null);
            if (row[part.Owner] is Guid owner && records.TryGetValue(owner, out var record)) ((List<StoredRow>)record[part.Member.Index]!).Add(row);
            else orphan ??= new(part.Table.Name, row.Id.ToString(), "所属的记录不存在");
        }
        return (null, orphan);
    }

    private async Task<Finding?> Compare(Dictionary<Guid, StoredRow> records, StoredTable table, Stretch stretch, CancellationToken ct)
    {
        Count += records.Count;
        var (id, body, record) = (Index(nameof(LogEntry.Id)), Index(nameof(LogEntry.Body)), Index(nameof(LogEntry.RecordId)));
        var sql = $"""
            select {log.Selected} from "LogEntries" where "Id" in (
                select max("Id") from "LogEntries" where "RecordType" = @p0 and {stretch.Of("RecordId", 1)} group by "RecordId") order by "Id"
            """;
        await foreach (var entry in snapshot.Rows(sql, log.Read, [table.Shape.Type.ClrType.Name, .. stretch.Bounds], ct))
        {
            if (entry.Fault is { } column) return BadForm(log, entry[id]?.ToString() ?? "", column);
            var (said, of) = ((string)entry[body]!, (Guid)entry[record]!);
            var isDeleted = said == CanonicalJson.Nothing;
            if (!records.Remove(of, out var row))
            {
                if (isDeleted) continue;
                return new(table.Name, of.ToString(), $"日志第 {entry[id]} 条记着这条记录，现在却不在");
            }
            if (isDeleted) return new(table.Name, of.ToString(), $"按日志第 {entry[id]} 条已经删除，现在却在");
            json.Clear();
            table.Shape.Write(json, row);
            if (!json.Equals(said)) return BodyDifference.Find(table, said, json.ToString(), (long)entry[id]!, of);
        }
        return records.Count > 0 ? new(table.Name, records.Keys.Min().ToString(), "没有日志：不是经程序登记的") : null;
    }

    private int Index(string property) => log.Shape.Values.Single(m => m.Source.Name == property).Index;

    private static Finding BadForm(StoredTable table, string row, string column) => new(table.Name, row, $"{column} 的写法不是程序存的");
}

using Exemplar.Platform.Search;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    private const int RecordsPerRead = 500;

    /// <summary>Taking a passage out of SQLite's index overwrites each of its words where it stands, and costs as much as indexing some fifteen anew.</summary>
    private const int AnewForOne = 15;

    /// <summary>Records of this commit that can be looked for; null for one that was deleted. Their text is read when it ends.</summary>
    private readonly Dictionary<Guid, ISearched?> searched = [];

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<SearchPassage> SearchPassages => Set<SearchPassage>();

    /// <summary>The records in whose text the word stands.</summary>
    internal IQueryable<Guid> Holding(SearchWord word) => (OnSqlite
        ? SearchPassages.FromSql($"""select * from "SearchPassages" where "Number" in (select rowid from "SearchGrams" where "SearchGrams" match {word.Fts5})""")
        : SearchPassages.FromSql($"""select * from "SearchPassages" where to_tsvector('simple', "Grams") @@ to_tsquery('simple', {word.TsQuery})""")).Select(p => p.RecordId);

    private static readonly KnownQuery<Func<AppDb, List<Guid>, IAsyncEnumerable<SearchEntry>>> EntriesOf = new(() => EF.CompileAsyncQuery((AppDb db, List<Guid> records) =>
        db.SearchEntries.AsNoTracking().Include(e => e.Passages.OrderBy(p => p.Number)).Where(e => records.Contains(e.RecordId))));

    /// <summary>Records that came into being in this commit: nothing can stand in the index for them.</summary>
    private readonly HashSet<Guid> unknown = [];

    /// <summary>Inside a commit: brings the index to what these records say now. Writes only what differs.</summary>
    /// <returns>How many entries differed.</returns>
    internal async Task<int> BringEntries(IReadOnlyDictionary<Guid, ISearched?> records, CancellationToken ct)
    {
        var moved = 0;
        if (records.Count > 0) Watched?.Begin("编入检索", records.Count);
        var deleted = records.Where(r => r.Value is null).Select(r => r.Key).ToList();   // whatever stands for them goes, and need not be read
        if (deleted.Count > 0) await Remove(deleted, ct);
        var chunks = records.Where(r => r.Value is not null).Chunk(RecordsPerRead).ToList();
        var next = Task.FromResult(chunks.Count > 0 ? Described(chunks[0]) : []);
        for (var n = 0; n < chunks.Count; n++)
        {
            var (chunk, wanted) = (chunks[n], await next);
            if (chunks.ElementAtOrDefault(n + 1) is { } following) next = Task.Run(() => Described(following), ct);   // on another processor, while this one writes
            var asked = chunk.Select(r => r.Key).Where(id => !unknown.Contains(id)).ToList();
            var kept = asked.Count == 0 ? [] : await EntriesOf.Of(this)(this, asked).ToDictionaryAsync(e => e.RecordId, cancellationToken: ct);
            var written = wanted.Values.Where(e => kept.GetValueOrDefault(e.RecordId)?.IsAs(e) is not true).ToList();
            var gone = kept.Keys.Except(wanted.Keys).ToList();
            await Write(written, gone, kept, ct);
            moved += written.Count + gone.Count;
            Watched?.Count(chunk.Length);
        }
        return moved + deleted.Count;
    }

    private static Dictionary<Guid, SearchEntry> Described(IEnumerable<KeyValuePair<Guid, ISearched?>> records) =>
        (from record in records let text = record.Value?.Searched where text is not null select SearchEntry.Of(record.Key, text)).ToDictionary(e => e.RecordId);

    private async Task Remove(List<Guid> records, CancellationToken ct)
    {
        var mostLeft = records.Count * AnewForOne;
        var areMost = OnSqlite && records.Count > RecordsPerRead && await SearchPassages.OrderBy(p => p.Number).Take(mostLeft).CountAsync(ct) < mostLeft;
        await (areMost ? Database.IndexAnew(Delete, ct) : Delete());

        async Task Delete()
        {
            await SearchPassages.Where(p => records.Contains(p.RecordId)).ExecuteDeleteAsync(ct);
            await SearchEntries.Where(e => records.Contains(e.RecordId)).ExecuteDeleteAsync(ct);
        }
    }

    private async Task Write(List<SearchEntry> written, List<Guid> gone, Dictionary<Guid, SearchEntry> kept, CancellationToken ct)
    {
        var before = written.Select(e => e.RecordId).Where(kept.ContainsKey).Concat(gone).ToList();
        if (before.Count > 0) await SearchPassages.Where(p => before.Contains(p.RecordId)).ExecuteDeleteAsync(ct);
        if (gone.Count > 0) await SearchEntries.Where(e => gone.Contains(e.RecordId)).ExecuteDeleteAsync(ct);
        await this.UpsertSet(Model.FindEntityType(typeof(SearchEntry))!, written, ct);
        await this.InsertSet(Model.FindEntityType(typeof(SearchPassage))!, written.SelectMany(e => e.Passages), ct);
        if (OnSqlite) await Database.IndexPassagesOf([.. written.Select(e => e.RecordId)], ct);
    }
}

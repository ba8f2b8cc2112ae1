using Exemplar.Platform.Jobs;
using Exemplar.Platform.Search;
using Exemplar.Rules.Standings;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    /// <summary>Is told how far the commit is; null when nobody watches.</summary>
    internal LongWork? Watched { get; set; }

    /// <summary>
    /// Inserts many new records with their parts, each with its log entry, past the change tracker. Only inside <see cref="Commit{T}"/>;
    /// what they refer to must have been saved before. The only way to write records as a set, so none is ever unlogged.
    /// </summary>
    public async Task InsertRecords<T>(Act act, string kind, IReadOnlyCollection<T> records, CancellationToken ct) where T : class, IRecord
    {
        if (!committing) throw new InvalidOperationException($"{typeof(T).Name} is inserted outside Commit");
        var type = Model.FindEntityType(typeof(T))!;
        var sets = PartsOf(type).Select(parts => (Type: parts.TargetEntityType, Rows: records.SelectMany(r => ((System.Collections.IEnumerable)parts.GetGetter().GetClrValue(r)!).Cast<object>()))).ToList();
        var entries = Task.Run(() => records.Select(r => LogEntry.Of(act, kind, Model, r)).ToList(), ct);   // on another processor, while this one writes the rows; the records are not changed meanwhile
        Watched?.Expect(2 * records.Count + sets.Sum(s => s.Rows.Count()));   // each record has its log entry
        await this.InsertSet(type, Counted(records), ct);
        foreach (var record in records.OfType<IMovesStandings>()) touched.Add(record);
        foreach (var record in records.OfType<ISearched>())
        {
            searched[record.Id] = record;
            unknown.Add(record.Id);
        }
        foreach (var (parts, rows) in sets) await this.InsertSet(parts, Counted(rows), ct);
        await this.InsertSet(Model.FindEntityType(typeof(LogEntry))!, Counted(await entries), ct);
    }

    private IEnumerable<T> Counted<T>(IEnumerable<T> rows) => Watched?.Over(rows) ?? rows;

    /// <summary>
    /// Deletes many records with their parts, each with its log entry, without loading them; their ids. Only inside <see cref="Commit{T}"/>.
    /// Facts and standings that came of them are the caller's to void: a record that moves standings itself is not deleted so.
    /// </summary>
    public async Task<List<Guid>> DeleteRecords<T>(Act act, string kind, IQueryable<T> records, CancellationToken ct) where T : class, IRecord
    {
        if (!committing) throw new InvalidOperationException($"{typeof(T).Name} is deleted outside Commit");
        if (typeof(T).IsAssignableTo(typeof(IMovesStandings))) throw new InvalidOperationException($"{typeof(T).Name} moves standings and must be loaded");
        var ids = await records.Select(r => r.Id).ToListAsync(ct);
        await records.ExecuteDeleteAsync(ct);   // the parts go with them by their foreign keys
        if (typeof(T).IsAssignableTo(typeof(ISearched)))
            foreach (var id in ids) searched[id] = null;
        await this.InsertSet(Model.FindEntityType(typeof(LogEntry))!, ids.Select(id => LogEntry.OfDeletion<T>(act, kind, id)), ct);
        return ids;
    }

    /// <summary>
    /// Inserts many new parts of a loaded record past the change tracker, which does not learn of them: they already stand in their
    /// collection, for the record's log entry to show, and are not changed any more. Only inside <see cref="Commit{T}"/>, before anything else looks for changes.
    /// </summary>
    public async Task InsertParts<T>(List<T> collection, IReadOnlyCollection<T> parts, CancellationToken ct) where T : class, IPartOf
    {
        if (!committing) throw new InvalidOperationException($"{typeof(T).Name} is inserted outside Commit");
        await this.InsertSet(Model.FindEntityType(typeof(T))!, parts, ct);
        List<T> all = [];
        var hidden = parts.ToHashSet();
        untracked.Add((Hide, Show));

        void Hide()
        {
            all = [.. collection];
            collection.RemoveAll(hidden.Contains);
        }

        void Show()
        {
            collection.Clear();
            collection.AddRange(all);
        }
    }

    private static IEnumerable<INavigation> PartsOf(IEntityType type) =>
        type.GetNavigations().Where(n => n.IsCollection && typeof(IPartOf).IsAssignableFrom(n.TargetEntityType.ClrType));
}

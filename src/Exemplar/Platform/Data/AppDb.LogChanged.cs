using Exemplar.Rules.Standings;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    private const int RecordsPerStretch = 200;

    /// <summary>
    /// Rows of these records were changed as a set, past the change tracker: their versions rise and each enters the log as it
    /// stands now, read with its parts in stretches. Only inside <see cref="Commit{T}"/>, after everything that changes them.
    /// What is searched must not have changed.
    /// </summary>
    internal async Task LogChanged<T>(Act act, string kind, IReadOnlyCollection<Guid> ids, CancellationToken ct) where T : class, IRecord
    {
        if (!committing) throw new InvalidOperationException($"{typeof(T).Name} is changed outside Commit");
        var paths = PartPaths(Model.FindEntityType(typeof(T))!).ToList();
        foreach (var some in ids.Chunk(RecordsPerStretch))
        {
            var records = Set<T>().IgnoreAutoIncludes().Where(r => some.Contains(r.Id));
            if (typeof(T).IsAssignableTo(typeof(IVersioned)))
                await records.ExecuteUpdateAsync(set => set.SetProperty(r => EF.Property<int>(r, nameof(IVersioned.Version)), r => EF.Property<int>(r, nameof(IVersioned.Version)) + 1), ct);
            var read = await paths.Aggregate(records, (query, path) => query.Include(path)).AsNoTracking().AsSplitQuery().ToListAsync(ct);
            foreach (var record in read.OfType<IMovesStandings>()) touched.Add(record);
            await this.InsertSet(Model.FindEntityType(typeof(LogEntry))!, read.Select(r => LogEntry.Of(act, kind, Model, r)), ct);
        }
    }

    private static IEnumerable<string> PartPaths(IEntityType type) =>
        PartsOf(type).SelectMany(parts => PartPaths(parts.TargetEntityType).Select(below => $"{parts.Name}.{below}").Prepend(parts.Name));
}

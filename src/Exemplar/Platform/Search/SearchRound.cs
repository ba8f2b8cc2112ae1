using Exemplar.Platform.Jobs;

namespace Exemplar.Platform.Search;

/// <summary>A kind of record that can be looked for, and how all of them are brought into the index.</summary>
public sealed record SearchedRecords(Type Type, Func<SearchRound, CancellationToken, Task<int>> Bring);

public static class SearchRegistration
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddScoped<SearchRound>().AddDailyJob<SearchRound>("全文检索", (round, ct) => round.Run(ct));

    /// <param name="whole">Loads the parts whose words belong to the record.</param>
    public static IServiceCollection AddSearched<T>(this IServiceCollection services, Func<IQueryable<T>, IQueryable<T>>? whole = null) where T : class, ISearched =>
        services.AddSingleton(new SearchedRecords(typeof(T), (round, ct) => round.Bring(whole ?? (all => all), ct)));
}

/// <summary>
/// Once a day: holds the index against every record. It fills an index that is empty, as after an update from a version
/// without one; whatever else differs is put right, because the commits should have kept it.
/// </summary>
public sealed class SearchRound(AppDb db, IEnumerable<SearchedRecords> kinds)
{
    private const int RecordsPerCommit = 500;

    /// <returns>How many entries differed.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        await db.Database.MakeSearchTables(ct);
        var moved = 0;
        foreach (var kind in kinds) moved += await kind.Bring(this, ct);
        return moved;
    }

    internal async Task<int> Bring<T>(Func<IQueryable<T>, IQueryable<T>> whole, CancellationToken ct) where T : class, ISearched
    {
        var (moved, after) = (0, Guid.Empty);
        while (await Next<T>(after, ct) is { Count: > 0 } ids)
        {
            moved += (await db.Commit<int>(async (db, ct) =>
            {
                var records = await whole(db.Set<T>().AsNoTracking()).Where(r => ids.Contains(EF.Property<Guid>(r, nameof(IRecord.Id)))).ToListAsync(ct);
                return await db.BringEntries(records.ToDictionary(r => r.Id, ISearched? (r) => r), ct);
            }, ct)).Value;
            after = ids[^1];
        }
        return moved;
    }

    private Task<List<Guid>> Next<T>(Guid after, CancellationToken ct) where T : class =>
        db.Set<T>().Select(r => EF.Property<Guid>(r, nameof(IRecord.Id))).Where(id => id > after).OrderBy(id => id).Take(RecordsPerCommit).ToListAsync(ct);
}

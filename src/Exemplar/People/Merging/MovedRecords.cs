namespace Exemplar.People.Merging;

/// <summary>The records whose rows a merge has moved, each entered into the log once at its end.</summary>
public sealed class MovedRecords
{
    private readonly Dictionary<Type, HashSet<Guid>> ids = [];
    private readonly List<Func<AppDb, Act, string, CancellationToken, Task>> log = [];

    public int Count => ids.Values.Sum(i => i.Count);

    public void Add<T>(IEnumerable<Guid> records) where T : class, IRecord
    {
        if (!ids.TryGetValue(typeof(T), out var known))
        {
            ids[typeof(T)] = known = [];
            log.Add((db, act, kind, ct) => db.LogChanged<T>(act, kind, known, ct));
        }
        known.UnionWith(records);
    }

    /// <param name="kind">The permission used.</param>
    public async Task Log(AppDb db, Act act, string kind, CancellationToken ct)
    {
        foreach (var one in log) await one(db, act, kind, ct);
    }
}

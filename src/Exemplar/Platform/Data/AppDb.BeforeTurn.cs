namespace Exemplar.Platform.Data;

public partial class AppDb
{
    /// <summary>
    /// As <see cref="Commit{T}"/>, with what <paramref name="read"/> has read before the turn, while others write (docs/adr/0024). Where the
    /// record log shows that some of it has changed since, it is read again in the turn. The record that it loads to change must be among what it rests on.
    /// </summary>
    /// <param name="restsOn">Whether what was read may be another after a change of this record.</param>
    public async Task<Result<T>> Commit<TRead, T>(Func<CancellationToken, Task<TRead>> read, Func<TRead, (string Type, Guid Id), bool> restsOn, Func<TRead, CancellationToken, Task<Result<T>>> work, CancellationToken ct) where TRead : class
    {
        foresight = null;
        var last = await LogEntries.MaxAsync(e => (long?)e.Id, ct) ?? 0;
        var before = await read(ct);
        return await Commit<T>(async (db, ct) =>
        {
            var now = before is null || await LoggedSince.Of(this)(this, last).AnyAsync(changed => restsOn(before, (changed.Type, changed.Id)), ct) ? null : before;
            before = null;   // the second run finds nothing loaded any more
            if (now is not null) return await work(now, ct);

            ChangeTracker.Clear();
            foresight = null;
            return await work(await read(ct), ct);
        }, ct);
    }

    /// <summary>In the order of their ids, so that the database takes the few at the end and does not look through those of a type.</summary>
    private static readonly KnownQuery<Func<AppDb, long, IAsyncEnumerable<Logged>>> LoggedSince = new(() => EF.CompileAsyncQuery((AppDb db, long entry) =>
        db.LogEntries.Where(e => e.Id > entry).OrderBy(e => e.Id).Select(e => new Logged(e.RecordType, e.RecordId))));

    private sealed record Logged(string Type, Guid Id);
}

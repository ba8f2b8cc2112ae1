using Exemplar.Platform.Search;
using Exemplar.Rules.Standings;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    private readonly Dictionary<object, LogEntry> logged = new(ReferenceEqualityComparer.Instance);
    private bool committing;

    /// <summary>
    /// The one door for writes. <paramref name="work"/> loads, checks and changes; all of it is kept or, after a refusal or a
    /// failure, nothing. It may run twice: a rival who kept the same id first is found by the second run.
    /// Throws <see cref="Stale"/> when a version token has moved, and when a changed record was not logged.
    /// </summary>
    public async Task<Result<T>> Commit<T>(Func<AppDb, CancellationToken, Task<Result<T>>> work, CancellationToken ct)
    {
        for (var lastTry = false; ; lastTry = true)
        {
            await using var transaction = await Database.BeginTransactionAsync(ct);
            await Database.WaitForTurn(ct);
            committing = true;
            try
            {
                var result = await work(this, ct);
                if (result.Refusal is not null) return result;

                WriteLog();
                await SaveChangesAsync(ct);
                await BringStandings(ct);
                await BringEntries(searched, ct);
                await transaction.CommitAsync(ct);
                return result;
            }
            catch (DbUpdateConcurrencyException conflict)
            {
                throw new Stale(conflict.Entries.Count > 0 ? conflict.Entries[0].Metadata.ClrType.Name : "record");
            }
            catch (DbUpdateException conflict) when (!lastTry && Database.IsDuplicateKey(conflict))
            {
                await transaction.RollbackAsync(ct);
            }
            finally
            {
                committing = false;
                touched.Clear();
                searched.Clear();
                logged.Clear();
                ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Enters the record, as it will be after this commit, into the record log.</summary>
    public void Log(Act act, string kind, IRecord record) => logged[record] = LogEntry.Of(act, kind, Model, record);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken ct = default)
    {
        ChangeTracker.DetectChanges();
        foreach (var part in ChangeTracker.Entries<IPartOf>().Where(IsChanged).ToList())
            if (RecordOf(part) is { } root && Entry(root) is { State: EntityState.Unchanged } whole) whole.State = EntityState.Modified;   // a new part is a change of the record
        foreach (var entry in ChangeTracker.Entries().Where(IsChanged).ToList())
        {
            if (entry.Entity is IMovesStandings row) touched.Add(row);
            if (entry is { Entity: IVersioned versioned, State: EntityState.Modified }) versioned.Version++;
            if (RecordOf(entry) is not { } record) continue;
            if (!committing) throw new InvalidOperationException($"{record.GetType().Name} is changed outside Commit");
            if (!logged.ContainsKey(record)) throw new InvalidOperationException($"{record.GetType().Name} changes without a log entry");
            if (record is ISearched words) searched[words.Id] = Entry(record).State is EntityState.Deleted ? null : words;
        }
        WriteLog();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
    }

    /// <summary>Bodies are written last, so that they show the record after every change of the commit.</summary>
    private void WriteLog()
    {
        foreach (var (record, entry) in logged.ToList()) Enter(record, entry);
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private object? RecordOf(EntityEntry entry) => entry.Entity switch
    {
        IRecord record => record,
        IPartOf part => ChangeTracker.Entries<IRecord>().FirstOrDefault(e => e.Entity.Id == part.RecordId)?.Entity
                        ?? throw new InvalidOperationException($"{part.GetType().Name} changes without its record being loaded"),
        _ => null,
    };
}

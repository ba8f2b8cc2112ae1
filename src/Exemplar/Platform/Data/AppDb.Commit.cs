using Exemplar.Platform.Search;
using Exemplar.Rules.Standings;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    private readonly Dictionary<object, LogEntry> logged = new(ReferenceEqualityComparer.Instance);
    private readonly List<Action> afterwards = [];

    /// <summary>Parts that were inserted as a set: out of their collections while EF looks for changes, which would take them for new.</summary>
    private readonly List<(Action Hide, Action Show)> untracked = [];
    private bool committing;

    /// <summary>
    /// The one door for writes. <paramref name="work"/> loads, checks and changes; all of it is kept or, after a refusal or a
    /// failure, nothing. It may run twice: a rival who kept the same id first is found by the second run.
    /// Throws <see cref="Stale"/> when a version token has moved, and when a changed record was not logged.
    /// </summary>
    public async Task<Result<T>> Commit<T>(Func<AppDb, CancellationToken, Task<Result<T>>> work, CancellationToken ct)
    {
        try
        {
            return await Once(work, ct);
        }
        catch (DbUpdateException conflict) when (Database.IsDuplicateKey(conflict))
        {
            return await Once(work, ct);
        }
    }

    /// <summary>Runs work when it is its turn to write, in a transaction that ends with what <paramref name="keeps"/> says of its result.</summary>
    private protected abstract Task<T> InTurn<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keeps, CancellationToken ct);

    /// <summary>To be done once what is now being changed has been kept.</summary>
    internal void AfterCommit(Action act) => afterwards.Add(act);

    private async Task<Result<T>> Once<T>(Func<AppDb, CancellationToken, Task<Result<T>>> work, CancellationToken ct)
    {
        try
        {
            var result = await InTurn(ct => Change(work, ct), r => r.Refusal is null, ct);
            if (result.Refusal is null) afterwards.ForEach(act => act());
            return result;
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            throw new Stale(conflict.Entries.Count > 0 ? conflict.Entries[0].Metadata.ClrType.Name : "record");
        }
        finally
        {
            untracked.Clear();
            touched.Clear();
            searched.Clear();
            unknown.Clear();
            foresight = null;
            logged.Clear();
            afterwards.Clear();
            ChangeTracker.Clear();
        }
    }

    private async Task<Result<T>> Change<T>(Func<AppDb, CancellationToken, Task<Result<T>>> work, CancellationToken ct)
    {
        committing = true;
        try
        {
            var result = await work(this, ct);
            if (result.Refusal is not null) return result;

            await SaveChangesAsync(ct);
            await WriteLog(ct);
            await BringStandings(ct);
            await BringEntries(searched, ct);
            Watched?.Begin("存盘");
            return result;
        }
        finally
        {
            committing = false;
        }
    }

    /// <summary>Enters the record, as it will be after this commit, into the record log.</summary>
    public void Log(Act act, string kind, IRecord record) => logged[record] = LogEntry.Of(act, kind, record);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken ct = default)
    {
        untracked.ForEach(parts => parts.Hide());
        try
        {
            ChangeTracker.DetectChanges();
            ChangeTracker.AutoDetectChangesEnabled = false;   // once is enough: every question below would look through all rows again
            Inspect();
            if (committing || Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);

            var kept = await InTurn(ct => base.SaveChangesAsync(acceptAllChangesOnSuccess, ct), _ => true, ct);   // accounts, which keep themselves
            afterwards.ForEach(act => act());
            afterwards.Clear();
            return kept;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
            untracked.ForEach(parts => parts.Show());
        }
    }

    /// <summary>What is about to be saved: records must be logged, versions rise, standings and search learn of it.</summary>
    private void Inspect()
    {
        var records = ChangeTracker.Entries<IRecord>().ToLookup(e => e.Entity.Id);
        foreach (var part in ChangeTracker.Entries<IPartOf>().Where(IsChanged).ToList())
            if (Root(part) is { State: EntityState.Unchanged } whole) whole.State = EntityState.Modified;   // a new part is a change of the record
        foreach (var entry in ChangeTracker.Entries().Where(IsChanged).ToList())
        {
            if (entry.Entity is IMovesStandings row) touched.Add(row);
            if (entry is { Entity: IVersioned versioned, State: EntityState.Modified }) entry.Property(nameof(IVersioned.Version)).CurrentValue = versioned.Version + 1;
            if ((entry.Entity is IPartOf ? Root(entry).Entity : entry.Entity) is not IRecord record) continue;
            if (!committing) throw new InvalidOperationException($"{record.GetType().Name} is changed outside Commit");
            if (!logged.ContainsKey(record)) throw new InvalidOperationException($"{record.GetType().Name} changes without a log entry");
            if (record is ISearched words) searched[words.Id] = Entry(record).State is EntityState.Deleted ? null : words;
        }

        // A task has the id of the proposal that it came from: which of the two a part belongs to, the model knows.
        EntityEntry Root(EntityEntry part) => records[((IPartOf)part.Entity).RecordId].FirstOrDefault(r => part.Metadata.GetForeignKeys().Any(k => k.PrincipalEntityType == r.Metadata))
            ?? throw new InvalidOperationException($"{part.Entity.GetType().Name} changes without its record being loaded");
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
}

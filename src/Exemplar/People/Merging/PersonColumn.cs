using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.People.Merging;

/// <summary>Two records of one person about to become one: everything that names the one shall name the other.</summary>
/// <param name="From">The record that goes.</param>
/// <param name="To">The record that stays.</param>
public sealed record Merging(AppDb Db, Act Act, Person From, Person To, MovedRecords Moved);

/// <summary>
/// A column that names people. Each capability registers its own; a test goes through the model and fails when one is missing,
/// and a merge refuses while anything that is not registered still names whoever goes.
/// </summary>
public abstract class PersonColumn(Type row, string name, string title)
{
    public Type Row => row;
    public string Name => name;

    /// <summary>What its rows are to the person, e.g. 主持的会议; several columns may share one.</summary>
    public string Title => title;

    /// <summary>How many rows name the person.</summary>
    public abstract Task<int> Count(AppDb db, Guid person, CancellationToken ct);

    /// <summary>Why the two cannot be one person as long as this stands; null when nothing does.</summary>
    public virtual Task<string?> Obstacle(AppDb db, Guid from, Guid to, CancellationToken ct) => Task.FromResult<string?>(null);

    /// <summary>What becomes of records that name both, in words; null when none does.</summary>
    public virtual Task<string?> Both(AppDb db, Guid from, Guid to, CancellationToken ct) => Task.FromResult<string?>(null);

    /// <summary>Inside a commit, as sets.</summary>
    public abstract Task Move(Merging merging, CancellationToken ct);
}

/// <summary>A column of a record, or of a part of one.</summary>
/// <typeparam name="TRow">The row that holds the column.</typeparam>
/// <typeparam name="TRecord">The record that is logged: the row itself, or what it is a part of.</typeparam>
public class PersonColumn<TRow, TRecord>(string name, string title) : PersonColumn(typeof(TRow), name, title) where TRow : class where TRecord : class, IRecord
{
    public override Task<int> Count(AppDb db, Guid person, CancellationToken ct) => Rows(db, person).CountAsync(ct);

    public override async Task Move(Merging merging, CancellationToken ct)
    {
        var (db, to) = (merging.Db, merging.To.Id);
        var rows = Rows(db, merging.From.Id);
        var record = RecordKey(db);
        merging.Moved.Add<TRecord>(await rows.Select(r => EF.Property<Guid>(r, record)).Distinct().ToListAsync(ct));
        if (Property(db).IsNullable) await rows.ExecuteUpdateAsync(set => set.SetProperty(r => EF.Property<Guid?>(r, Name), (Guid?)to), ct);
        else await rows.ExecuteUpdateAsync(set => set.SetProperty(r => EF.Property<Guid>(r, Name), to), ct);
    }

    protected IQueryable<TRow> Rows(AppDb db, Guid person)
    {
        var rows = db.Set<TRow>().IgnoreAutoIncludes();
        return Property(db).IsNullable ? rows.Where(r => EF.Property<Guid?>(r, Name) == person) : rows.Where(r => EF.Property<Guid>(r, Name) == person);
    }

    private IProperty Property(AppDb db) => db.Model.FindEntityType(typeof(TRow))!.FindProperty(Name)!;

    /// <summary>The row's own id, or its foreign key to the record.</summary>
    private static string RecordKey(AppDb db) => typeof(TRow) == typeof(TRecord)
        ? nameof(IRecord.Id)
        : db.Model.FindEntityType(typeof(TRow))!.GetForeignKeys().Single(k => k.PrincipalEntityType.ClrType == typeof(TRecord)).Properties[0].Name;
}

/// <summary>A column in which two names in one record are two people.</summary>
/// <param name="role">What both are there, e.g. 候选人.</param>
/// <param name="record">What the record is, e.g. 同一次选举.</param>
public sealed class DistinctColumn<TRow, TRecord>(string name, string title, string role, string record) : PersonColumn<TRow, TRecord>(name, title) where TRow : class where TRecord : class, IRecord
{
    public override async Task<string?> Obstacle(AppDb db, Guid from, Guid to, CancellationToken ct)
    {
        var key = db.Model.FindEntityType(typeof(TRow))!.GetForeignKeys().Single(k => k.PrincipalEntityType.ClrType == typeof(TRecord)).Properties[0].Name;
        var both = await Rows(db, from).Select(r => EF.Property<Guid>(r, key)).Intersect(Rows(db, to).Select(r => EF.Property<Guid>(r, key))).AnyAsync(ct);
        return both ? $"两份在{record}里都是{role}，不会是同一人；记错了的，请先撤销那一次" : null;
    }
}

public static class PersonColumnRegistration
{
    public static IServiceCollection AddPersonColumns(this IServiceCollection services, params PersonColumn[] columns)
    {
        foreach (var column in columns) services.AddSingleton(column);
        return services;
    }
}

namespace Exemplar.Documents.Templates.Offers;

/// <summary>A named value that forms can be filled with, <c>tasks.due</c>. Synonyms are what superiors call it in their forms.</summary>
public sealed record FormOffer(string Key, string Title, bool IsList, IReadOnlyList<string> Synonyms);

/// <summary>What one capability offers: single values, or a list of records. It answers only with what the actor may see.</summary>
public interface IFormSource
{
    /// <summary>What the records are called, in Chinese: 任务.</summary>
    string Name { get; }
    IReadOnlyList<FormOffer> Offers { get; }

    /// <summary>Whether the values are those of a period, which must be chosen; otherwise dates only narrow a list down.</summary>
    bool IsOfPeriod { get; }

    /// <summary>What whoever fills in should know of the values with these keys; empty when there is nothing.</summary>
    string RemarkOn(IReadOnlyCollection<string> mapped);

    /// <summary>What is not settled and would make its numbers too small, in a sentence; empty when there is nothing.</summary>
    Task<string> Warn(CancellationToken ct);

    /// <summary>One record for single values, any number for a list; each gives its value by the offer's key.</summary>
    Task<IReadOnlyList<IReadOnlyDictionary<string, FormValue>>> Read(FormScope scope, CancellationToken ct);
}

/// <summary>Offers the values of records of one type. A capability derives from it, lists its values, and registers it with <c>AddFormSource</c>.</summary>
public abstract class FormSource<T> : IFormSource
{
    protected sealed record Value(string Key, string Title, Func<T, FormValue> Read, params string[] Synonyms);

    public abstract string Name { get; }

    /// <summary>Whether there are many records, one for each row of a table.</summary>
    protected abstract bool IsList { get; }

    public virtual bool IsOfPeriod => false;

    public virtual string RemarkOn(IReadOnlyCollection<string> mapped) => "";

    public virtual Task<string> Warn(CancellationToken ct) => Task.FromResult("");

    protected abstract IReadOnlyList<Value> Values { get; }

    /// <summary>The records in the order in which they stand in a form.</summary>
    protected abstract Task<IReadOnlyList<T>> Find(FormScope scope, CancellationToken ct);

    public IReadOnlyList<FormOffer> Offers => [.. Values.Select(v => new FormOffer(v.Key, v.Title, IsList, v.Synonyms))];

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, FormValue>>> Read(FormScope scope, CancellationToken ct) =>
        [.. (await Find(scope, ct)).Select(record => Values.ToDictionary(v => v.Key, v => v.Read(record)))];
}

public static class FormSourceRegistration
{
    public static IServiceCollection AddFormSource<T>(this IServiceCollection services) where T : class, IFormSource => services.AddScoped<IFormSource, T>();

    public static IServiceCollection AddFormQuestion<T>(this IServiceCollection services) where T : class, IFormQuestion => services.AddScoped<IFormQuestion, T>();
}

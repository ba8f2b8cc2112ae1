namespace Exemplar.Rules;

/// <summary>How a capability shows the records behind its facts: rules know their kinds, not what they are.</summary>
/// <param name="Prefixes">The kinds begin so, e.g. <c>held.</c>.</param>
/// <param name="Title">What a fact of a kind is called.</param>
/// <param name="Address">The record's page.</param>
/// <param name="Permission">Who may open it, in the fact's unit.</param>
/// <param name="Begin">Where such a fact of a unit is made, by the kind of fact; null where none is made by hand.</param>
public sealed record FactSource(string[] Prefixes, Func<string, string> Title, Func<Guid, string> Address, string Permission, FactSource.Beginning? Begin = null)
{
    /// <summary>Those records that say they make up for something within a span, of units; null where none ever does.</summary>
    public Func<AppDb, List<Guid>, DateOnly, DateOnly, CancellationToken, Task<List<MadeUp>>>? MadeUp { get; init; }

    public sealed record Beginning(Func<string, Guid, string?> Address, string Permission);

    public bool Knows(string kind) => Prefixes.Any(p => kind.StartsWith(p, StringComparison.Ordinal));
}

public static class FactSourceRegistration
{
    public static IServiceCollection AddFactSource(this IServiceCollection services, Func<IServiceProvider, FactSource> source) => services.AddSingleton(source);
}

using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules.Standings;

/// <summary>The facts of one subject and kind in one month, added up by the database.</summary>
public sealed record Tally(Guid SubjectId, string Kind, int Month, int Count, int Quantity);

/// <summary>One fact that starts a term or lies in a span, whenever it was.</summary>
public sealed record DatedFact(Guid SubjectId, string Kind, DateOnly On, int Quantity);

/// <summary>A year's window as the superior's notice sets it, for what stands under a path.</summary>
public sealed record Window(string Path, string Rule, int Year, DateOnly ClosesOn);

/// <summary>What facts say of the subjects at hand.</summary>
public sealed class Tallies(IEnumerable<Tally> tallies, IEnumerable<DatedFact> dated, IReadOnlyList<Window> windows)
{
    private readonly ILookup<Guid, Tally> bySubject = tallies.ToLookup(t => t.SubjectId);
    private readonly ILookup<Guid, DatedFact> datedBySubject = dated.ToLookup(f => f.SubjectId);

    /// <summary>How it stood before, where these are only the facts that came since (docs/adr/0026); null where they are all.</summary>
    internal IReadOnlyDictionary<(Guid, string, DateOnly), Standing>? Before { get; init; }

    /// <summary>Who did not stand in every period before: of them all facts must be asked.</summary>
    internal HashSet<Guid> Unknown { get; } = [];

    /// <summary>What a count or a sum shows.</summary>
    public int Actual(Rule rule, Guid subject, Period period)
    {
        var shown = rule.Require!.Measure is Measure.Count ? Of(subject, rule.Require, period).Sum(t => t.Count) : Sum(subject, rule.Require, period);
        if (Before is null) return shown;
        if (Before.TryGetValue((subject, rule.Id, period.First), out var stood)) return stood.Actual + shown;
        Unknown.Add(subject);
        return shown;
    }

    public int Sum(Guid subject, Requirement of, Period period) => Of(subject, of, period).Sum(t => t.Quantity);

    /// <summary>The days of these facts, in order.</summary>
    public IEnumerable<DateOnly> Days(Guid subject, Requirement of) => datedBySubject[subject].Where(f => of.Reads(f.Kind)).Select(f => f.On).Order();

    public DateOnly? Closes(string path, string rule, int year) =>
        windows.Where(w => w.Rule == rule && w.Year == year && path.StartsWith(w.Path, StringComparison.Ordinal)).MaxBy(w => w.Path.Length)?.ClosesOn;

    private IEnumerable<Tally> Of(Guid subject, Requirement of, Period period)
    {
        var (first, last) = (period.First.Year * 100 + period.First.Month, period.Last.Year * 100 + period.Last.Month);
        return bySubject[subject].Where(t => t.Month >= first && t.Month <= last && of.Reads(t.Kind));
    }
}

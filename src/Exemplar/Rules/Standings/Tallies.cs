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

    public int Count(Guid subject, Requirement of, Period period) => Of(subject, of, period).Sum(t => t.Count);

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

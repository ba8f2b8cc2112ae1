using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Rules;

/// <summary>
/// A record that says of itself that it makes up for what was not done before (补开6月). It counts on its own day, like any
/// other: no article says that it counts for the period that it makes up for, so there it is told and changes nothing.
/// </summary>
/// <param name="Kind">Of its fact, <c>held.party-day</c>.</param>
/// <param name="On">When it was done.</param>
/// <param name="First">The first day of what it makes up for.</param>
public sealed record MadeUp(Guid UnitId, Guid RecordId, string Kind, DateOnly On, DateOnly First, DateOnly Last)
{
    /// <summary>Whether it makes up for what this standing lacks.</summary>
    internal bool Concerns(Standing standing, Requirement require) =>
        standing is { Met: false, OfPerson: false, Exempt: "" } && standing.SubjectId == UnitId && First >= standing.From && Last <= standing.To && On > standing.To && require is { Measure: Measure.Count, AtLeast: > 0 } && require.Reads(Kind);
}

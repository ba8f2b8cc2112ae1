using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules.Standings;

/// <summary>Somebody's time in a branch as one and the same: who becomes something else begins another. Days included; null while it lasts.</summary>
/// <param name="DutiesFrom">The day from which the unit's duties are kept here; null when they are not.</param>
public sealed record Stay(Guid PersonId, Guid UnitId, string Path, DateOnly? DutiesFrom, DateOnly From, DateOnly? To, string? Status, bool Retired)
{
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A post held, named <c>Branch/Secretary</c>.</summary>
public sealed record Held(Guid PersonId, Guid UnitId, string Path, DateOnly? DutiesFrom, string Post, DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

    public bool Is(string wanted) => Post == wanted || (wanted.EndsWith("/*", StringComparison.Ordinal) && Post.StartsWith(wanted[..^1], StringComparison.Ordinal));
}

/// <summary>A unit or a person that rules are about, as the roll knows it. Nothing on a roll lies in the future, so a day to come stands as today.</summary>
/// <param name="Stays">Who belongs to the unit and to what stands below it; or where the person belongs.</param>
/// <param name="Posts">Held in the unit; or by the person.</param>
public sealed record Subject(Guid Id, IReadOnlyList<Stay> Stays, IReadOnlyList<Held> Posts)
{
    /// <summary>The kind of unit; null for a person.</summary>
    public string? Kind { get; init; }
    public string Path { get; init; } = "";
    public DateOnly? DutiesFrom { get; init; }
    public DateOnly? DissolvedOn { get; init; }

    /// <summary>The day to which the end of its term was put off.</summary>
    public DateOnly? TermExtendedTo { get; init; }

    /// <summary>How a branch was formed; empty for anything else.</summary>
    public string Formation { get; init; } = "";
    public int CoveredUnits { get; init; }
    public DateOnly? TaskEndsOn { get; init; }

    public DateOnly? JoinedOn { get; init; }
    public DateOnly? ConfirmedOn { get; init; }

    public bool IsPerson => Kind is null;

    /// <summary>What a measure of the roll shows on a day.</summary>
    public int OnRoll(Requirement of, DateOnly day) => of.Measure switch
    {
        Measure.Full => Stays.Where(s => s.Covers(day) && s.Status == "Full").DistinctBy(s => s.PersonId).Count(),
        Measure.Members => Stays.Where(s => s.Covers(day) && s.Status is not null).DistinctBy(s => s.PersonId).Count(),
        Measure.Holders => Posts.Where(p => p.Covers(day) && of.Of.Any(p.Is)).DistinctBy(p => p.PersonId).Count(),
        Measure.Filled => Posts.Where(p => p.Covers(day)).Select(p => of.Of.FirstOrDefault(p.Is)).OfType<string>().Distinct().Count(),
        Measure.Covered => CoveredUnits,
        _ => throw new InvalidOperationException($"{of.Measure} is no measure of the roll"),
    };
}

namespace Exemplar.Rules.Standings;

public enum StandingState
{
    [Display(Name = "已完成")] Done,
    [Display(Name = "未到期")] Due,
    [Display(Name = "快到期")] AtRisk,
    [Display(Name = "未完成")] Missed,
    [Display(Name = "不要求")] Exempt,
}

/// <summary>
/// How one duty of one unit or person stands in one period. Derived from facts and rolls, kept in the transaction that moved it,
/// and the same when all is reckoned anew. What it is called today (<see cref="State"/>) needs no writing overnight.
/// </summary>
public sealed class Standing
{
    public const int Longest = 60;

    /// <summary>The unit, or the person.</summary>
    public required Guid SubjectId { get; init; }
    public required string Rule { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>The last day on which it may be done; later than <see cref="To"/> when the year's notice says so.</summary>
    public required DateOnly DueOn { get; init; }
    public required DateOnly WarnFrom { get; init; }

    /// <summary>The unit itself; for a person, the branch or the unit of the post.</summary>
    public required Guid UnitId { get; init; }
    public required bool OfPerson { get; init; }

    /// <summary>The year in whose table it stands.</summary>
    public required int Year { get; init; }
    public required int Actual { get; init; }
    public required int Required { get; init; }
    public required bool Met { get; init; }

    /// <summary>Why it is not required; empty when it is.</summary>
    public required string Exempt { get; init; }

    public (Guid, string, DateOnly) Key => (SubjectId, Rule, From);

    public StandingState State(DateOnly today) => StateOf(Met, Exempt, WarnFrom, DueOn, today);

    public static StandingState StateOf(bool met, string exempt, DateOnly warnFrom, DateOnly dueOn, DateOnly today) =>
        met ? StandingState.Done
        : exempt.Length > 0 ? StandingState.Exempt
        : today > dueOn ? StandingState.Missed
        : today >= warnFrom ? StandingState.AtRisk
        : StandingState.Due;

    public bool IsAs(Standing other) =>
        (Key, To, DueOn, WarnFrom, UnitId, OfPerson, Year, Actual, Required, Met, Exempt) ==
        (other.Key, other.To, other.DueOn, other.WarnFrom, other.UnitId, other.OfPerson, other.Year, other.Actual, other.Required, other.Met, other.Exempt);
}

internal sealed class StandingTable : IEntityTypeConfiguration<Standing>
{
    public void Configure(EntityTypeBuilder<Standing> table)
    {
        table.ToTable("Standings");
        table.HasKey(s => new { s.SubjectId, s.Rule, s.From });
        table.Ignore(s => s.Key);
        table.Property(s => s.Rule).HasMaxLength(40);
        table.Property(s => s.Exempt).HasMaxLength(Standing.Longest);
        table.HasIndex(s => new { s.UnitId, s.Year, s.OfPerson });
        table.HasIndex(s => new { s.Met, s.DueOn });
    }
}

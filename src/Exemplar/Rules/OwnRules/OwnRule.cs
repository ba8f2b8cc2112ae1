using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Rules.OwnRules;

/// <summary>A duty that a unit sets for itself and what stands below it, from one period to another. Always local, never law.</summary>
public sealed class OwnRule : IRecord, IVersioned, IMovesStandings
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required string Path { get; set; }
    public required string Title { get; init; }

    /// <summary>The session that is counted, e.g. <c>held.party-day</c>.</summary>
    public required string Counts { get; init; }

    /// <summary>The kinds of units that owe it.</summary>
    public required List<string> Units { get; init; }
    public required PeriodKind Period { get; init; }
    public required int AtLeast { get; init; }
    public required string Basis { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day of its last period; null while it holds.</summary>
    public DateOnly? To { get; private set; }
    public int Version { get; set; }

    IEnumerable<Guid> IMovesStandings.Touches => [UnitId];
    bool IMovesStandings.MovesBelow => true;

    public string RuleId => $"own-{Id:N}";

    /// <summary>Ends with the running period: what was asked so far is not taken back.</summary>
    public Refusal? End(DateOnly today)
    {
        if (To is { } already) return new Refusal($"到 {already.InWords()} 为止，不用再停");
        To = Kernel.Period.Of(Period, today).Last;
        return null;
    }

    public Rule AsRule => new()
    {
        Id = RuleId,
        Title = Title,
        Source = "本单位规定",
        Article = Basis,
        Status = new(Certainty.Local, Certainty.Local, Certainty.Local),
        EffectiveFrom = Kernel.Period.Of(Period, From).First,
        EffectiveTo = To ?? DateOnly.MaxValue,
        Scope = new() { Units = Units, Under = Path },
        Period = Period,
        Require = new() { Measure = Measure.Count, Of = [Counts], AtLeast = AtLeast },
    };
}

internal sealed class OwnRuleTable : IEntityTypeConfiguration<OwnRule>
{
    public void Configure(EntityTypeBuilder<OwnRule> table)
    {
        table.ToTable("OwnRules");
        table.Ignore(r => r.AsRule);
        table.Ignore(r => r.RuleId);
        table.Property(r => r.Path).HasMaxLength(200);
        table.Property(r => r.Title).HasMaxLength(60);
        table.Property(r => r.Counts).HasMaxLength(40);
        table.Property(r => r.Basis).HasMaxLength(100);
        table.HasIndex(r => r.UnitId);
    }
}

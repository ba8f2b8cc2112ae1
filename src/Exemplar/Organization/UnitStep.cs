using Exemplar.Rules.Standings;

namespace Exemplar.Organization;

public enum UnitStepKind
{
    [Display(Name = "更名")] Renamed,
    [Display(Name = "调整上级")] Moved,

    /// <summary>It ended: its people, open tasks and plans went to the other.</summary>
    [Display(Name = "并入")] MergedInto,
    [Display(Name = "接收并入")] TookIn,

    /// <summary>Some of its people went to a new unit.</summary>
    [Display(Name = "分出")] SplitOff,
    [Display(Name = "分设")] FoundedFrom,
}

/// <summary>What became of a unit, beside its own row: rows are added, never changed. Records of before keep the unit and its name of then is told here.</summary>
public sealed class UnitStep : IRecord, IMovesStandings
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required UnitStepKind Kind { get; init; }

    /// <summary>From this day on.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The unit above it until then, or the one that it was joined to or taken from.</summary>
    public Guid? OtherId { get; init; }

    /// <summary>Its name until then when it was renamed, else the other's name of that day.</summary>
    public required string Name { get; init; }

    /// <summary>The unit that something was taken from counts anew as well.</summary>
    IEnumerable<Guid> IMovesStandings.Touches => OtherId is { } other ? [UnitId, other] : [UnitId];

    public string InWords => Kind switch
    {
        UnitStepKind.Renamed => $"更名，原名“{Name}”",
        UnitStepKind.Moved => $"调整上级，原在“{Name}”下",
        UnitStepKind.MergedInto => $"并入“{Name}”",
        UnitStepKind.TookIn => $"“{Name}”并入",
        UnitStepKind.SplitOff => $"分出“{Name}”",
        _ => $"由“{Name}”分设",
    };

    public static UnitStep Of(Unit unit, UnitStepKind kind, DateOnly on, Unit other) => new() { UnitId = unit.Id, Kind = kind, On = on, OtherId = other.Id, Name = other.Name };
}

internal sealed class UnitStepTable : IEntityTypeConfiguration<UnitStep>
{
    public void Configure(EntityTypeBuilder<UnitStep> table)
    {
        table.ToTable("UnitSteps");
        table.Ignore(s => s.InWords);
        table.Property(s => s.Name).HasMaxLength(60);
        table.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId);
        table.HasIndex(s => s.UnitId);
    }
}

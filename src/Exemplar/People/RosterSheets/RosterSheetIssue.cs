using Exemplar.Organization;

namespace Exemplar.People.RosterSheets;

/// <summary>A roster sheet that went out to a unit. The newest of a unit is the one that is waited for; what stands in it only the sheet itself knows.</summary>
public sealed class RosterSheetIssue : IRecord
{
    /// <summary>Offices check their rosters once or twice a year: what is still out after half a year comes back no more.</summary>
    public const int DaysWaitedFor = 180;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The day on which what came back was taken over.</summary>
    public DateOnly? ReturnedOn { get; private set; }

    public void Return(DateOnly on) => ReturnedOn = on;
}

internal sealed class RosterSheetIssueTable : IEntityTypeConfiguration<RosterSheetIssue>
{
    public void Configure(EntityTypeBuilder<RosterSheetIssue> table)
    {
        table.ToTable("RosterSheetIssues");
        table.HasOne<Unit>().WithMany().HasForeignKey(i => i.UnitId);
        table.HasIndex(i => new { i.UnitId, i.IssuedOn }).IsUnique();
    }
}

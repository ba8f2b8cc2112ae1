namespace Exemplar.Platform.Security;

/// <summary>A role of an account in a unit, with or without the units below it, for a time.</summary>
public sealed class Grant : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required Role Role { get; init; }
    public required Guid UnitId { get; init; }
    public required bool Inherit { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day; null while open-ended.</summary>
    public DateOnly? To { get; set; }
}

internal sealed class GrantTable : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> table)
    {
        table.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId);
        table.HasIndex(g => g.AccountId);
        table.HasIndex(g => g.UnitId);
    }
}

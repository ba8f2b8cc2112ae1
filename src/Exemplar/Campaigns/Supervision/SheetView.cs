namespace Exemplar.Campaigns.Supervision;

/// <summary>Which columns an account wants in a sheet that it exports, in which order: chosen once, used every time.</summary>
public sealed class SheetView : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>Which sheet, e.g. <c>supervision</c>.</summary>
    public required string Sheet { get; init; }

    /// <summary>Keys of the columns.</summary>
    public List<string> Columns { get; set; } = [];
}

internal sealed class SheetViewTable : IEntityTypeConfiguration<SheetView>
{
    public void Configure(EntityTypeBuilder<SheetView> table)
    {
        table.ToTable("SheetViews");
        table.Property(v => v.Sheet).HasMaxLength(40);
        table.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId);
        table.HasIndex(v => new { v.AccountId, v.Sheet }).IsUnique();
    }
}

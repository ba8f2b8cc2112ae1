namespace Exemplar.Organization;

/// <summary>What a post's dates and basis were before somebody corrected them, and why. Rows are added, never changed.</summary>
public sealed class PostCorrection : IRecord
{
    public const int LongestReason = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PostId { get; init; }
    public required DateOnly WasFrom { get; init; }
    public required DateOnly? WasTo { get; init; }
    public required string WasBasis { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who corrected it; null for an account that belongs to nobody.</summary>
    public Guid? PersonId { get; init; }
}

internal sealed class PostCorrectionTable : IEntityTypeConfiguration<PostCorrection>
{
    public void Configure(EntityTypeBuilder<PostCorrection> table)
    {
        table.ToTable("PostCorrections");
        table.Property(c => c.WasBasis).HasMaxLength(60);
        table.Property(c => c.Reason).HasMaxLength(PostCorrection.LongestReason);
        table.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId);
        table.HasIndex(c => c.PostId);
    }
}

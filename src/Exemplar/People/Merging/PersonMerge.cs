namespace Exemplar.People.Merging;

/// <summary>合并: one person's second record went into the first. Addresses of the one that went lead to the one that stayed.</summary>
public sealed class PersonMerge : IRecord
{
    public const int LongestWords = 400;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid KeptId { get; init; }

    /// <summary>Nobody bears it any more; the log knows what it was.</summary>
    public required Guid MergedId { get; init; }

    /// <summary>The one that went, as it would be told apart: 张三（第二党支部，1980年5月生）.</summary>
    public required string Merged { get; init; }

    /// <summary>What moved, counted, in words.</summary>
    public required string Moved { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? AccountId { get; init; }
    public required Guid? PersonId { get; init; }
}

internal sealed class PersonMergeTable : IEntityTypeConfiguration<PersonMerge>
{
    public void Configure(EntityTypeBuilder<PersonMerge> table)
    {
        table.ToTable("PersonMerges");
        table.Property(m => m.Merged).HasMaxLength(PersonMerge.LongestWords);
        table.Property(m => m.Moved).HasMaxLength(PersonMerge.LongestWords);
        table.HasIndex(m => m.MergedId).IsUnique();
        table.HasIndex(m => m.KeptId);
    }
}

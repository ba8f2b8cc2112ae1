using Exemplar.Organization;

namespace Exemplar.People.TermImport;

/// <summary>An election that an import took over, and what stood on record before.</summary>
public sealed class ImportedTerm : IPartOf
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ImportId { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly ElectedOn { get; init; }

    /// <summary>Whether it became the unit's last election; <see cref="Before"/> was that until then.</summary>
    public required bool IsLast { get; init; }
    public DateOnly? Before { get; init; }

    Guid IPartOf.RecordId => ImportId;
}

/// <summary>A post on record that began sooner than had been entered, as the election says; its beginning until then.</summary>
public sealed class SoonerPost : IPartOf
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ImportId { get; init; }
    public required Guid PostId { get; init; }
    public required DateOnly Before { get; init; }

    Guid IPartOf.RecordId => ImportId;
}

/// <summary>A sheet of elections that was taken over; it bears the id under which it was handed in, so that the same confirmation twice imports once.</summary>
public sealed class ImportedTerms : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The nearest unit that all its units lie in: whoever may appoint there may take it back.</summary>
    public required Guid UnitId { get; init; }
    public required string FileName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? AccountId { get; init; }
    public required Guid? PersonId { get; init; }
    public required int Units { get; init; }
    public required int Appointed { get; init; }

    /// <summary>On record already; not sure and therefore not taken over; left out.</summary>
    public required int Known { get; init; }
    public required int Doubtful { get; init; }
    public required int LeftOut { get; init; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public Guid? WithdrawnBy { get; private set; }
    public int Version { get; set; }
    public List<ImportedTerm> Terms { get; init; } = [];
    public List<SoonerPost> Sooner { get; init; } = [];

    public string InWords(int terms) => $"{Units} 个党组织换届 {terms} 次，登记任职 {Appointed} 项"
        + (Known > 0 ? $"；已在册 {Known} 次" : "")
        + (Doubtful > 0 ? $"；{Doubtful} 次没有说清，没有导入" : "")
        + (LeftOut > 0 ? $"；不导入 {LeftOut} 次" : "");

    /// <summary>撤回: its elections and posts are gone, this stays.</summary>
    /// <param name="builtOn">What has been changed since, in words.</param>
    public Refusal? Withdraw(IReadOnlyList<string> builtOn, Act by)
    {
        if (WithdrawnAt is not null) return new Refusal("这次导入已经撤回");
        if (builtOn.Count > 0) return new Refusal($"导入以后有 {builtOn.Count} 处又变动过，不能整个撤回：{string.Join('、', builtOn.Take(3))}{(builtOn.Count > 3 ? "等" : "")}");
        (WithdrawnAt, WithdrawnBy) = (by.At, by.Person ?? by.Account);
        return null;
    }
}

internal sealed class ImportedTermsTable : IEntityTypeConfiguration<ImportedTerms>
{
    public void Configure(EntityTypeBuilder<ImportedTerms> table)
    {
        table.ToTable("ImportedTerms");
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.FileName).HasMaxLength(200);
        table.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId);
        table.HasMany(t => t.Terms).WithOne().HasForeignKey(t => t.ImportId);
        table.HasMany(t => t.Sooner).WithOne().HasForeignKey(t => t.ImportId);
        table.HasIndex(t => t.At);
    }
}

internal sealed class ImportedTermTable : IEntityTypeConfiguration<ImportedTerm>
{
    public void Configure(EntityTypeBuilder<ImportedTerm> table)
    {
        table.ToTable("ImportedTermLines");
        table.Property(t => t.Id).ValueGeneratedNever();
        table.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId);
    }
}

internal sealed class SoonerPostTable : IEntityTypeConfiguration<SoonerPost>
{
    public void Configure(EntityTypeBuilder<SoonerPost> table)
    {
        table.ToTable("SoonerPosts");
        table.Property(p => p.Id).ValueGeneratedNever();
    }
}

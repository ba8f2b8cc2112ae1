namespace Exemplar.Meetings.Elections;

/// <summary>A name and its votes. One that was written onto ballots was no candidate before.</summary>
public sealed class Candidate : IPartOf
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ElectionId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }

    /// <summary>Place on the ballot, from 1.</summary>
    public required int Position { get; init; }
    public bool IsWrittenIn { get; init; }
    public int Votes { get; set; }

    Guid IPartOf.RecordId => ElectionId;
}

/// <summary>监票人</summary>
public sealed class Teller : IPartOf
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ElectionId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }

    Guid IPartOf.RecordId => ElectionId;
}

/// <summary>Why somebody absent is not counted as due (ELE-13). Sickness of body and of mind is one reason: the record need not tell which.</summary>
public enum NotCountedReason
{
    [Display(Name = "出国（境）半年以上")] Abroad,
    [Display(Name = "长期患病不能到会")] Sick,
    [Display(Name = "人已调离，组织关系未转")] MovedAway,
    [Display(Name = "被限制人身自由")] Detained,
}

/// <summary>Somebody with the right to elect who is, with the organization's consent, not counted as due.</summary>
public sealed class NotCountedVoter : IPartOf
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ElectionId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }
    public required NotCountedReason Reason { get; init; }

    Guid IPartOf.RecordId => ElectionId;
}

internal sealed class CandidateTable : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> table)
    {
        table.ToTable("ElectionCandidates");
        table.Property(c => c.Name).HasMaxLength(40);
        table.HasIndex(c => new { c.ElectionId, c.PersonId }).IsUnique();
    }
}

internal sealed class TellerTable : IEntityTypeConfiguration<Teller>
{
    public void Configure(EntityTypeBuilder<Teller> table)
    {
        table.ToTable("ElectionTellers");
        table.Property(t => t.Name).HasMaxLength(40);
        table.HasIndex(t => new { t.ElectionId, t.PersonId }).IsUnique();
    }
}

internal sealed class NotCountedVoterTable : IEntityTypeConfiguration<NotCountedVoter>
{
    public void Configure(EntityTypeBuilder<NotCountedVoter> table)
    {
        table.ToTable("ElectionNotCounted");
        table.Property(n => n.Name).HasMaxLength(40);
        table.HasIndex(n => new { n.ElectionId, n.PersonId }).IsUnique();
    }
}

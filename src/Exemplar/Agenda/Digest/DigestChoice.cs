namespace Exemplar.Agenda.Digest;

/// <summary>Somebody's own wish to get the digest, until they end it. The address stands at the account and not here: it stays out of the log.</summary>
public sealed class DigestChoice : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required DateTimeOffset ChosenAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset at) => EndedAt = at;
}

internal sealed class DigestChoiceTable : IEntityTypeConfiguration<DigestChoice>
{
    public void Configure(EntityTypeBuilder<DigestChoice> table)
    {
        table.ToTable("DigestChoices");
        table.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        table.HasIndex(c => new { c.AccountId, c.EndedAt });
    }
}

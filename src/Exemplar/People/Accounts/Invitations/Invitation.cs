namespace Exemplar.People.Accounts.Invitations;

public enum InvitationEnding
{
    [Display(Name = "已接受")] Accepted,
    [Display(Name = "已撤回")] Revoked,
    [Display(Name = "已由新的代替")] Replaced,
}

/// <summary>
/// The way for somebody to their account, so that nobody else ever knows its password: a code that opens once, until a day, and
/// not after it was taken back or another one was made. Kept as a hash, shown once.
/// </summary>
public sealed class Invitation : IRecord
{
    /// <summary>A week: an absence on business is survived, a slip forgotten in a drawer is not.</summary>
    public const int DaysGood = 7;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the code, in hex.</summary>
    public required string CodeHash { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public Guid? MadeById { get; init; }

    /// <summary>The last day on which it opens.</summary>
    public required DateOnly GoodUntil { get; init; }

    /// <summary>The form that made it together with others; null for one alone.</summary>
    public Guid? BatchId { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public InvitationEnding? Ending { get; private set; }

    public static string NewCode() => WrittenCode.New(groups: 4);

    public bool IsOpenOn(DateOnly day) => EndedAt is null && day <= GoodUntil;

    public void End(InvitationEnding how, Act by) => (EndedAt, Ending) = (by.At, how);
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.ToTable("Invitations");
        table.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId);
        table.Property(i => i.CodeHash).HasMaxLength(64);
        table.HasIndex(i => i.CodeHash).IsUnique();
        table.HasIndex(i => i.AccountId);
        table.HasIndex(i => i.BatchId);
    }
}

namespace Exemplar.Platform.Security.Factors;

/// <summary>
/// What an account proves at the door beside its password: a secret that a phone turns into a new code each half minute
/// (TOTP, RFC 6238). No record: the log knows when it was set up and never what it is.
/// </summary>
public sealed class SecondFactor
{
    public required Guid AccountId { get; init; }

    /// <summary>The secret, sealed with the keys of <c>keys/</c> for this account alone.</summary>
    public required string Sealed { get; init; }
    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>The step of the last code that was taken: neither it nor an older one opens again.</summary>
    public required long LastStep { get; set; }
}

/// <summary>For the day on which the phone or the device with the passkey is lost: opens once in place of either. Kept as a hash, gone when used.</summary>
public sealed class RecoveryCode
{
    public const int InASet = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Hash { get; init; }

    /// <summary>Shown once, on paper or screen.</summary>
    public static IReadOnlyList<string> NewSet() => [.. Enumerable.Range(0, InASet).Select(_ => WrittenCode.New(groups: 4))];
}

internal sealed class SecondFactorTable : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> table)
    {
        table.ToTable("SecondFactors");
        table.HasKey(f => f.AccountId);
        table.HasOne<Account>().WithOne().HasForeignKey<SecondFactor>(f => f.AccountId);
        table.Property(f => f.Sealed).HasMaxLength(500);
    }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> table)
    {
        table.ToTable("RecoveryCodes");
        table.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        table.Property(c => c.Hash).HasMaxLength(64);
        table.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
    }
}

namespace Exemplar.Platform.Security.Passkeys;

/// <summary>
/// The public half of a key pair whose secret half never leaves somebody's device (WebAuthn level 3). Whoever answers a
/// challenge with it has the device and has shown it a finger, a face or a PIN. No record: the log knows when it came and went.
/// </summary>
public sealed class Passkey
{
    /// <summary>For one account: a lost device, a second one, and some to spare.</summary>
    public const int Most = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>Chosen by the device, up to 1023 bytes.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>As a COSE key (RFC 9052).</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The host name that it was made under: pages under another one cannot use it.</summary>
    public required string Host { get; init; }

    /// <summary>How a browser reaches the device, e.g. <c>internal</c> or <c>usb</c>, separated by commas.</summary>
    public required string Transports { get; init; }
    public required bool IsBackupEligible { get; init; }
    public required bool IsBackedUp { get; set; }
    public required DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>When the last challenge was made that it answered: neither that one nor an older one opens again.</summary>
    public required DateTimeOffset LastChallengeAt { get; set; }

    /// <summary>The device's own count of signatures, an unsigned 32-bit number; 0 where it keeps none. One that does not rise is refused: somebody has a copy.</summary>
    public required long SignCount { get; set; }
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> table)
    {
        table.ToTable("Passkeys");
        table.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        table.HasIndex(p => p.AccountId);
        table.HasIndex(p => p.CredentialId).IsUnique();
        table.Property(p => p.CredentialId).HasMaxLength(1023);
        table.Property(p => p.PublicKey).HasMaxLength(1024);
        table.Property(p => p.Name).HasMaxLength(40);
        table.Property(p => p.Host).HasMaxLength(253);
        table.Property(p => p.Transports).HasMaxLength(200);
    }
}

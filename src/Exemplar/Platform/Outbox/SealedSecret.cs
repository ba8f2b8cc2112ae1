using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Exemplar.Platform.Outbox;

public enum SecretKind
{
    MailPassword,
    RobotKey,
    RobotSecret,
}

/// <summary>A secret of a channel, sealed with the keys of <c>keys/</c>. No record: the log knows when it was set and never what it is.</summary>
public sealed class SealedSecret
{
    public required SecretKind Kind { get; init; }
    public required string Sealed { get; set; }
}

/// <summary>Seals what is typed and opens it again for sending, for nothing else.</summary>
public sealed class SecretBox(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Exemplar.Outbox");

    public SealedSecret Seal(SecretKind kind, string secret) => new() { Kind = kind, Sealed = protector.Protect(secret) };

    /// <summary>Null when the keys that sealed it are gone.</summary>
    public string? Open(SealedSecret secret)
    {
        try
        {
            return protector.Unprotect(secret.Sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

internal sealed class SealedSecretTable : IEntityTypeConfiguration<SealedSecret>
{
    public void Configure(EntityTypeBuilder<SealedSecret> table)
    {
        table.ToTable("SealedSecrets");
        table.HasKey(s => s.Kind);
        table.Property(s => s.Sealed).HasMaxLength(2000);
    }
}

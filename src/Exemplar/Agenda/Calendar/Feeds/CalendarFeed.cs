using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Exemplar.Agenda.Calendar.Feeds;

/// <summary>
/// An address from which a calendar program fetches entries. Whoever knows the address sees them, so it is long, kept as a
/// hash, shown once, and dead once revoked or once its owner's rights end.
/// </summary>
public sealed class CalendarFeed : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>Entries of this unit and below; null for all that the account sees.</summary>
    public Guid? UnitId { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret part of the address, in hex.</summary>
    public required string SecretHash { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public Refusal? Revoke(Act by)
    {
        if (RevokedAt is not null) return new Refusal("已经停用");
        RevokedAt = by.At;
        return null;
    }
}

internal sealed class CalendarFeedTable : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> table)
    {
        table.ToTable("CalendarFeeds");
        table.Property(f => f.Name).HasMaxLength(80);
        table.Property(f => f.SecretHash).HasMaxLength(64);
        table.HasIndex(f => f.SecretHash).IsUnique();
        table.HasIndex(f => f.AccountId);
    }
}

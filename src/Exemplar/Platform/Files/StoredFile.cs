namespace Exemplar.Platform.Files;

/// <summary>A file somebody gave. Its bytes lie in <c>files/</c> under their SHA-256, its name only here.</summary>
public sealed class StoredFile : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public required string Sha256 { get; init; }
    public required long Length { get; init; }
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>The bytes on their way to the disk; null for a file that was read from the table.</summary>
    internal byte[]? Unwritten { get; init; }

    /// <summary>The save under way has put the bytes there; when it fails they go again.</summary>
    internal bool IsNew { get; set; }
}

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> table)
    {
        table.ToTable("Files");
        table.Property(f => f.Name).HasMaxLength(200);
        table.Property(f => f.Sha256).HasMaxLength(64);
    }
}

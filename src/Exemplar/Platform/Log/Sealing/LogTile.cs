namespace Exemplar.Platform.Log.Sealing;

/// <summary>
/// Up to 256 hashes of the tree, side by side: of leaves on level 0, of whole tiles of the level below on the others. What is
/// sealed stays cheap by it: a sealing reads the last tile of each level, a proof a few more (docs/adr/0015).
/// No record and no witness: everything in it follows from the entries, and verification reckons it anew.
/// </summary>
public sealed class LogTile
{
    public required int Level { get; init; }

    /// <summary>Its place on the level, from 0.</summary>
    public required long Number { get; init; }
    public required byte[] Hashes { get; set; }
}

internal sealed class LogTileTable : IEntityTypeConfiguration<LogTile>
{
    public void Configure(EntityTypeBuilder<LogTile> table)
    {
        table.ToTable("LogTiles");
        table.HasKey(t => new { t.Level, t.Number });
        table.Property(t => t.Level).ValueGeneratedNever();
        table.Property(t => t.Number).ValueGeneratedNever();
        table.Property(t => t.Hashes).HasMaxLength(TiledTree.Width * MerkleTree.HashLength);
    }
}

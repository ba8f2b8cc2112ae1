using Exemplar.Organization;

namespace Exemplar.People;

/// <summary>Where a word stands in an office's sheets, and so what its meaning is.</summary>
public enum WordSort
{
    /// <summary>What a meeting is called in a register; the meaning is a key of the kinds of meetings.</summary>
    MeetingKind,

    /// <summary>What a unit is called; the meaning is <see cref="OfficeWord.UnitId"/>.</summary>
    Unit,

    /// <summary>A heading of a roster; the meaning is the name of a column.</summary>
    RosterColumn,

    /// <summary>A heading of a sheet of elections; the same.</summary>
    TermColumn,

    /// <summary>A row of a register that could not be read; the word is a digest of it, the meaning what was said.</summary>
    RegisterRow,
}

/// <summary>
/// What a word in an office's sheets means, as somebody said once: their 固定党日 is the 主题党日, their 机关二支部 the 第二党支部, their
/// column 上次党代会 the day of the election. Whoever reads another sheet of that office knows it.
/// </summary>
public sealed class OfficeWord : IRecord
{
    public const int LongestWord = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OfficeId { get; init; }
    public required WordSort Sort { get; init; }

    /// <summary>As it is compared (<see cref="OfficeWords.KeyOf"/>, <see cref="OfficeWords.KeyOfUnit"/>).</summary>
    public required string Word { get; init; }

    /// <summary>Empty for a unit.</summary>
    public string Meaning { get; set; } = "";
    public Guid? UnitId { get; set; }
}

internal sealed class OfficeWordTable : IEntityTypeConfiguration<OfficeWord>
{
    public void Configure(EntityTypeBuilder<OfficeWord> table)
    {
        table.ToTable("OfficeWords");
        table.Property(w => w.Word).HasMaxLength(OfficeWord.LongestWord);
        table.Property(w => w.Meaning).HasMaxLength(32);
        table.HasOne<Unit>().WithMany().HasForeignKey(w => w.OfficeId);
        table.HasOne<Unit>().WithMany().HasForeignKey(w => w.UnitId);
        table.HasIndex(w => new { w.OfficeId, w.Sort, w.Word });
    }
}

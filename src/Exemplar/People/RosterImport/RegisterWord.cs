using Exemplar.Organization;
using Exemplar.People.TermImport;

namespace Exemplar.People.RosterImport;

/// <summary>
/// What a word in an office's sheets means, as somebody said once: their 固定党日 is the 主题党日, their 机关二支部 the 第二党支部, their
/// column 上次党代会 the day of the election. Whoever reads another sheet of that office knows it.
/// </summary>
public sealed class RegisterWord : IRecord
{
    public const int LongestWord = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OfficeId { get; init; }

    /// <summary>As it is compared: without spaces and what stands in brackets.</summary>
    public required string Word { get; init; }

    /// <summary>A key of the kinds of meetings; null for the name of a unit or of a column.</summary>
    public string? Kind { get; set; }
    public Guid? UnitId { get; set; }

    /// <summary>What a column of this heading is in a sheet of elections; null for words that stand in cells.</summary>
    public TermColumn? Column { get; set; }

    public static string KeyOfKind(string words) => Cut(RosterHeadings.Plain(words));

    public static string KeyOfUnit(string words) => Cut(RosterUnits.Key(words));

    /// <summary>The place of the office that a unit belongs to: the top of its tree.</summary>
    public static string OfficeOf(string path) => path[..(path.IndexOf('/', 1) + 1)];

    private static string Cut(string key) => key.Length <= LongestWord ? key : key[..LongestWord];
}

internal sealed class RegisterWordTable : IEntityTypeConfiguration<RegisterWord>
{
    public void Configure(EntityTypeBuilder<RegisterWord> table)
    {
        table.ToTable("RegisterWords");
        table.Property(w => w.Word).HasMaxLength(RegisterWord.LongestWord);
        table.Property(w => w.Kind).HasMaxLength(32);
        table.HasOne<Unit>().WithMany().HasForeignKey(w => w.OfficeId);
        table.HasOne<Unit>().WithMany().HasForeignKey(w => w.UnitId);
        table.HasIndex(w => new { w.OfficeId, w.Word });
    }
}

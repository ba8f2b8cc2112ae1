namespace Exemplar.Meetings;

/// <summary>
/// Where a meeting was taken over from: a row of a register that was kept before the meetings were kept here, or of a branch
/// sheet. It says what the row says and no more; who came is known as far as it names them.
/// </summary>
public sealed class MeetingOrigin : IPartOf
{
    public const int LongestSheet = 60;

    /// <summary>Its key: a meeting has one origin or none.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>The import that brought it.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>The sheet of the register; of a branch sheet, its file.</summary>
    public required string Sheet { get; init; }

    /// <summary>What the spreadsheet program shows at the left edge.</summary>
    public required int Row { get; init; }

    /// <summary>The row in its own words, a line for each column that may be kept.</summary>
    public required string Text { get; init; }

    /// <summary>How many were due, and came, as the row says, be it by 全体党员 or by names that are all known; null where it does not.</summary>
    public int? Due { get; internal set; }
    public int? Present { get; internal set; }

    /// <summary>How many the roster of that day knows who were due, where the row does not say it and does not say that more came. Beside <see cref="Due"/> the row says 全体党员, and how many that were is the roster's word.</summary>
    public int? OnRoll { get; internal set; }

    /// <summary>由填报表填入: the branch filled it in for this purpose, and its signed paper lies with the branch.</summary>
    public bool IsOfSheet { get; init; }

    /// <summary>Nobody has entered or checked the roll here since: these numbers stand, and the roll holds only whom the row names.</summary>
    public bool IsOpen { get; internal set; } = true;

    Guid IPartOf.RecordId => MeetingId;
}

internal sealed class MeetingOriginTable : IEntityTypeConfiguration<MeetingOrigin>
{
    public void Configure(EntityTypeBuilder<MeetingOrigin> table)
    {
        table.ToTable("MeetingOrigins");
        table.HasKey(o => o.MeetingId);
        table.Property(o => o.Sheet).HasMaxLength(MeetingOrigin.LongestSheet);
        table.HasOne<Past.ImportedRegister>().WithMany().HasForeignKey(o => o.ImportId);
        table.HasIndex(o => o.ImportId);
    }
}

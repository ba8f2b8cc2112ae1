namespace Exemplar.Platform.Search;

/// <summary>What the index knows of one record, apart from its words.</summary>
public sealed class SearchEntry
{
    public const int LongestKind = 64;

    public Guid RecordId { get; private init; }
    public string Kind { get; private init; } = "";
    public Guid UnitId { get; private init; }
    public DateOnly Day { get; private init; }
    public List<SearchPassage> Passages { get; private init; } = [];

    internal static SearchEntry Of(Guid record, SearchText text) =>
        new() { RecordId = record, Kind = text.Kind, UnitId = text.UnitId, Day = text.Day, Passages = [.. SearchPassage.Of(record, text.Text)] };

    /// <summary>Whether it says the same as another of the same record.</summary>
    internal bool IsAs(SearchEntry other) =>
        (Kind, UnitId, Day) == (other.Kind, other.UnitId, other.Day) && Passages.Select(p => p.Grams).SequenceEqual(other.Passages.Select(p => p.Grams), StringComparer.Ordinal);
}

/// <summary>
/// A stretch of a record's words. Long texts are cut, because PostgreSQL knows no place in a text beyond the 16,383rd word and
/// no more than 256 places of one word.
/// </summary>
public sealed class SearchPassage
{
    public const int Longest = 4000;

    /// <summary>Passages overlap by as much as a query may be long, so that no cut hides what stands across it.</summary>
    public const int Overlap = 64;

    /// <summary>Counted by the database; the row of the same number in the index of words.</summary>
    public long Number { get; private init; }
    public Guid RecordId { get; private init; }
    public string Grams { get; private init; } = "";

    internal static IEnumerable<SearchPassage> Of(Guid record, string text)
    {
        for (var from = 0; from < text.Length; from += Longest - Overlap)
        {
            var grams = Bigrams.Of(text.Substring(from, Math.Min(Longest, text.Length - from)));
            if (grams.Length > 0) yield return new() { RecordId = record, Grams = grams };
            if (from + Longest >= text.Length) yield break;
        }
    }
}

internal sealed class SearchEntryTable : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> table)
    {
        table.ToTable("SearchEntries");
        table.HasKey(e => e.RecordId);
        table.Property(e => e.Kind).HasMaxLength(SearchEntry.LongestKind);
        table.HasMany(e => e.Passages).WithOne().HasForeignKey(p => p.RecordId);
        table.HasIndex(e => new { e.Day, e.RecordId });
    }
}

internal sealed class SearchPassageTable : IEntityTypeConfiguration<SearchPassage>
{
    public void Configure(EntityTypeBuilder<SearchPassage> table)
    {
        table.ToTable("SearchPassages");
        table.HasKey(p => p.Number);
    }
}

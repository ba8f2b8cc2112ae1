using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exemplar.People.RosterImport;

/// <summary>
/// A sheet between its preview and its confirmation: what was read from the columns that the roster has,
/// what stands in those that it may have, and nothing else of the file.
/// No record: it is deleted when it is confirmed, given up, or a day old.
/// </summary>
public sealed class HandedInRoster
{
    /// <summary>How long a sheet waits for its confirmation; longer ones go with the next that is handed in.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string FileName { get; init; }

    /// <summary>A <see cref="RosterReading"/> as JSON.</summary>
    public string Content { get; private set; } = "";

    /// <summary><see cref="UnitMatches"/> as JSON.</summary>
    public string Matches { get; private init; } = RosterImport.UnitMatches.None.ToJson();

    /// <summary>A <see cref="RosterTable"/> as JSON, cut down to what is read or asked about; empty when nothing is asked.</summary>
    public string Table { get; private init; } = "";

    /// <summary><see cref="RosterImport.ColumnWords"/> as JSON; empty when nothing is said.</summary>
    public string Words { get; private set; } = "";

    public static HandedInRoster Of(Guid account, DateTimeOffset at, string fileName, RosterReading reading) => Of(account, at, fileName, reading, null, RosterImport.ColumnWords.None);

    /// <param name="table">What the reading was read from; kept only when a column of it is unsure.</param>
    public static HandedInRoster Of(Guid account, DateTimeOffset at, string fileName, RosterReading reading, RosterTable? table, ColumnWords words) => new()
    {
        Id = Guid.CreateVersion7(),
        AccountId = account,
        At = at,
        FileName = fileName,
        Content = JsonSerializer.Serialize(reading, Json),
        Table = reading.Header.Asked.Count > 0 && table is not null ? table.Cut(reading.Header).ToJson() : "",
        Words = words.ToJson(),
    };

    public ColumnWords ColumnWords() => RosterImport.ColumnWords.OfJson(Words);

    /// <summary>Reads what waits anew. What was said of units and posts stays.</summary>
    public Refusal? ReadAgain(ColumnWords words, DateOnly today)
    {
        var before = Reading();
        var reading = RosterReading.Of(RosterTable.OfJson(Table), words, today, before.Findings.Where(f => f is { Row: 0, IsError: false } && f.Sentence.StartsWith(RosterReading.SeveralSheets, StringComparison.Ordinal)));
        if (reading.Refusal is { } refusal) return refusal;
        (Content, Words) = (JsonSerializer.Serialize(reading.Value! with { Sheet = before.Sheet }, Json), words.ToJson());
        return null;
    }

    public RosterReading Reading() => JsonSerializer.Deserialize<RosterReading>(Content, Json)!;

    public UnitMatches UnitMatches() => RosterImport.UnitMatches.OfJson(Matches);
}

internal sealed class HandedInRosterTable : IEntityTypeConfiguration<HandedInRoster>
{
    public void Configure(EntityTypeBuilder<HandedInRoster> table)
    {
        table.ToTable("HandedInRosters");
        table.Property(r => r.FileName).HasMaxLength(200);
        table.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        table.HasIndex(r => r.At);
    }
}

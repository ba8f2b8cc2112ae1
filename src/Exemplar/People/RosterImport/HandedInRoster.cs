using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exemplar.People.RosterImport;

/// <summary>
/// A sheet between its preview and its confirmation: what was read from the columns that the roster has, and nothing else of the file.
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
    public string Content { get; private init; } = "";

    /// <summary><see cref="UnitMatches"/> as JSON.</summary>
    public string Matches { get; private init; } = RosterImport.UnitMatches.None.ToJson();

    public static HandedInRoster Of(Guid account, DateTimeOffset at, string fileName, RosterReading reading) => new()
    {
        Id = Guid.CreateVersion7(),
        AccountId = account,
        At = at,
        FileName = fileName,
        Content = JsonSerializer.Serialize(reading, Json),
    };

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

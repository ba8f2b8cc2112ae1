using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exemplar.People.TermImport;

/// <summary>What somebody said of one row that could not be read: each null where nothing was said.</summary>
public sealed record TermAnswer(DateOnly? Day, Guid? Unit, bool Out);

/// <summary>
/// A sheet of elections between its preview and its confirmation: what was read of the columns that a term has, and nothing else of
/// the file. No record: it is deleted when it is confirmed, given up, or a day old.
/// </summary>
public sealed class HandedInTerms
{
    /// <summary>How long it waits for its confirmation; longer ones go with the next that is handed in.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string FileName { get; init; }

    /// <summary>A <see cref="TermReading"/> as JSON.</summary>
    public string Content { get; private init; } = "";

    /// <summary>By <see cref="TermLine.Key"/>, a <see cref="TermAnswer"/>; as JSON.</summary>
    public string Answers { get; private init; } = "{}";

    public static HandedInTerms Of(Guid account, DateTimeOffset at, string fileName, TermReading reading) => new()
    {
        Id = Guid.CreateVersion7(),
        AccountId = account,
        At = at,
        FileName = fileName,
        Content = JsonSerializer.Serialize(reading, Json),
    };

    public TermReading Reading() => JsonSerializer.Deserialize<TermReading>(Content, Json)!;

    public Dictionary<string, TermAnswer> Said() => JsonSerializer.Deserialize<Dictionary<string, TermAnswer>>(Answers, Json)!;

    public static string Write(IReadOnlyDictionary<string, TermAnswer> answers) => JsonSerializer.Serialize(answers, Json);
}

internal sealed class HandedInTermsTable : IEntityTypeConfiguration<HandedInTerms>
{
    public void Configure(EntityTypeBuilder<HandedInTerms> table)
    {
        table.ToTable("HandedInTerms");
        table.Property(t => t.FileName).HasMaxLength(200);
        table.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
        table.HasIndex(t => t.At);
    }
}

internal static class HandedInTermSheets
{
    /// <summary>Seen here only by whoever handed it in: any other is not found.</summary>
    public static IQueryable<HandedInTerms> HandedInTermSheet(this AppDb db, Guid id, Actor actor)
    {
        actor.Demand(PeopleCapability.Appoint);
        return db.HandedInTerms.Where(t => t.Id == id && t.AccountId == actor.Account.Id);
    }

    /// <summary>What became of it, for whoever confirmed it.</summary>
    public static async Task<ImportedTerms?> FindImportedTerms(this AppDb db, Guid id, Actor actor, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Appoint);
        return await db.ImportedTerms.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.AccountId == actor.Account.Id, ct);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Exemplar.Documents.Sheets;

namespace Exemplar.People.TermImport;

/// <summary>
/// A sheet of elections between its preview and its confirmation: its cells but for what nobody may keep here, so that it can be read
/// again when somebody says what a column is. No record: it is deleted when it is confirmed, given up, or a day old.
/// </summary>
public sealed class HandedInTerms
{
    /// <summary>How long it waits for its confirmation; longer ones go with the next that is handed in.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string FileName { get; init; }

    /// <summary>The sheets as JSON; of those without a heading only the name.</summary>
    public string Content { get; private init; } = "";

    /// <summary><see cref="TermAnswers"/> as JSON.</summary>
    public string Answers { get; private init; } = Write(TermAnswers.None);

    public static HandedInTerms Of(Guid account, DateTimeOffset at, string fileName, IReadOnlyList<Sheet> sheets, IReadOnlyDictionary<string, TermColumn> remembered) => new()
    {
        Id = Guid.CreateVersion7(),
        AccountId = account,
        At = at,
        FileName = fileName,
        Content = JsonSerializer.Serialize(sheets.Select(s => TermHeader.Find(s, remembered) is { } header ? header.WithoutPrivate(s) : s with { Rows = [] }), Json),
    };

    /// <summary>Refused when what was said of its columns leaves nothing to read.</summary>
    /// <param name="columns">What is remembered of the office's columns, and said of these.</param>
    public Result<TermReading> Read(IReadOnlyDictionary<string, TermColumn> columns) => TermReading.Of(JsonSerializer.Deserialize<List<Sheet>>(Content, Json)!, columns);

    public TermAnswers Said() => JsonSerializer.Deserialize<TermAnswers>(Answers, Json)!;

    public static string Write(TermAnswers answers) => JsonSerializer.Serialize(answers, Json);
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

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exemplar.Meetings.Past;

/// <summary>What somebody said of one row that could not be read: each null where nothing was said.</summary>
public sealed record RowAnswer(DateOnly? Day, string? Kind, Guid? Unit, bool Out);

/// <summary>What somebody said of a file's words and rows; the words are remembered for the office when it is imported.</summary>
/// <param name="Kinds">By the word as the file has it, a key of the kinds of meetings.</param>
/// <param name="Units">By the word as the file has it.</param>
/// <param name="Rows">By <see cref="PastLine.Key"/>.</param>
public sealed record PastAnswers(IReadOnlyDictionary<string, string> Kinds, IReadOnlyDictionary<string, Guid> Units, IReadOnlyDictionary<string, RowAnswer> Rows)
{
    /// <summary>Whether yearly meetings of January to March are for the year before, where nothing says so; null to look at what each branch held.</summary>
    public bool? EarlyIsBefore { get; init; }

    public bool IsNothing => Kinds.Count + Units.Count + Rows.Count == 0 && EarlyIsBefore is null;

    public static readonly PastAnswers None = new(new Dictionary<string, string>(), new Dictionary<string, Guid>(), new Dictionary<string, RowAnswer>());

    /// <summary>What was said later stands.</summary>
    public PastAnswers With(PastAnswers more) => new(Merged(Kinds, more.Kinds), Merged(Units, more.Units), Merged(Rows, more.Rows)) { EarlyIsBefore = more.EarlyIsBefore ?? EarlyIsBefore };

    private static Dictionary<string, T> Merged<T>(IReadOnlyDictionary<string, T> old, IReadOnlyDictionary<string, T> now)
    {
        var merged = new Dictionary<string, T>(old);
        foreach (var (key, value) in now) merged[key] = value;
        return merged;
    }
}

/// <summary>
/// A register of meetings between its preview and its confirmation: what was read of the columns that a meeting has, and nothing
/// else of the file. No record: it is deleted when it is confirmed, given up, or a day old.
/// </summary>
public sealed class HandedInRegister
{
    /// <summary>How long it waits for its confirmation; longer ones go with the next that is handed in.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    private const int LinesInPart = 500;

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string FileName { get; init; }

    /// <summary>The unit of meetings whose row, section and sheet name none, as somebody chose it; <see cref="People.SaidWord.NoUnit"/> when they are of several.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Branch sheets, which have a page of their own.</summary>
    public bool IsOfSheets { get; private init; }

    /// <summary>A <see cref="PastReading"/> as JSON, with its lines in parts behind it, one to a line: they are written and read on all processors.</summary>
    public string Content { get; private init; } = "";

    /// <summary><see cref="PastAnswers"/> as JSON.</summary>
    public string Answers { get; private init; } = Write(PastAnswers.None);

    public static HandedInRegister Of(Guid account, DateTimeOffset at, string fileName, Guid? unit, PastReading reading) => new()
    {
        Id = Guid.CreateVersion7(),
        AccountId = account,
        At = at,
        FileName = fileName,
        UnitId = unit,
        IsOfSheets = reading.Sheets.Count > 0,
        Content = string.Join('\n', reading.Lines.Chunk(LinesInPart).AsParallel().AsOrdered().Select(part => JsonSerializer.Serialize(part, Json)).ToList().Prepend(JsonSerializer.Serialize(reading with { Lines = [] }, Json))),
    };

    public PastReading Reading()
    {
        List<Range> parts = [];
        foreach (var part in Content.AsSpan().Split('\n')) parts.Add(part);
        var first = Read<PastReading>(parts[0]);
        if (parts.Count == 1) return first;   // none, or it waits since they were not parted

        var lines = parts.Skip(1).AsParallel().AsOrdered().Select(Read<PastLine[]>).ToList();
        return first with { Lines = [.. lines.SelectMany(part => part)] };
    }

    private T Read<T>(Range part) => JsonSerializer.Deserialize<T>(Content.AsSpan()[part], Json)!;

    public PastAnswers Said() => JsonSerializer.Deserialize<PastAnswers>(Answers, Json)!;

    public static string Write(PastAnswers answers) => JsonSerializer.Serialize(answers, Json);
}

internal sealed class HandedInRegisterTable : IEntityTypeConfiguration<HandedInRegister>
{
    public void Configure(EntityTypeBuilder<HandedInRegister> table)
    {
        table.ToTable("HandedInRegisters");
        table.Property(r => r.FileName).HasMaxLength(200);
        table.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        table.HasIndex(r => r.At);
    }
}

internal static class HandedInRegisters
{
    /// <summary>Seen here only by whoever handed it in: any other is not found.</summary>
    public static IQueryable<HandedInRegister> HandedInRegister(this AppDb db, Guid id, Actor actor)
    {
        actor.Demand(MeetingsCapability.Record);
        return db.HandedInRegisters.Where(r => r.Id == id && r.AccountId == actor.Account.Id);
    }

    /// <summary>What the actor handed in and has not decided on yet, in the order of handing in.</summary>
    public static IQueryable<HandedInRegister> WaitingRegisters(this AppDb db, Actor actor, DateTimeOffset now)
    {
        var since = now - Past.HandedInRegister.Waits;
        return db.HandedInRegisters.Where(r => r.AccountId == actor.Account.Id && r.At >= since && !r.IsOfSheets).OrderBy(r => r.Id);
    }

    /// <summary>What became of it, for whoever confirmed it.</summary>
    public static async Task<ImportedRegister?> FindImportedRegister(this AppDb db, Guid id, Actor actor, CancellationToken ct)
    {
        actor.Demand(MeetingsCapability.Record);
        return await db.ImportedRegisters.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.AccountId == actor.Account.Id, ct);
    }
}

using Exemplar.Documents.Sheets;
using Exemplar.Organization;
using Exemplar.Platform.Files;

namespace Exemplar.People.RosterImport;

/// <summary>The committee's office hands in a sheet. What the roster has a column for waits for the confirmation, the file itself is not kept; nothing of the roster changes yet.</summary>
public sealed class UploadRoster(AppDb db, Actor actor, TimeProvider clock)
{
    public const int MostBytes = 5 << 20;
    public const string TooLarge = "文件超过 5 MB，不像一份名册";
    private const int LongestPaste = 500_000;
    private const int MostShown = 20;

    public sealed class Form
    {
        [Display(Name = "名册文件")]
        public IFormFile? File { get; set; }

        [Display(Name = "或者粘贴表格"), StringLength(LongestPaste)]
        public string? Pasted { get; set; }

        [Display(Name = "名册日期"), Required]
        public DateOnly? AsOf { get; set; }

        [Display(Name = "没写支部的党员，编入")]
        public Guid? Branch { get; set; }

        [Display(Name = "没写科室的人，编入")]
        public Guid? Department { get; set; }
    }

    public Task<PlaceChoices> Open(CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Import);
        return PlaceChoices.For(db, actor, PeopleCapability.Import, ct);
    }

    /// <summary>The newest imports, of the units in which the reader imports.</summary>
    public Task<List<ImportedRoster>> Imports(CancellationToken ct) =>
        db.ImportedRosters.AsNoTracking().Where(r => db.Units.Where(actor, PeopleCapability.Import).Any(u => u.Id == r.UnitId)).OrderByDescending(r => r.At).Take(MostShown).ToListAsync(ct);

    /// <summary>
    /// The day that is proposed. The first roster of a house stands for those who were there before as well: proposed for today,
    /// nobody would have belonged to a branch in the year that is to be looked at.
    /// </summary>
    public async Task<DateOnly> UsualDay(CancellationToken ct) =>
        await db.Memberships.AnyAsync(ct) ? clock.Today() : new(clock.Today().Year - 1, 1, 1);

    /// <summary>Whatever is no roster is refused here, at the file, before anything is kept.</summary>
    public async Task<Result<HandedInRoster>> Handle(HandedFile file, ImportOptions options, CancellationToken ct) =>
        await Keep(await Read(file, options, ct), ct);

    /// <summary>The same without keeping it yet.</summary>
    public Task<Result<HandedInRoster>> Read(HandedFile file, ImportOptions options, CancellationToken ct) =>
        file.Content is { Length: <= MostBytes } content
            ? Read(FileStore.CleanName(file.Name), SheetFile.ReadAll(file.Name, content), nameof(Form.File), options, ct)
            : Task.FromResult<Result<HandedInRoster>>(new Refusal(nameof(Form.File), TooLarge));

    /// <summary>A table copied from a spreadsheet instead of a file.</summary>
    public async Task<Result<HandedInRoster>> Paste(string text, ImportOptions options, CancellationToken ct)
    {
        var sheets = PastedTable.Read(text);
        return await Keep(await Read($"{PastedTable.SheetName} {clock.Today().Iso()}", sheets, nameof(Form.Pasted), options, ct), ct);
    }

    private async Task<Result<HandedInRoster>> Read(string fileName, Result<IReadOnlyList<Sheet>> sheets, string field, ImportOptions options, CancellationToken ct)
    {
        var choices = await Open(ct);
        if (options.AsOf > clock.Today()) return new Refusal(nameof(Form.AsOf), "名册日期不能在今天之后");
        if (choices.Refuse(options.Branch, options.Department) is { } notOffered) return notOffered;

        if (sheets.Value is not { } book) return new Refusal(field, sheets.Refusal!.Message);
        var table = RosterBook.Find(book);
        if (table.Refusal is { } noRoster) return new Refusal(field, noRoster.Message);
        var (found, told) = table.Value;
        var words = ColumnWords.None with { Remembered = (await db.WordsOf([await db.OfficeOfImport(actor, ct)], ct)).Columns<RosterColumn>(WordSort.RosterColumn) };
        var reading = RosterReading.Of(found, words, clock.Today(), told);
        if (reading.Value is not { } read) return new Refusal(field, reading.Refusal!.Message);

        return HandedInRoster.Of(actor.Account.Id, clock.GetUtcNow(), fileName, read, found, words);
    }

    private async Task<Result<HandedInRoster>> Keep(Result<HandedInRoster> read, CancellationToken ct)
    {
        if (read.Value is not { } handedIn) return read;
        var tooOld = handedIn.At - HandedInRoster.Waits;
        return await db.Commit<HandedInRoster>(async (db, ct) =>
        {
            await db.HandedInRosters.Where(r => r.At < tooOld).ExecuteDeleteAsync(ct);
            db.Add(handedIn);
            return handedIn;
        }, ct);
    }
}

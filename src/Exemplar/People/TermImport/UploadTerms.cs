using Exemplar.Documents.Sheets;
using Exemplar.Organization;
using Exemplar.Platform.Files;

namespace Exemplar.People.TermImport;

/// <summary>The committee's office hands in a sheet of elections. What a term has a place for waits for the confirmation, the file itself is not kept; nothing changes yet.</summary>
public sealed class UploadTerms(AppDb db, Actor actor, TimeProvider clock)
{
    public const int MostBytes = 2 << 20;
    public const string TooLarge = "文件超过 2 MB，不像一份换届情况表";
    private const int MostShown = 20;

    public sealed class Form
    {
        [Display(Name = "换届情况表"), Required(ErrorMessage = "请选择文件")]
        public IFormFile? File { get; set; }
    }

    public sealed record Done(Guid Id, string FileName, DateTimeOffset At, string InWords, DateTimeOffset? WithdrawnAt);

    /// <summary>The newest imports of the units in which the reader appoints.</summary>
    public async Task<IReadOnlyList<Done>> Open(CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Appoint);
        var units = db.Units.Where(actor, PeopleCapability.Appoint);
        var imports = await db.ImportedTerms.AsNoTracking().Where(t => units.Any(u => u.Id == t.UnitId)).OrderByDescending(t => t.At).Take(MostShown).Select(t => new { Import = t, Terms = t.Terms.Count }).ToListAsync(ct);
        return imports.ConvertAll(x => new Done(x.Import.Id, x.Import.FileName, x.Import.At, x.Import.InWords(x.Terms), x.Import.WithdrawnAt));
    }

    /// <summary>Whatever is no such sheet is refused here, at the file, before anything is kept.</summary>
    public async Task<Result<HandedInTerms>> Handle(string name, byte[] content, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Appoint);
        if (content.Length > MostBytes) return new Refusal(nameof(Form.File), TooLarge);
        var sheets = SheetFile.ReadAll(name, content);
        var remembered = (await TermWords.Load(db, actor, TermAnswers.None, ct)).Columns;
        if (sheets.Value is not { } found) return new Refusal(nameof(Form.File), sheets.Refusal!.Message);
        if (TermReading.Of(found, remembered).Refusal is { } unread) return new Refusal(nameof(Form.File), unread.Message);

        var handedIn = HandedInTerms.Of(actor.Account.Id, clock.GetUtcNow(), FileStore.CleanName(name), found, remembered);
        var tooOld = handedIn.At - HandedInTerms.Waits;
        return await db.Commit<HandedInTerms>(async (db, ct) =>
        {
            await db.HandedInTerms.Where(t => t.At < tooOld).ExecuteDeleteAsync(ct);
            db.Add(handedIn);
            return handedIn;
        }, ct);
    }
}

using Exemplar.Documents.Sheets;
using Exemplar.Organization;
using Exemplar.Platform.Files;

namespace Exemplar.Meetings.Past;

/// <summary>Somebody hands in a register of past meetings. What a meeting has a place for waits for the confirmation, the file itself is not kept (docs/adr/0017); no meeting is made yet.</summary>
public sealed class UploadRegister(AppDb db, Actor actor, TimeProvider clock, MeetingKinds kinds)
{
    public const int MostBytes = 2 << 20;
    public const string TooLarge = "文件超过 2 MB，请去掉图片，或者分成几份";
    private const int LongestPaste = 500_000;
    public const int MostFiles = 20;
    private const int MostShown = 20;

    public sealed class Form
    {
        [Display(Name = "登记表文件")]
        public List<IFormFile>? File { get; set; }   // a table may be pasted instead

        [Display(Name = "或者粘贴表格"), StringLength(LongestPaste)]
        public string? Pasted { get; set; }

        [Display(Name = "没写支部的，记到")]
        public Guid? Unit { get; set; }
    }

    /// <param name="Imports">The newest, of the units in which the reader records meetings.</param>
    /// <param name="Waiting">Files of the reader's own that were read and not decided on.</param>
    public sealed record View(IReadOnlyList<UnitChoice> Units, IReadOnlyList<ImportedRegister> Imports, IReadOnlyList<ImportRegister.Waiting> Waiting, IReadOnlyList<UnsettledImport> Unsettled);

    public async Task<View> Open(CancellationToken ct)
    {
        actor.Demand(MeetingsCapability.Record);
        var holding = kinds.All.SelectMany(k => k.UnitKinds).Distinct().ToList();
        var units = db.Units.AsNoTracking().Where(actor, MeetingsCapability.Record);
        return new(await units.Where(u => u.DissolvedOn == null && holding.Contains(u.Kind)).Choices(db, ct),
            await db.ImportedRegisters.AsNoTracking().Where(r => units.Any(u => u.Id == r.UnitId)).OrderByDescending(r => r.At).Take(MostShown).ToListAsync(ct),
            await db.WaitingRegisters(actor, clock.GetUtcNow()).Select(r => new ImportRegister.Waiting(r.Id, r.FileName)).ToListAsync(ct),
            await db.FindUnsettledImports(actor, clock.GetUtcNow(), ct));
    }

    /// <param name="Taken">They wait for their confirmation, one after another.</param>
    /// <param name="Refused">A sentence for each of the others.</param>
    public sealed record Handed(IReadOnlyList<HandedInRegister> Taken, IReadOnlyList<string> Refused);

    /// <summary>Each file is read for itself. Refused at the field only when none of them is a register.</summary>
    public async Task<Result<Handed>> Handle(IReadOnlyList<HandedFile> files, string? pasted, Guid? unit, CancellationToken ct)
    {
        if (files.Count > MostFiles) return new Refusal(nameof(Form.File), $"一次最多 {MostFiles} 份，请分几次");
        List<HandedInRegister> taken = [];
        List<Refusal> refused = [];
        var read = files.Count < 2 ? files.Select(Read).ToList() : await Task.Run(() => files.AsParallel().AsOrdered().WithCancellation(ct).Select(Read).ToList(), ct);   // on all processors
        if (files.Count == 0) Add(await Handle(name: null, content: null, pasted, unit, ct), "");
        foreach (var (file, reading) in files.Zip(read))
            Add(reading.Value is { } one ? await Keep(file.Name, one, unit, ct) : reading.Refusal!, files.Count > 1 ? $"《{FileStore.CleanName(file.Name)}》：" : "");
        return taken.Count > 0 ? new Handed(taken, refused.ConvertAll(r => r.Message)) : new Refusal(refused[0].Field, string.Join('；', refused.Select(r => r.Message)));

        Result<PastReading> Read(HandedFile file) => file.Content is null ? new Refusal(nameof(Form.File), TooLarge) : this.Read(file.Name, file.Content, pasted: null);

        void Add(Result<HandedInRegister> done, string which)
        {
            if (done.Value is { } one) taken.Add(one);
            else refused.Add(new(done.Refusal!.Field, which + done.Refusal.Message));
        }
    }

    /// <summary>Whatever is no register is refused here, at the file, before anything is kept.</summary>
    public async Task<Result<HandedInRegister>> Handle(string? name, byte[]? content, string? pasted, Guid? unit, CancellationToken ct) =>
        Read(name, content, pasted) is var reading && reading.Value is { } read ? await Keep(content is null ? null : name ?? "", read, unit, ct) : reading.Refusal!;

    private Result<PastReading> Read(string? name, byte[]? content, string? pasted)
    {
        if (content is null && string.IsNullOrWhiteSpace(pasted)) return new Refusal(nameof(Form.File), "请选择文件，或者粘贴表格");
        if (content?.Length > MostBytes) return new Refusal(nameof(Form.File), TooLarge);

        var field = content is null ? nameof(Form.Pasted) : nameof(Form.File);
        var sheets = content is null ? PastedTable.Read(pasted!) : SheetFile.ReadAll(name, content);
        var reading = sheets.Value is { } found ? PastReader.Read(NameOf(content is null ? null : name ?? ""), found, kinds, clock.Today()) : sheets.Refusal!;
        return reading.Refusal is { } refusal ? new Refusal(field, refusal.Message) : reading;
    }

    /// <param name="name">Null for a pasted table.</param>
    private string NameOf(string? name) => name is null ? $"{PastedTable.SheetName} {clock.Today().Iso()}" : FileStore.CleanName(name);

    private async Task<Result<HandedInRegister>> Keep(string? name, PastReading read, Guid? unit, CancellationToken ct)
    {
        actor.Demand(MeetingsCapability.Record);
        if (unit is { } usual && (await Open(ct)).Units.All(u => u.Id != usual)) return new Refusal(nameof(Form.Unit), "请从列表中选择");
        var handedIn = HandedInRegister.Of(actor.Account.Id, clock.GetUtcNow(), NameOf(name), unit, read);
        var tooOld = handedIn.At - HandedInRegister.Waits;
        return await db.Commit<HandedInRegister>(async (db, ct) =>
        {
            await db.HandedInRegisters.Where(r => r.At < tooOld).ExecuteDeleteAsync(ct);
            db.Add(handedIn);
            return handedIn;
        }, ct);
    }
}

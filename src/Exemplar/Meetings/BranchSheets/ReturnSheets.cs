using Exemplar.Documents.Sheets;
using Exemplar.Documents.Templates;
using Exemplar.Meetings.Past;
using Exemplar.Organization;
using Exemplar.Platform.Files;

namespace Exemplar.Meetings.BranchSheets;

/// <summary>Branch sheets go out for a period and come back together. What was read waits for its confirmation as a register does (docs/adr/0021); no file is kept.</summary>
public sealed class ReturnSheets(AppDb db, Actor actor, TimeProvider clock, MeetingKinds kinds, UploadRegister registers)
{
    public const int MostFiles = 100;
    private const int MostShown = 20;
    private const int DaysOfLastMonth = 7;

    public sealed class Form
    {
        [Display(Name = "交回来的填报表")]
        public List<IFormFile> File { get; set; } = [];
    }

    /// <param name="Filled">Meetings of the period that came by sheets.</param>
    /// <param name="Held">All that are on record of the period.</param>
    public sealed record Branch(Guid UnitId, string Name, int Filled, int Held);

    public sealed record View(Period Period, IReadOnlyList<Period> Periods, IReadOnlyList<Branch> Branches, IReadOnlyList<ImportedRegister> Returned);

    /// <param name="key">The period to show, as <see cref="FormPeriods"/> writes it; null for the usual one.</param>
    public async Task<View> Open(string? key, CancellationToken ct)
    {
        actor.Demand(MeetingsCapability.Record);
        var today = clock.Today();
        var period = FormPeriods.Read(key) is { } asked && asked.First <= today ? asked : Usual(today);
        var branches = await db.SheetBranches(actor, period, ct);
        var (ids, first, last) = (branches.ConvertAll(u => u.Id), period.First, period.Last);
        var held = await db.Meetings.Where(m => m.HeldOn >= first && m.HeldOn <= last && (m.State == MeetingState.Held || m.State == MeetingState.Locked))
            .Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { Unit = u.Kind == UnitKind.PartyGroup ? u.ParentId!.Value : u.Id, IsFilled = m.Origins.Any(o => o.IsOfSheet) })
            .Where(m => ids.Contains(m.Unit)).ToListAsync(ct);
        var counts = held.ToLookup(m => m.Unit, m => m.IsFilled);
        var units = db.Units.Where(actor, MeetingsCapability.Record);
        return new(period, FormPeriods.Choices(today, period), branches.ConvertAll(u => new Branch(u.Id, u.Name, counts[u.Id].Count(filled => filled), counts[u.Id].Count())),
            await db.ImportedRegisters.AsNoTracking().Where(r => r.IsOfSheets && units.Any(u => u.Id == r.UnitId)).OrderByDescending(r => r.At).Take(MostShown).ToListAsync(ct));
    }

    /// <summary>In its first days a month is young, and the one before is being closed.</summary>
    internal static Period Usual(DateOnly today) => Period.Of(PeriodKind.Month, today.Day <= DaysOfLastMonth ? today.AddDays(-DaysOfLastMonth) : today);

    /// <summary>Each file is read for itself. Refused at the field only when none of them holds anything that can be looked at.</summary>
    public async Task<Result<HandedInRegister>> Handle(IReadOnlyList<HandedFile> files, CancellationToken ct)
    {
        actor.Demand(MeetingsCapability.Record);
        if (files.Count == 0) return new Refusal(nameof(Form.File), "请选择交回来的填报表，可以一次选许多份");
        if (files.Count > MostFiles) return new Refusal(nameof(Form.File), $"一次最多 {MostFiles} 份，请分几次");
        var mine = await db.Units.AsNoTracking().Where(actor, MeetingsCapability.Record).ToDictionaryAsync(u => u.Id, ct);

        List<ReturnedSheet> sheets = [];
        List<PastLine> lines = [];
        foreach (var file in HandedFile.Together(files))
        {
            var (name, content) = file;
            var (sheet, read) = file.SameAs.Length > 0 ? (new(name) { SameAs = file.SameAs }, []) : content is { Length: <= UploadRegister.MostBytes } ? await Read(name, content, mine, ct) : (Refused(name, UploadRegister.TooLarge), []);
            sheets.Add(sheet);
            lines.AddRange(read);
        }
        if (sheets.TrueForAll(s => s.UnitId is null && s.RegisterId is null))
            return new Refusal(nameof(Form.File), sheets.Count == 1 ? sheets[0].Errors[0].Sentence : string.Join("；", sheets.Where(s => s.Errors.Count > 0).Select(s => $"《{s.File}》{s.Errors[0].Sentence}")));

        var handedIn = HandedInRegister.Of(actor.Account.Id, clock.GetUtcNow(), $"填报表 {sheets.Count(s => s.UnitId is not null)} 份", null, new PastReading(lines, [], [], []) { Sheets = sheets });
        var tooOld = handedIn.At - HandedInRegister.Waits;
        return await db.Commit<HandedInRegister>(async (db, ct) =>
        {
            await db.HandedInRegisters.Where(r => r.At < tooOld).ExecuteDeleteAsync(ct);
            db.Add(handedIn);
            return handedIn;
        }, ct);
    }

    private async Task<(ReturnedSheet, IReadOnlyList<PastLine>)> Read(string name, byte[] content, Dictionary<Guid, Unit> mine, CancellationToken ct)
    {
        var book = SheetReader.ReadAll(content, SheetMark.Name);
        if (book.Refusal is { } refusal) return (Refused(name, refusal.Message), []);
        if (SheetMark.Read(book.Value!.Marked) is not { } mark) return (await AsRegister(name, content, ct), []);
        if (!mine.TryGetValue(mark.UnitId, out var unit)) return (Refused(name, "不是您负责的支部的表，或者不是这个系统发的"), []);
        // A file may say anything: its kinds are those of its branch and the Party groups of it.
        var own = mark with { Kinds = [.. mark.Kinds.Where(k => k.UnitId == unit.Id || (mine.GetValueOrDefault(k.UnitId) is { } group && group.ParentId == unit.Id))] };
        var (sheet, lines) = ReturnedSheetReader.Read(name, book.Value, own, kinds, clock.Today());
        return (sheet with { Unit = unit.Name }, lines);
    }

    /// <summary>Copied into another workbook, a sheet has lost what says whose it is: nothing is guessed, it is read as any register.</summary>
    private async Task<ReturnedSheet> AsRegister(string name, byte[] content, CancellationToken ct)
    {
        var register = await registers.Handle(name, content, pasted: null, unit: null, ct);
        return register.Refusal is { } refusal ? Refused(name, refusal.Message) : new(name) { RegisterId = register.Value!.Id };
    }

    private static ReturnedSheet Refused(string name, string sentence) => new(name) { Errors = [new("", 0, null, sentence) { File = name }] };
}

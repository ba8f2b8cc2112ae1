using Exemplar.Documents.Sheets;
using Exemplar.Organization;
using Exemplar.People.RosterImport;
using Exemplar.Platform.Files;

namespace Exemplar.People.RosterSheets;

/// <summary>Roster sheets go out to units and come back together. What was read waits for its confirmation as any roster does (docs/adr/0027); no file is kept.</summary>
public sealed class ReturnRosterSheets(AppDb db, Actor actor, TimeProvider clock, UploadRoster rosters)
{
    public const int MostFiles = 100;
    public const int MostBytes = 2 << 20;
    private const int LongestName = 200;
    private const string TooLarge = "文件超过 2 MB，不像一份名册表";

    public sealed class Form
    {
        [Display(Name = "交回来的名册表")]
        public List<IFormFile> File { get; set; } = [];

        [Display(Name = "变动从哪一天起"), Required]
        public DateOnly? AsOf { get; set; }
    }

    public sealed record Offered(Guid Id, string Name, bool IsBranch, int People);

    /// <param name="Waiting">How many files came back and are not decided on.</param>
    public sealed record View(IReadOnlyList<Offered> Units, int Waiting, IReadOnlyList<SheetOut> Out, IReadOnlyList<ImportedRoster> Imports);

    public async Task<View> Open(CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Import);
        return new([.. (await db.SheetUnitsOf(actor, ct)).Select(u => new Offered(u.Unit.Id, u.Unit.Name, u.Unit.IsParty, u.Rows.Count))],
            (await db.WaitingSheets(actor, clock.GetUtcNow(), ct)).Count, await db.SheetsOut(actor, clock.GetUtcNow(), clock.Today(), ct), await rosters.Imports(ct));
    }

    /// <summary>Each file is read for itself. Refused at the field only when none of them holds anything that can be looked at.</summary>
    /// <returns>How many wait now.</returns>
    public async Task<Result<int>> Handle(IReadOnlyList<HandedFile> files, DateOnly asOf, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Import);
        if (files.Count == 0) return new Refusal(nameof(Form.File), "请选择交回来的名册表，可以一次选许多份");
        if (files.Count > MostFiles) return new Refusal(nameof(Form.File), $"一次最多 {MostFiles} 份，请分几次");
        if (asOf > clock.Today()) return new Refusal(nameof(Form.AsOf), "日期不能在今天之后");

        var units = await db.Units.AsNoTracking().Where(actor, PeopleCapability.Import).ToDictionaryAsync(u => u.Id, ct);
        List<HandedInRoster> read = [];
        List<ReturnedRoster> refused = [];
        var earlier = await db.WaitingSheets(actor, clock.GetUtcNow(), ct);
        foreach (var file in HandedFile.Together(files))
        {
            var found = file.SameAs.Length > 0 ? new ReturnedRoster(file.Name) { SameAs = file.SameAs } : await Read(file, asOf, units, earlier, read, ct);
            if (found is not null) refused.Add(found);
        }
        if (read.Count == 0)
            return new Refusal(nameof(Form.File), files.Count == 1 ? refused[0].Refused : string.Join("；", refused.Where(r => r.Refused.Length > 0).Select(r => $"《{r.File}》{r.Refused}")));

        List<HandedInRoster> all = [.. read, .. refused.Select(r => Waits(r.File, RosterReading.Nothing(r)))];
        return await db.Commit<int>(async (db, ct) =>
        {
            var (tooOld, replaced) = (clock.GetUtcNow() - HandedInRoster.Waits, Replaced(earlier, read));
            await db.HandedInRosters.Where(r => r.At < tooOld || replaced.Contains(r.Id)).ExecuteDeleteAsync(ct);
            db.AddRange(all);
            return all.Count;
        }, ct);
    }

    /// <summary>Adds what was read; else says why nothing was.</summary>
    private async Task<ReturnedRoster?> Read(HandedFile file, DateOnly asOf, Dictionary<Guid, Unit> units, List<(HandedInRoster File, RosterReading Reading)> earlier, List<HandedInRoster> read, CancellationToken ct)
    {
        ReturnedRoster Refused(string why) => new(file.Name) { Refused = why };
        if (file.Content is not { Length: <= MostBytes } content) return Refused(TooLarge);
        var book = SheetReader.ReadAll(content, RosterSheetMark.Name);
        if (book.Refusal is { } unreadable) return Refused(unreadable.Message);
        if (RosterSheetMark.Read(book.Value!.Marked) is not { } mark)
        {
            // Copied into another workbook, a sheet has lost what says whose it is: nothing is guessed, it is read as any roster.
            var roster = await rosters.Read(file, new(asOf), ct);
            if (roster.Value is { } found) read.Add(Waits(file.Name, found.Reading() with { Sheet = new(file.Name) { AsOf = asOf } }));
            return roster.Refusal is { } noRoster ? Refused($"没有名册表的标记；按普通名册也没有读成：{noRoster.Message}") : null;
        }
        if (!units.TryGetValue(mark.UnitId, out var unit)) return Refused("不是您管的单位的名册表，或者不是这个系统发的");
        if (unit.DissolvedOn is { } dissolved) return Refused($"{unit.Name}已在 {dissolved.Iso()} 撤销，这份表发出以后不再有效；请把变动填到现在的单位的表里");
        if (mark.IssuedOn > clock.Today()) return Refused($"表里记的发出日期 {mark.IssuedOn.Iso()} 在今天之后，请重新发一份");

        var before = earlier.Find(e => e.Reading.Sheet!.UnitId == unit.Id).Reading?.Sheet!.File ?? "";
        var about = new ReturnedRoster(file.Name) { UnitId = unit.Id, Unit = unit.Name, AsOf = asOf > mark.IssuedOn ? asOf : mark.IssuedOn, Replaces = before };
        var reading = ReturnedRosterReader.Read(book.Value, mark, about, unit.IsParty, clock.Today());
        if (reading.Refusal is { } empty) return Refused($"{unit.Name}：{empty.Message}");
        read.Add(Waits($"{unit.Name}名册表《{file.Name}》", reading.Value!));
        return null;
    }

    private HandedInRoster Waits(string name, RosterReading reading) => HandedInRoster.Of(actor.Account.Id, clock.GetUtcNow(), name.Length <= LongestName ? name : name[..LongestName], reading);

    /// <summary>Lines about what was not read have been seen; a sheet of the same unit that comes again takes the place of the earlier one.</summary>
    private static List<Guid> Replaced(List<(HandedInRoster File, RosterReading Reading)> earlier, List<HandedInRoster> read)
    {
        var again = read.ConvertAll(r => r.Reading().Sheet!.UnitId).OfType<Guid>().ToHashSet();
        return [.. earlier.Where(e => !e.Reading.Sheet!.HasRows || (e.Reading.Sheet.UnitId is { } unit && again.Contains(unit))).Select(e => e.File.Id)];
    }
}

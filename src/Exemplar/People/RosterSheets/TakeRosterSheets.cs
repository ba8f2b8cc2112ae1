using Exemplar.Organization;
using Exemplar.People.RosterImport;

namespace Exemplar.People.RosterSheets;

/// <summary>Somebody looks at what came back, a line for each file, and takes over those that are clear: each of them whole, or not at all.</summary>
public sealed class TakeRosterSheets(AppDb db, Actor actor, TimeProvider clock, UploadRoster rosters, ImportRoster import, GiveUpRoster giveUp)
{
    private const int MostNamed = 3;

    public sealed class Shown
    {
        public Guid Id { get; set; }

        /// <summary>The digest of the plan that was shown: when it differs by now, the file stays.</summary>
        public string Plan { get; set; } = "";
    }

    public sealed class Form
    {
        /// <summary>Those that were shown as clear.</summary>
        public List<Shown> Clear { get; set; } = [];

        /// <summary>The file that shall not be taken after all.</summary>
        public Guid? GiveUp { get; set; }
        public bool GiveUpAll { get; set; }
    }

    /// <summary>One file and what would become of it.</summary>
    /// <param name="Plan">Null for a file of which nothing was read.</param>
    /// <param name="Twin">Another waiting file of the same unit; empty without one.</param>
    public sealed record Line(Guid Id, ReturnedRoster Sheet, RosterPlan? Plan, string Twin)
    {
        public int Rows => Plan?.Reading.Lines.Count ?? 0;
        public int Added => Plan?.New.Count ?? 0;
        public int MovedIn => Moves.Count(m => m.Comes);
        public int MovedOut => Moves.Count(m => !m.Comes);
        public int Left => Plan?.Count(LineState.Leaves) ?? 0;
        public int Changed => (Plan?.Count(LineState.Changed) ?? 0) - Moves.Count();
        public int Unchanged => Plan?.Count(LineState.Unchanged) ?? 0;
        public IReadOnlyList<string> Errors => [.. Plan?.Errors.Select(e => e.Text) ?? []];
        public IReadOnlyList<string> Doubts { get; } = Plan?.Doubts ?? [];
        public IReadOnlyList<string> Hints => [.. Plan?.Beside ?? [], .. Plan?.Hints.Where(h => Plan.Lines.All(l => l.Row != h.Row || l.State is not LineState.LeftOut)).Select(h => h.Text) ?? []];

        /// <summary>What becomes of whom, in sentences.</summary>
        public IReadOnlyList<string> Moving => [.. Plan?.Lines.Where(l => l.State is LineState.New or LineState.Changed or LineState.Leaves).Select(l => $"{l.Facts.Name}：{(l.State is LineState.New ? "新登记" : l.What)}") ?? [],
            .. Plan?.Posts.Where(p => p.State is PostState.New).Select(p => $"{p.Person}：任{p.Title}") ?? []];

        public bool IsClear => Plan is not null && Sheet.UnitId is not null && Twin.Length == 0 && Errors.Count == 0 && Doubts.Count == 0;
        public string UnitName => Sheet.Unit.Length > 0 ? Sheet.Unit : "看不出单位";

        /// <summary>Whether there is more to say than its line does.</summary>
        public bool HasMore => Plan is not null && !(IsClear && Moving.Count == 0 && Hints.Count == 0 && Sheet.Replaces.Length == 0);
        public string Address => $"/people/import/{Id}{ImportRosterPage.Query(new(Sheet.AsOf))}";

        private IEnumerable<(Guid Person, bool Comes)> Moves => Plan?.Lines.Where(l => l.State is LineState.Changed && l.From != (l.Branch ?? l.Department)?.Id)
            .Select(l => (l.PersonId, Comes: (l.Branch ?? l.Department)?.Id == Sheet.UnitId)) ?? [];
    }

    /// <summary>What became of the press.</summary>
    /// <param name="Units">Those whose sheets were taken, by name.</param>
    /// <param name="Refused">A sentence for each of the others.</param>
    public sealed record Done(IReadOnlyList<string> Units, int Added, int Changed, int Unchanged, IReadOnlyList<string> Refused)
    {
        public string InWords => $"已导入 {Units.Count} 份（{string.Join('、', Units.Take(MostNamed))}{(Units.Count > MostNamed ? "等" : "")}）：新登记 {Added} 人，变动 {Changed} 人，无变动 {Unchanged} 人"
            + (Refused.Count > 0 ? $"。没有导入：{string.Join("；", Refused)}" : "");
    }

    /// <summary>In organization order; then what is no sheet of ours, then what could not be read.</summary>
    public async Task<(IReadOnlyList<Line> Lines, IReadOnlyList<ImportedRoster> Imports)> Open(CancellationToken ct)
    {
        var waiting = await db.WaitingSheets(actor, clock.GetUtcNow(), ct);
        var orders = await db.Units.Where(actor, PeopleCapability.Import).ToDictionaryAsync(u => u.Id, u => u.Order, ct);
        List<Line> lines = [];
        foreach (var (file, reading) in waiting)
        {
            var sheet = reading.Sheet!;
            var twin = sheet.UnitId is null ? "" : waiting.Find(w => w.File.Id != file.Id && w.Reading.Sheet!.UnitId == sheet.UnitId).Reading?.Sheet!.File ?? "";
            var plan = sheet.HasRows ? await import.Plan(file, reading, new(sheet.AsOf), sheet.UnitId is null ? [] : waiting.FindAll(w => w.File.Id != file.Id).ConvertAll(w => w.Reading), ct) : null;
            lines.Add(new(file.Id, sheet, plan, twin));
        }
        return ([.. lines.OrderBy(l => l.Sheet.UnitId is { } unit ? orders.GetValueOrDefault(unit, "") : l.Sheet.HasRows ? "~" : "~~", StringComparer.Ordinal).ThenBy(l => l.Id)], await rosters.Imports(ct));
    }

    /// <summary>Each file in a commit of its own: one that is refused leaves the others alone.</summary>
    public async Task<Result<Done>> Handle(IReadOnlyList<Shown> clear, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Import);
        if (clear.Count == 0) return new Refusal("没有可以直接导入的文件：有要您定的，逐份打开核对");
        var names = (await db.WaitingSheets(actor, clock.GetUtcNow(), ct)).ToDictionary(w => w.File.Id, w => w.Reading.Sheet!);
        List<(string Unit, ImportedRoster Import)> taken = [];
        List<string> refused = [];
        foreach (var file in clear.Where(c => names.ContainsKey(c.Id)))
        {
            var done = await import.Handle(file.Id, new(names[file.Id].AsOf), file.Plan, withPosts: true, ct);
            if (done.Value is { } imported) taken.Add((names[file.Id].Unit, imported));
            else refused.Add($"《{names[file.Id].File}》{done.Refusal!.Message}");
        }
        return taken.Count > 0 ? new Done(taken.ConvertAll(t => t.Unit), taken.Sum(t => t.Import.Added), taken.Sum(t => t.Import.Changed), taken.Sum(t => t.Import.Unchanged), refused) : new Refusal(refused.Count > 0 ? string.Join('；', refused) : "这些文件已经处理过了");
    }

    public async Task<Result<int>> GiveUp(Guid? one, CancellationToken ct)
    {
        var waiting = (await db.WaitingSheets(actor, clock.GetUtcNow(), ct)).Select(w => w.File.Id).Where(id => one is null || id == one).ToList();
        foreach (var id in waiting) await giveUp.Handle(id, ct);
        return waiting.Count;
    }
}

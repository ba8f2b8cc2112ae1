using Exemplar.Organization;
using Exemplar.People.RosterImport;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;

namespace Exemplar.People.TermImport;

/// <summary>Somebody looks at what a sheet of elections would become, says what could not be read, and takes it over: all that is clear, or nothing.</summary>
public sealed class ImportTerms(AppDb db, Actor actor, UploadTerms upload, Lazy<RuleCatalogue> rules, TimeProvider clock)
{
    public enum Choice { Confirm, Recheck, GiveUp }

    public sealed class ColumnOf
    {
        /// <summary>A <see cref="TermHeading.Key"/>.</summary>
        public string? Key { get; set; }
        public TermColumn? Is { get; set; }
    }

    public sealed class UnitOf
    {
        public string? Name { get; set; }
        public Guid? Unit { get; set; }
    }

    public sealed class RowOf
    {
        /// <summary>A <see cref="TermLine.Key"/>.</summary>
        public string? Key { get; set; }
        public DateOnly? Day { get; set; }
        public Guid? Unit { get; set; }
        public bool Out { get; set; }
    }

    public sealed class Form
    {
        /// <summary>What was shown. The plan is made anew; when it differs, it is shown again.</summary>
        public string? Shown { get; set; }
        public Choice Choice { get; set; }
        public List<ColumnOf> Columns { get; set; } = [];
        public List<UnitOf> Units { get; set; } = [];
        public List<RowOf> Rows { get; set; } = [];

        public TermAnswers Answers => new(
            Columns.Where(c => !string.IsNullOrEmpty(c.Key) && c.Is is not null).GroupBy(c => c.Key!).ToDictionary(g => g.Key, g => g.Last().Is!.Value),
            Units.Where(u => !string.IsNullOrEmpty(u.Name) && u.Unit is not null).GroupBy(u => u.Name!).ToDictionary(g => g.Key, g => g.Last().Unit!.Value),
            Rows.Where(r => !string.IsNullOrEmpty(r.Key) && (r.Out || r.Day is not null || r.Unit is not null)).GroupBy(r => r.Key!).ToDictionary(g => g.Key, g => g.Last() is var r ? new TermAnswer(r.Day, r.Unit, r.Out) : null!));
    }

    /// <summary><paramref name="Plan"/> until it is <paramref name="Done"/>.</summary>
    public sealed record View(string FileName, TermPlan? Plan, ImportedTerms? Done);

    /// <summary>From code: a file's bytes in, its clear elections taken over.</summary>
    public async Task<Result<ImportedTerms>> Import(string name, byte[] content, CancellationToken ct)
    {
        var handedIn = await upload.Handle(name, content, ct);
        return handedIn.Refusal is { } refusal ? refusal : await Handle(handedIn.Value!.Id, shown: null, ct);
    }

    /// <summary>404 for a sheet that somebody else handed in, that was given up or has waited too long.</summary>
    public async Task Open(Guid id, CancellationToken ct)
    {
        if (!await db.HandedInTermSheet(id, actor).AnyAsync(ct) && await db.FindImportedTerms(id, actor, ct) is null) throw new NotFound(nameof(HandedInTerms));
    }

    public async Task<View> Preview(Guid id, CancellationToken ct)
    {
        if (await db.FindImportedTerms(id, actor, ct) is { } done) return new(done.FileName, null, done);
        var handedIn = await Find(id, ct);
        return new(handedIn.FileName, await PlanShown(handedIn, ct), null);
    }

    /// <summary>Whether it is more than what the page itself had proposed: then somebody typed it, and it is not passed over by a confirmation.</summary>
    public async Task<bool> SaysMore(Guid id, TermAnswers said, CancellationToken ct)
    {
        if (said.IsNothing || await db.HandedInTermSheet(id, actor).AsNoTracking().SingleOrDefaultAsync(ct) is not { } handedIn) return false;
        var plan = await PlanShown(handedIn, ct);
        return said.Columns.Count + said.Rows.Count > 0 || said.Units.Any(u => plan.Names.FirstOrDefault(n => n.Name == u.Key) is not { } name || (name.Said ?? name.Nearest)?.Id != u.Value);
    }

    /// <summary>What a person says of columns, names and rows stays with the sheet until it is confirmed.</summary>
    public Task<Result<int>> Say(Guid id, TermAnswers answers, CancellationToken ct) => db.Commit<int>(async (db, ct) =>
    {
        if (answers.Columns.Values.Any(c => !TermHeading.Offered.Contains(c))) return new Refusal("请从列表中选择这一列是什么");
        var handedIn = await Find(id, ct);
        var said = handedIn.Said().With(answers);
        if (handedIn.Read((await TermWords.Load(db, actor, said, ct)).Columns).Refusal is { } refusal) return new Refusal($"这样说，这份表就没有可以读的了：{refusal.Message}");
        var json = HandedInTerms.Write(said);
        return await db.HandedInTermSheet(id, actor).ExecuteUpdateAsync(set => set.SetProperty(t => t.Answers, json), ct);
    }, ct);

    /// <summary>The sheet goes. What somebody said its columns are is true of the next one as well.</summary>
    public Task<Result<int>> GiveUp(Guid id, CancellationToken ct) => db.Commit<int>(async (db, ct) =>
    {
        var said = (await Find(id, ct)).Said();
        if (said.Columns.Count > 0 && await db.Units.Where(actor, PeopleCapability.Appoint).OrderBy(u => u.Order).FirstOrDefaultAsync(ct) is { } unit)
            await TermWords.Keep(db, actor.Act(), unit, TermAnswers.None with { Columns = said.Columns }, [], [], ct);
        return await db.HandedInTermSheet(id, actor).ExecuteDeleteAsync(ct);
    }, ct);

    /// <summary>With the names that had been proposed and are confirmed with it.</summary>
    public async Task<Result<ImportedTerms>> Handle(Guid id, TermAnswers answers, string shown, CancellationToken ct)
    {
        if (!answers.IsNothing && await Say(id, answers, ct) is { Refusal: { } refusal }) return refusal;
        return await Handle(id, shown, ct);
    }

    /// <param name="shown">The digest of the plan that was confirmed; null from code, for which nothing is proposed.</param>
    public async Task<Result<ImportedTerms>> Handle(Guid id, string? shown, CancellationToken ct)
    {
        if (await db.FindImportedTerms(id, actor, ct) is { } done) return done;
        return await db.Commit<ImportedTerms>(async (db, ct) =>
        {
            if (await db.FindImportedTerms(id, actor, ct) is { } kept) return kept;

            var handedIn = await Find(id, ct);
            var plan = shown is null ? await TermPlanner.Plan(db, actor, handedIn, handedIn.Said(), rules.Value, clock.Today(), ct) : await PlanShown(handedIn, ct);
            if (!plan.Ready.Any()) return new Refusal("没有可以导入的换届");
            if (shown is not null && shown != plan.Digest()) return new Refusal("下面的内容与您刚才看到的不同，请重新核对后再确认");
            await db.HandedInTermSheet(id, actor).ExecuteDeleteAsync(ct);
            return await Take(db, handedIn, plan, ct);
        }, ct);
    }

    private async Task<HandedInTerms> Find(Guid id, CancellationToken ct) => await db.HandedInTermSheet(id, actor).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(HandedInTerms));

    private Task<TermPlan> PlanShown(HandedInTerms handedIn, CancellationToken ct) => TermPlanner.PlanWithNearest(db, actor, handedIn, rules.Value, clock.Today(), ct);

    private async Task<Result<ImportedTerms>> Take(AppDb db, HandedInTerms handedIn, TermPlan plan, CancellationToken ct)
    {
        var act = actor.Act();
        var ready = plan.Ready.ToList();
        var imported = new ImportedTerms
        {
            Id = handedIn.Id,
            UnitId = (await CommonPlace(db, ready.ConvertAll(t => t.Unit!), ct)).Id,
            FileName = handedIn.FileName,
            At = act.At,
            AccountId = act.Account,
            PersonId = act.Person,
            Units = ready.Select(t => t.Unit!.Id).Distinct().Count(),
            Appointed = plan.NewPosts,
            Known = plan.Count(TermState.Known),
            Doubtful = plan.Count(TermState.Doubtful),
            LeftOut = plan.Count(TermState.LeftOut),
        };
        List<Fact> earlier = [];
        foreach (var terms in ready.Where(t => !t.IsOnRecord).GroupBy(t => t.Unit!.Id))
            if (await Elect(db, act, imported, terms.Key, [.. terms.Select(t => t.ElectedOn!.Value).Order()], terms.Select(t => t.ExtendedTo).FirstOrDefault(t => t is not null), earlier, ct) is { } refusal) return refusal;
        await Begin(db, act, imported, ready, ct);
        await TermWords.Keep(db, act, ready[0].Unit!, handedIn.Said(), plan.Reading.Open, ready.Select(t => t.Line.Unit), ct);
        db.Add(imported);
        db.Log(act, PeopleCapability.Appoint, imported);
        await db.SaveChangesAsync(ct);   // a rival with the same sheet stops here

        await db.InsertRecords(act, PeopleCapability.Appoint, [.. ready.SelectMany(t => t.New.Select(s => t.Make(s, imported.Id)))], ct);
        await db.StateFactsOfNew(earlier, ct);
        return imported;
    }

    /// <summary>The newest election becomes the unit's last, unless a later one is on record; the others, and what was its last until now, stay as terms that were followed by another.</summary>
    private static async Task<Refusal?> Elect(AppDb db, Act act, ImportedTerms imported, Guid unitId, IReadOnlyList<DateOnly> days, DateOnly? extendedTo, List<Fact> earlier, CancellationToken ct)
    {
        var unit = await db.Units.FindOrThrow(unitId, ct);
        var before = unit.ElectedOn;
        var last = before is { } kept && kept >= days[^1] ? (DateOnly?)null : days[^1];
        imported.Terms.AddRange(days.Select(d => new ImportedTerm { ImportId = imported.Id, UnitId = unitId, ElectedOn = d, IsLast = d == last, Before = d == last ? before : null }));
        earlier.AddRange(days.Where(d => d != last).Concat(last is not null && before is { } was ? [was] : []).Select(d => Fact.Of("elected", imported.Id, unitId, d)));
        if (last is not { } newest) return null;

        if ((unit.KeepDuties(unit.DutiesFrom, newest, act.Day) ?? unit.ExtendTerm(extendedTo)) is { } refusal) return refusal;
        db.Log(act, OrganizationCapability.Change, unit);
        await db.StateFacts(unitId, [Fact.Of("elected", unitId, unitId, newest)], ct);
        return null;
    }

    /// <summary>Posts that came with a roster began when their holder was elected.</summary>
    private static async Task Begin(AppDb db, Act act, ImportedTerms imported, List<PlannedTerm> ready, CancellationToken ct)
    {
        foreach (var (term, held) in ready.SelectMany(t => t.Seats.SelectMany(s => s.Sooner).Select(p => (t, p))).DistinctBy(x => x.p.Id))
        {
            var post = await db.Posts.FindOrThrow(held.Id, ct);
            imported.Sooner.Add(new() { ImportId = imported.Id, PostId = post.Id, Before = post.From });
            post.From = term.ElectedOn!.Value;
            db.Log(act, PeopleCapability.Appoint, post);
        }
    }

    /// <summary>The nearest unit that all of them lie in.</summary>
    private static Task<Unit> CommonPlace(AppDb db, List<Unit> units, CancellationToken ct)
    {
        var path = units[0].Path;
        while (units.Exists(u => !u.Path.StartsWith(path, StringComparison.Ordinal))) path = path[..(path.LastIndexOf('/', path.Length - 2) + 1)];
        return db.Units.SingleAsync(u => u.Path == path, ct);
    }
}

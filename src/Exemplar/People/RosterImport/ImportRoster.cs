using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>The committee's office looks at what a sheet would do to the roster, and does it: all of it or nothing.</summary>
public sealed class ImportRoster(AppDb db, Actor actor, UploadRoster upload, TimeProvider clock)
{
    public enum Choice { Confirm, People, Match, Columns, Skip, Transfers, GiveUp }

    public sealed class Form
    {
        /// <summary>What was shown. The plan is made anew; when it differs, it is shown again.</summary>
        public string Shown { get; set; } = "";
        public Choice Choice { get; set; }

        /// <summary>Rows with something wrong stay out of this import.</summary>
        public bool WithoutWrong { get; set; }

        /// <summary>Days of 转入 under 备注 are not used; the choice <see cref="Choice.Transfers"/> turns it.</summary>
        public bool WithoutTransfers { get; set; }
        public List<PointColumns.Answer> Columns { get; set; } = [];

        /// <summary>The <see cref="ColumnQuestion.Key"/> of a heading whose meaning the office shall not remember.</summary>
        public string? Forget { get; set; }
        public List<MatchUnits.Answer> Units { get; set; } = [];
        public List<MatchUnits.PostAnswer> Posts { get; set; } = [];
        public List<MatchUnits.SameAnswer> Same { get; set; } = [];
    }

    /// <summary><paramref name="Plan"/> until it is <paramref name="Done"/>: then nothing of the sheet is left.</summary>
    public sealed record View(string FileName, RosterPlan? Plan, ImportedRoster? Done);

    /// <summary>From code: a sheet's bytes in, the roster changed. Refused with the first error.</summary>
    public async Task<Result<ImportedRoster>> Import(string name, byte[] content, ImportOptions options, CancellationToken ct)
    {
        var handedIn = await upload.Handle(new(name, content), options, ct);
        return handedIn.Refusal is { } refusal ? refusal : await Handle(handedIn.Value!.Id, options, shown: null, withPosts: true, ct);
    }

    /// <summary>404 for a sheet that somebody else handed in, that was given up or has waited too long.</summary>
    public async Task Open(Guid id, CancellationToken ct)
    {
        if (!await db.HandedIn(id, actor).AnyAsync(ct) && await db.FindImported(id, actor, ct) is null) throw new NotFound(nameof(HandedInRoster));
    }

    public async Task<View> Preview(Guid id, ImportOptions options, CancellationToken ct)
    {
        if (await db.FindImported(id, actor, ct) is { } done) return new(done.FileName, null, done);
        var handedIn = await Find(id, ct);
        return new(handedIn.FileName, await Plan(handedIn, handedIn.Reading(), options, ct), null);
    }

    /// <summary>Whether it came back with other files, and is one of those that wait together.</summary>
    public async Task<bool> IsReturned(Guid id, CancellationToken ct) =>
        await db.HandedIn(id, actor).AsNoTracking().SingleOrDefaultAsync(ct) is { } handedIn && handedIn.Reading().Sheet is not null;

    /// <param name="shown">The digest of the plan that was confirmed; null from code.</param>
    /// <param name="withPosts">Whether the posts that the sheet names are taken over as well.</param>
    public async Task<Result<ImportedRoster>> Handle(Guid id, ImportOptions options, string? shown, bool withPosts, CancellationToken ct)
    {
        if (await db.FindImported(id, actor, ct) is { } done) return done;
        var handedIn = await Find(id, ct);
        var reading = handedIn.Reading();
        return await db.Commit<ImportedRoster>(async (db, ct) =>
        {
            if (await db.FindImported(id, actor, ct) is { } kept) return kept;

            var plan = await Plan(handedIn, reading, options, ct);
            if (plan.Errors.FirstOrDefault() is { } error) return new Refusal($"有错误，没有导入。{error.Text}");
            if (shown is not null && shown != plan.Digest()) return new Refusal("下面的内容与您刚才看到的不同（名册或单位的对应有变动），请重新核对后再确认");
            await db.HandedIn(id, actor).ExecuteDeleteAsync(ct);
            return await Commit(handedIn, DayOf(reading, options), withPosts ? plan : plan.WithoutPosts(), ct);
        }, ct);
    }

    private async Task<HandedInRoster> Find(Guid id, CancellationToken ct) => await db.HandedIn(id, actor).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(HandedInRoster));

    private async Task<RosterPlan> Plan(HandedInRoster handedIn, RosterReading reading, ImportOptions options, CancellationToken ct)
    {
        var beside = reading.Sheet?.UnitId is null ? [] : (await db.WaitingSheets(actor, clock.GetUtcNow(), ct)).FindAll(w => w.File.Id != handedIn.Id).ConvertAll(w => w.Reading);
        return await Plan(handedIn, reading, options, beside, ct);
    }

    /// <param name="beside">What the other sheets say that came back with this one.</param>
    internal Task<RosterPlan> Plan(HandedInRoster handedIn, RosterReading reading, ImportOptions options, IReadOnlyList<RosterReading> beside, CancellationToken ct) =>
        RosterPlanner.Plan(db, actor, reading, DayOf(reading, options) with { Matches = handedIn.UnitMatches(), Beside = beside }, clock.Today(), ct);

    /// <summary>A sheet that came back keeps the day that was given with it.</summary>
    private static ImportOptions DayOf(RosterReading reading, ImportOptions options) => reading.Sheet is { UnitId: not null, AsOf: var asOf } ? new(asOf) : options;

    private async Task<Result<ImportedRoster>> Commit(HandedInRoster handedIn, ImportOptions options, RosterPlan plan, CancellationToken ct)
    {
        var act = actor.Act();
        var imported = new ImportedRoster
        {
            Id = handedIn.Id,
            UnitId = await CommonPlace(plan, ct),
            FileName = handedIn.FileName,
            At = act.At,
            AccountId = act.Account,
            PersonId = act.Person,
            AsOf = options.AsOf,
            Founded = plan.Founded.Count,
            Added = plan.New.Count,
            Changed = plan.Count(LineState.Changed) + plan.Count(LineState.Leaves),
            Unchanged = plan.Count(LineState.Unchanged),
            Repeated = plan.Count(LineState.Repeated),
            LeftOut = plan.Count(LineState.LeftOut),
            Appointed = plan.NewPosts.Count(),
            Relieved = plan.NewPosts.Count(p => p.OnRecord is not null),
        };
        db.Add(imported);
        db.Log(act, PeopleCapability.Import, imported);
        var said = plan.Reading.Header.Asked.Where(a => a is { Basis: ColumnBasis.Said, Column: not null }).Select(a => new SaidWord(WordSort.RosterColumn, a.Key, $"{a.Column}"));
        await db.Remember(act, PeopleCapability.Import, await db.OfficeOfImport(actor, ct), said, ct);
        foreach (var unit in plan.Founded)
        {
            db.Add(unit);
            db.Log(act, OrganizationCapability.Change, unit);
        }
        await db.SaveChangesAsync(ct);   // a rival with the same sheet stops here, and people need their units

        await db.InsertRecords(act, PeopleCapability.Import, plan.New, ct);
        var brought = plan.New.Select(p => new BroughtIn { Id = p.Id, ImportId = imported.Id, IsUnit = false }).Concat(plan.Founded.Select(u => new BroughtIn { Id = u.Id, ImportId = imported.Id, IsUnit = true }));
        await db.InsertSet(db.Model.FindEntityType(typeof(BroughtIn))!, brought, ct);
        return (await Change(act, options, plan, ct) ?? await Leave(act, options, plan, ct) ?? await Relieve(act, plan, ct)) is { } refusal ? refusal : await Appoint(act, imported, plan, ct);
    }

    /// <summary>The nearest unit that all its places lie in; of a sheet over several offices, the first of them.</summary>
    private async Task<Guid> CommonPlace(RosterPlan plan, CancellationToken ct)
    {
        List<Unit> units = [.. plan.Lines.SelectMany(l => new[] { l.Branch, l.Department }).OfType<Unit>().DistinctBy(u => u.Id)];
        if (units.Count == 0) return await db.Units.Where(actor, PeopleCapability.Import).OrderBy(u => u.Order).Select(u => u.Id).FirstAsync(ct);

        var path = units[0].Path;
        while (path.Count(c => c == '/') > 2 && (units.Exists(u => !u.Path.StartsWith(path, StringComparison.Ordinal)) || plan.Founded.Any(u => u.Path == path)))   // a founded unit may go again
            path = path[..(path.LastIndexOf('/', path.Length - 2) + 1)];
        return await db.Units.Where(u => u.Path == path).Select(u => u.Id).SingleAsync(ct);
    }

    private async Task<Refusal?> Change(Act act, ImportOptions options, RosterPlan plan, CancellationToken ct)
    {
        foreach (var lines in plan.Changes.Chunk(500))
        {
            var ids = lines.Select(l => l.PersonId).ToList();
            var people = await db.People.Include(p => p.Memberships).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
            foreach (var line in lines)
            {
                var person = people[line.PersonId];
                if ((person.TakeOver(line.Facts, options.AsOf, clock.Today()) ?? (line.KeepsPlace ? null : person.Move(line.Branch, line.Department, options.AsOf, clock.Today()))) is { } refusal)
                    return new Refusal($"{RowPlace.InWords(line.Row)}：{refusal.Message}");
                db.Log(act, PeopleCapability.Import, person);
                db.Entry(person).Property(p => p.Name).IsModified = true;   // a move alone must raise the version too
            }
        }
        return null;
    }

    private async Task<Refusal?> Leave(Act act, ImportOptions options, RosterPlan plan, CancellationToken ct)
    {
        foreach (var line in plan.Leavers)
        {
            var person = await db.People.Include(p => p.Memberships).FindOrThrow(line.PersonId, ct);
            if (await db.LeaveOffice(act, PeopleCapability.Import, person, options.AsOf, clock.Today(), ct) is { } refusal) return new Refusal($"{person.Name}调离：{refusal.Message}");
        }
        return null;
    }

    /// <summary>Posts on record: those that began sooner, and those whose holder was said to be followed by another.</summary>
    private async Task<Refusal?> Relieve(Act act, RosterPlan plan, CancellationToken ct)
    {
        foreach (var planned in plan.Posts.Where(p => p.OnRecord is not null && p.State is PostState.New or PostState.Sooner))
        {
            var post = await db.Posts.FindOrThrow(planned.OnRecord!.Id, ct);
            if (planned.State is PostState.Sooner) post.From = planned.From;
            else if (post.End(planned.From.AddDays(-1), clock.Today()) is { } refusal) return new Refusal($"{RowPlace.InWords(planned.Row)}：{refusal.Message}");
            db.Log(act, PeopleCapability.Appoint, post);
            if (planned.State is PostState.New && !await db.Posts.AnyAsync(p => p.Id != post.Id && p.UnitId == post.UnitId && p.PersonId == post.PersonId && p.To == null, ct))
                await db.EndRoles(act, post.PersonId, post.UnitId, post.To!.Value, clock.Today(), ct);
        }
        await db.SaveChangesAsync(ct);
        return null;
    }

    private async Task<ImportedRoster> Appoint(Act act, ImportedRoster imported, RosterPlan plan, CancellationToken ct)
    {
        await db.InsertRecords(act, PeopleCapability.Appoint, [.. plan.NewPosts.Select(p => p.Make(imported.Id, imported.AsOf))], ct);
        return imported;
    }
}

using Exemplar.Documents.Sheets;
using Exemplar.Organization;
using Exemplar.Platform.Files;

namespace Exemplar.People.RosterImport;

/// <summary>The committee's office looks at what a sheet would do to the roster, and does it: all of it or nothing.</summary>
public sealed class ImportRoster(AppDb db, Actor actor, FileStore files, UploadRoster upload, TimeProvider clock)
{
    public sealed class Form
    {
        /// <summary>What was shown. The plan is made anew from the kept file; when it differs, it is shown again.</summary>
        public string Shown { get; set; } = "";
    }

    public sealed record View(StoredFile File, RosterPlan Plan, ImportedRoster? Done);

    /// <summary>From code: a sheet's bytes in, the roster changed. Refused with the first error.</summary>
    public async Task<Result<ImportedRoster>> Import(string name, byte[] content, ImportOptions options, CancellationToken ct)
    {
        var kept = await upload.Handle(name, content, options, ct);
        return kept.Refusal is { } refusal ? refusal : await Handle(kept.Value!.Id, options, shown: null, ct);
    }

    public Task Open(Guid fileId, CancellationToken ct) => FindUpload(fileId, ct);

    public async Task<View> Preview(Guid fileId, ImportOptions options, CancellationToken ct)
    {
        var file = await FindUpload(fileId, ct);
        var done = await db.ImportedRosters.AsNoTracking().SingleOrDefaultAsync(r => r.Id == fileId, ct);
        var reading = await Read(file, ct);
        return new(file, await RosterPlanner.Plan(db, actor, reading, options, clock.Today(), ct), done);
    }

    /// <param name="shown">The digest of the plan that was confirmed; null from code.</param>
    public async Task<Result<ImportedRoster>> Handle(Guid fileId, ImportOptions options, string? shown, CancellationToken ct)
    {
        var reading = await Read(await FindUpload(fileId, ct), ct);
        return await db.Commit<ImportedRoster>(async (db, ct) =>
        {
            if (await db.ImportedRosters.SingleOrDefaultAsync(r => r.Id == fileId, ct) is { } done) return done;

            var plan = await RosterPlanner.Plan(db, actor, reading, options, clock.Today(), ct);
            if (plan.Errors.FirstOrDefault() is { } error) return new Refusal($"有错误，没有导入。{error.Text}");
            if (shown is not null && shown != plan.Digest()) return new Refusal("名册在您核对期间有变动，请重新核对下面的内容后再确认");
            return await Commit(fileId, options, plan, ct);
        }, ct);
    }

    private async Task<Result<ImportedRoster>> Commit(Guid fileId, ImportOptions options, RosterPlan plan, CancellationToken ct)
    {
        var act = actor.Act();
        var imported = new ImportedRoster
        {
            Id = fileId,
            AsOf = options.AsOf,
            Founded = plan.Founded.Count,
            Added = plan.New.Count,
            Changed = plan.Count(LineState.Changed),
            Unchanged = plan.Count(LineState.Unchanged),
            LeftOut = plan.Count(LineState.LeftOut),
        };
        db.Add(imported);
        db.Log(act, PeopleCapability.Import, imported);
        foreach (var unit in plan.Founded)
        {
            db.Add(unit);
            db.Log(act, OrganizationCapability.Change, unit);
        }
        await db.SaveChangesAsync(ct);   // a rival with the same file stops here, and people need their units

        await db.InsertRecords(act, PeopleCapability.Import, plan.New, ct);
        return await Change(act, options, plan, ct) is { } refusal ? refusal : imported;
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
                if ((person.Correct(line.Facts, clock.Today()) ?? person.Move(line.Branch, line.Department, options.AsOf, clock.Today())) is { } refusal)
                    return new Refusal($"第 {line.Row} 行：{refusal.Message}");
                db.Log(act, PeopleCapability.Import, person);
                db.Entry(person).Property(p => p.Name).IsModified = true;   // a move alone must raise the version too
            }
        }
        return null;
    }

    /// <summary>A file is read here only by whoever handed it in for this: the id of any other is not found.</summary>
    private async Task<StoredFile> FindUpload(Guid fileId, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Import);
        var own = db.LogEntries.Where(e => e.RecordId == fileId && e.Kind == PeopleCapability.Import && e.RecordType == nameof(StoredFile) && e.AccountId == actor.Account.Id);
        return await own.AnyAsync(ct) ? await db.Files.FindOrThrow(fileId, ct) : throw new NotFound(nameof(StoredFile));
    }

    private async Task<RosterReading> Read(StoredFile file, CancellationToken ct)
    {
        var sheet = SheetReader.Read(await files.Read(file, ct));
        return RosterReading.Of(sheet.Value!, clock.Today()).Value!;   // it was readable when it was handed in, and its bytes cannot have changed
    }
}

using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.RosterImport;
using Exemplar.Platform.Jobs;

namespace Exemplar.Meetings.Past;

/// <summary>Somebody looks at what a register would become, says what could not be read, and takes it over: all that is clear, or nothing.</summary>
public sealed partial class ImportRegister(AppDb db, Actor actor, MeetingKinds kinds, UploadRegister upload, LongWorks works, TimeProvider clock)
{
    /// <summary>Another file that waits for its turn.</summary>
    public sealed record Waiting(Guid Id, string FileName);

    /// <summary><paramref name="Plan"/> until it is <paramref name="Done"/>.</summary>
    public sealed record View(string FileName, PastPlan? Plan, ImportedRegister? Done)
    {
        /// <summary>It brings nothing, and everything that its last import left behind is clear by now.</summary>
        public bool Settles { get; init; }
    }

    /// <summary>From code: a file's bytes in, its clear meetings taken over.</summary>
    public async Task<Result<ImportedRegister>> Import(string name, byte[] content, Guid? unit, CancellationToken ct)
    {
        var handedIn = await upload.Handle(name, content, pasted: null, unit, ct);
        return handedIn.Refusal is { } refusal ? refusal : await Handle(handedIn.Value!.Id, shown: null, ct);
    }

    /// <summary>404 for a register that somebody else handed in, that was given up or has waited too long.</summary>
    public async Task Open(Guid id, CancellationToken ct)
    {
        if (!await db.HandedInRegister(id, actor).AnyAsync(ct) && await db.FindImportedRegister(id, actor, ct) is null) throw new NotFound(nameof(HandedInRegister));
    }

    public async Task<View> Preview(Guid id, CancellationToken ct)
    {
        if (await db.FindImportedRegister(id, actor, ct) is { } done) return new(done.FileName, null, done);
        var handedIn = await Find(id, ct);
        var plan = await PastPlanner.PlanWithNearest(db, actor, handedIn, kinds, [], clock.Today(), ct);
        return new(handedIn.FileName, plan, null) { Settles = await Settles(handedIn, plan, ct) };
    }

    internal async Task<bool> Settles(HandedInRegister handedIn, PastPlan plan, CancellationToken ct) =>
        !plan.BringsAnything && plan.Count(PastState.Doubtful) == 0 && plan.Count(PastState.Known) > 0
        && (await db.FindUnsettledImports(actor, clock.GetUtcNow(), ct)).Any(i => i.FileName == handedIn.FileName);

    public Task<List<Waiting>> After(Guid id, CancellationToken ct) => db.WaitingRegisters(actor, clock.GetUtcNow()).Where(r => r.Id != id).Select(r => new Waiting(r.Id, r.FileName)).ToListAsync(ct);

    /// <summary>What other files have left behind, for the receipt of the last of them.</summary>
    public async Task<string> StillUnsettled(Guid id, CancellationToken ct) =>
        (await db.FindUnsettledImports(actor, clock.GetUtcNow(), ct)).Where(i => i.Id != id).ToList() is { Count: > 0 } others ? $"。前面没有说清、没有导入的还有：{UnsettledImport.InWords(others)}，补好再交一次就行" : "";

    /// <summary>What a person says of words and rows stays with the register until it is confirmed.</summary>
    /// <param name="unit">Of all its meetings that name none, as <see cref="UnsaidUnit.Said"/>; null leaves it as it is.</param>
    public async Task<Result<int>> Say(Guid id, PastAnswers answers, Guid? unit, CancellationToken ct)
    {
        if (answers.Kinds.Values.Where(k => k is not KindWords.None).Concat(answers.Rows.Values.Select(r => r.Kind)).Any(k => k is not null && kinds.Find(k) is null)) return new Refusal("请从列表中选择会议类型");
        return await db.Commit<int>(async (db, ct) =>
        {
            var json = HandedInRegister.Write((await Find(id, ct)).Said().With(answers));
            return await db.HandedInRegister(id, actor).ExecuteUpdateAsync(set => set.SetProperty(r => r.Answers, json).SetProperty(r => r.UnitId, r => unit ?? r.UnitId), ct);
        }, ct);
    }

    /// <summary>Whether it is more than what the page itself had proposed: then somebody typed it, and it is not passed over by a confirmation.</summary>
    public async Task<bool> SaysMore(Guid id, Form form, CancellationToken ct)
    {
        var (said, unit) = (form.Answers, form.UnitOf(id));
        if ((said.IsNothing && unit is null) || await db.HandedInRegister(id, actor).AsNoTracking().SingleOrDefaultAsync(ct) is not { } handedIn) return false;
        var plan = await PastPlanner.Plan(db, actor, handedIn, kinds, clock.Today(), ct);
        return AskedOnce.Of([plan]).IsToldBy(said) || plan.IsOtherThan(unit)
            || said.Rows.Any(r => plan.Meetings.FirstOrDefault(m => m.Line.Key == r.Key)?.SaidBefore != r.Value);
    }

    /// <summary>What was shown and is taken over, with the names that had been proposed.</summary>
    public async Task<Result<ImportedRegister>> Confirm(Guid id, Form form, CancellationToken ct)
    {
        var named = PastAnswers.None with { Units = form.Answers.Units };
        return !named.IsNothing && await db.FindImportedRegister(id, actor, ct) is null && await Say(id, named, unit: null, ct) is { Refusal: { } notSaid } ? notSaid : await Handle(id, form.Shown ?? "", form.SetBack, ct);
    }

    public Task<Result<int>> GiveUp(Guid id, CancellationToken ct) =>
        db.Commit<int>(async (db, ct) => await db.HandedInRegister(id, actor).ExecuteDeleteAsync(ct), ct);

    /// <param name="shown">The digest of the plan that was confirmed; null from code.</param>
    public Task<Result<ImportedRegister>> Handle(Guid id, string? shown, CancellationToken ct) => Handle(id, shown, setBack: false, ct);

    /// <param name="setBack">The units' duties count from the beginning of their first year in the register, where they began later and the actor may change that.</param>
    public async Task<Result<ImportedRegister>> Handle(Guid id, string? shown, bool setBack, CancellationToken ct)
    {
        if (await db.FindImportedRegister(id, actor, ct) is { } done) return done;
        return await works.Commit<ImportedRegister>(db, id, async (db, ct) =>
        {
            if (await db.FindImportedRegister(id, actor, ct) is { } kept) return kept;

            var handedIn = await Find(id, ct);
            var plan = await PastPlanner.Plan(db, actor, handedIn, kinds, clock.Today(), ct);
            if (!plan.BringsAnything && !await Settles(handedIn, plan, ct)) return new Refusal("没有可以导入的会议");
            if (shown is not null && shown != plan.Digest()) return new Refusal("下面的内容与您刚才看到的不同，请重新核对后再确认");
            await db.HandedInRegister(id, actor).ExecuteDeleteAsync(ct);
            if (setBack && await SetBack(db, plan, ct) is { } notSet) return notSet;
            return await Take(db, handedIn, plan, ct);
        }, ct);
    }

    private async Task<HandedInRegister> Find(Guid id, CancellationToken ct) => await db.HandedInRegister(id, actor).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(HandedInRegister));

    private async Task<Result<ImportedRegister>> Take(AppDb db, HandedInRegister handedIn, PastPlan plan, CancellationToken ct)
    {
        var act = actor.Act();
        List<Meeting> meetings = [];
        foreach (var planned in plan.Ready)
        {
            var made = planned.Make(handedIn.Id, act);
            if (made.Refusal is { } refusal) return new Refusal($"{planned.Line.At}：{refusal.Message}");
            meetings.Add(made.Value!);
        }
        List<PlannedMeeting> used = plan.BringsAnything ? [.. plan.Ready, .. plan.Completing] : [.. plan.Meetings.Where(m => m.State is PastState.Known)];
        var units = used.Select(m => m.Unit!).DistinctBy(u => u.Id).ToList();
        await Complete(db, act, plan, ct);
        var imported = new ImportedRegister
        {
            Id = handedIn.Id,
            UnitId = (await CommonPlace(db, units, ct)).Id,
            FileName = handedIn.FileName,
            At = act.At,
            AccountId = act.Account,
            PersonId = act.Person,
            Meetings = meetings.Count,
            Units = units.Count,
            First = used.Min(m => m.Days!.Value.First),
            Last = used.Max(m => m.Days!.Value.First),
            Known = plan.Count(PastState.Known),
            Doubtful = plan.Count(PastState.Doubtful),
            LeftOut = plan.Count(PastState.LeftOut),
            IsOfSheets = plan.Reading.Sheets.Count > 0,
            Completed = plan.Completing.Count,
        };
        db.Add(imported);
        db.Log(act, MeetingsCapability.Record, imported);
        var said = handedIn.Said();
        await db.Remember(act, MeetingsCapability.Record, units[0].Path,
        [
            .. plan.GroupWords.Select(u => new SaidWord(WordSort.Unit, OfficeWords.KeyOfUnit(u.Key), UnitId: u.Value)),
            .. said.Kinds.Select(k => new SaidWord(WordSort.MeetingKind, OfficeWords.KeyOf(k.Key), k.Value)),
            .. said.Units.Where(u => !GroupsInRegister.NamesNone(u.Key) && !GroupWords.IsAlone(u.Key)).Select(u => new SaidWord(WordSort.Unit, OfficeWords.KeyOfUnit(u.Key), UnitId: u.Value)),
            .. SaidRows.Of(plan.Reading.Lines, said.Rows),
        ], plan.Ready.SelectMany(m => WordsIn(m.Line)), ct);
        await db.SaveChangesAsync(ct);   // a rival with the same register stops here, and meetings refer to it

        db.Watched?.Begin("写入会议");
        await db.InsertRecords(act, MeetingsCapability.Record, meetings, ct);
        await db.StateFactsOfNew([.. meetings.SelectMany(m => MeetingFacts.Of(m, kinds.Of(m)))], ct);
        return imported;
    }

    /// <summary>What another register of the same meetings left open. It stays when this import is taken back: the meetings are those of the other.</summary>
    private static async Task Complete(AppDb db, Act act, PastPlan plan, CancellationToken ct)
    {
        var numbers = plan.Completing.ToDictionary(m => m.Completes!.Value, m => m.Found.Numbers);
        foreach (var meeting in numbers.Count == 0 ? [] : await db.Meetings.Where(m => numbers.Keys.Contains(m.Id)).Include(m => m.Roll).Include(m => m.Guests).Include(m => m.Agenda).Include(m => m.Reviews).Include(m => m.Guided).Include(m => m.Steps).AsSplitQuery().ToListAsync(ct))
        {
            meeting.Complete(numbers[meeting.Id]);
            db.Log(act, MeetingsCapability.Record, meeting);
        }
    }

    private static (WordSort, string)[] WordsIn(PastLine line) => [(WordSort.MeetingKind, OfficeWords.KeyOf(line.KindWords)), (WordSort.Unit, OfficeWords.KeyOfUnit(line.Unit)), (WordSort.Unit, OfficeWords.KeyOfUnit(line.Sheet))];

    private async Task<Refusal?> SetBack(AppDb db, PastPlan plan, CancellationToken ct)
    {
        foreach (var (shown, from) in plan.SetBack)
        {
            var unit = await db.Units.SingleAsync(u => u.Id == shown.Id, ct);
            if (unit.KeepDuties(from, unit.ElectedOn, clock.Today()) is { } refusal) return refusal;
            db.Log(actor.Act(), OrganizationCapability.Change, unit);
        }
        return null;
    }

    /// <summary>The nearest unit that all of them lie in.</summary>
    private static Task<Unit> CommonPlace(AppDb db, List<Unit> units, CancellationToken ct)
    {
        var path = units[0].Path;
        while (units.Exists(u => !u.Path.StartsWith(path, StringComparison.Ordinal))) path = path[..(path.LastIndexOf('/', path.Length - 2) + 1)];
        return db.Units.SingleAsync(u => u.Path == path, ct);
    }
}

using Exemplar.Organization;

namespace Exemplar.Meetings.Past;

/// <summary>
/// Registers that were handed in and wait are looked at together: what several ask is asked once, and one press takes all of them over.
/// Each is an import of its own, in a transaction of its own, and is taken back for itself.
/// </summary>
public sealed class ImportTogether(AppDb db, Actor actor, MeetingKinds kinds, ImportRegister import, SetUpGroups groups, TimeProvider clock)
{
    /// <param name="Settles">As in <see cref="ImportRegister.View"/>.</param>
    public sealed record Part(Guid Id, string FileName, PastPlan Plan, bool Settles)
    {
        /// <summary>Whether there is anything to confirm of it.</summary>
        public bool Brings => Plan.BringsAnything || Settles;
    }

    /// <summary>In the order of handing in, each as if those before it had been imported and the nearest names were meant. Empty when none waits.</summary>
    public async Task<IReadOnlyList<Part>> Preview(CancellationToken ct)
    {
        actor.Demand(MeetingsCapability.Record);
        List<Part> parts = [];
        foreach (var register in await db.WaitingRegisters(actor, clock.GetUtcNow()).AsNoTracking().ToListAsync(ct))
        {
            var plan = await PastPlanner.PlanWithNearest(db, actor, register, kinds, parts.ConvertAll(p => p.Plan), clock.Today(), ct);
            parts.Add(new(register.Id, register.FileName, plan, await import.Settles(register, plan, ct)));
        }
        return parts;
    }

    /// <summary>What was shown of all of them.</summary>
    public static string Digest(IReadOnlyList<Part> parts) => string.Join('.', parts.Select(p => p.Plan.Digest()));

    /// <summary>Each file keeps what was said of its own words.</summary>
    public async Task<Result<int>> Say(IReadOnlyList<Part> parts, ImportRegister.Form form, CancellationToken ct)
    {
        foreach (var part in parts)
        {
            var (own, unit) = (AskedOnce.In(part.Plan, form.Answers), part.Plan.IsOtherThan(form.UnitOf(part.Id)) ? form.UnitOf(part.Id) : null);
            if (!(own.IsNothing && unit is null) && await import.Say(part.Id, own, unit, ct) is { Refusal: { } refusal }) return refusal;
        }
        return 0;
    }

    /// <summary>The Party groups that any of them names; what was founded, in words.</summary>
    public async Task<Result<List<string>>> SetUp(IReadOnlyList<Part> parts, IReadOnlyCollection<Guid> branches, CancellationToken ct)
    {
        List<string> founded = [];
        foreach (var part in parts)
        {
            var done = await groups.Handle(part.Id, branches, ct);
            if (done.Refusal is { } refusal) return refusal;
            founded.AddRange(done.Value!);
        }
        return founded;
    }

    public async Task<Result<int>> GiveUp(CancellationToken ct)
    {
        foreach (var waiting in await db.WaitingRegisters(actor, clock.GetUtcNow()).Select(r => r.Id).ToListAsync(ct)) await import.GiveUp(waiting, ct);
        return 0;
    }

    /// <summary>All that is clear, file after file. The first that is refused ends it; those before it stay imported.</summary>
    /// <param name="parts">As they are now.</param>
    /// <param name="form">The <see cref="Digest"/> that was confirmed, and the names that were proposed and are confirmed with it.</param>
    public async Task<Result<ImportedTogether>> Handle(IReadOnlyList<Part> parts, ImportRegister.Form form, CancellationToken ct)
    {
        if (!parts.Any(p => p.Brings)) return new Refusal("没有可以导入的会议");
        if (form.Shown != Digest(parts)) return new Refusal("下面的内容与您刚才看到的不同，请重新核对后再确认");
        if (await Say(parts, form, ct) is { Refusal: { } notSaid }) return notSaid;
        List<ImportedRegister> imported = [];
        List<string> nothingNew = [];
        foreach (var part in parts)
        {
            if (part.Brings)
            {
                var done = await import.Handle(part.Id, shown: null, form.SetBack, ct);
                if (done.Refusal is { } refusal) return new Refusal($"《{part.FileName}》没有导入：{refusal.Message}{(imported.Count > 0 ? $"。它前面的 {imported.Count} 份已经导入" : "")}");
                imported.Add(done.Value!);
            }
            else if (part.Plan.Count(PastState.Doubtful) == 0)
            {
                await import.GiveUp(part.Id, ct);   // nothing new in it and nothing to be said of it
                nothingNew.Add(part.FileName);
            }
        }
        var open = await db.FindUnsettledImports(actor, clock.GetUtcNow(), ct);   // after all of them: a later file may settle an earlier one
        return new ImportedTogether(imported, nothingNew, [.. open.Where(o => imported.Exists(i => i.Id == o.Id))]);
    }
}

/// <summary>For the receipt.</summary>
/// <param name="NothingNew">Names of files all of whose meetings were on record or were not held.</param>
/// <param name="Open">Which of them have left something behind.</param>
public sealed record ImportedTogether(IReadOnlyList<ImportedRegister> Imported, IReadOnlyList<string> NothingNew, IReadOnlyList<UnsettledImport> Open)
{
    public string InWords
    {
        get
        {
            var (meetings, known, completed, left) = (Imported.Sum(i => i.Meetings), Imported.Sum(i => i.Known), Imported.Sum(i => i.Completed), Imported.Sum(i => i.LeftOut));
            return $"{Imported.Count} 份 {meetings} 次会议（{Imported.Min(i => i.First).Iso()} 至 {Imported.Max(i => i.Last).Iso()}）"
                + (known > 0 ? $"；已在册 {known} 次，没有重复登记{(completed > 0 ? $"，其中 {completed} 次补上了人数" : "")}" : "")
                + (left > 0 ? $"；不导入 {left} 次" : "")
                + (Open.Count > 0 ? $"；没有说清、没有导入的：{UnsettledImport.InWords(Open)}，补好再交一次就行" : "")
                + (NothingNew.Count > 0 ? $"；没有新内容的：{string.Join('、', NothingNew.Select(f => $"《{f}》"))}" : "");
        }
    }
}

using Exemplar.Organization;

namespace Exemplar.Meetings.Past;

/// <summary>Takes an import back: its meetings are gone from lists and standings, the record log keeps what they were.</summary>
public sealed class WithdrawRegister(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form;

    /// <param name="BuiltOn">Meetings of it that stand in the way of taking it back, in words.</param>
    /// <param name="AlsoIn">Later registers that may hold some of its meetings: for them they were on record already.</param>
    public sealed record View(ImportedRegister Import, Unit Unit, string By, IReadOnlyList<string> BuiltOn, IReadOnlyList<string> AlsoIn);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var import = await db.ImportedRegisters.FindOrThrow(id, ct);
        var unit = await db.Units.FindOrThrow(import.UnitId, ct);
        actor.Demand(MeetingsCapability.Record, within: unit);
        var by = await db.People.Where(p => p.Id == import.PersonId).Select(p => p.Name).FirstOrDefaultAsync(ct)
            ?? await db.Users.Where(a => a.Id == import.AccountId).Select(a => a.DisplayName).FirstOrDefaultAsync(ct) ?? "";
        return new(import, unit, by, await BuiltOn(id, ct), await AlsoIn(import, unit, ct));
    }

    public Task<Result<ImportedRegister>> Handle(Guid id, CancellationToken ct) => db.Commit<ImportedRegister>(async (db, ct) =>
    {
        var (import, _, _, builtOn, _) = await Open(id, ct);
        var act = actor.Act();
        if (import.Withdraw(builtOn, act) is { } refusal) return refusal;
        db.Log(act, MeetingsCapability.Record, import);

        await db.VoidFacts(await db.DeleteRecords(act, MeetingsCapability.Record, db.Meetings.Where(m => m.Origins.Any(o => o.ImportId == id)), ct), ct);
        return import;
    }, ct);

    private async Task<List<string>> AlsoIn(ImportedRegister import, Unit unit, CancellationToken ct)
    {
        var later = await db.ImportedRegisters.Where(r => r.Id != import.Id && r.At >= import.At && r.WithdrawnAt == null && r.Known > 0)
            .Join(db.Units, r => r.UnitId, u => u.Id, (r, u) => new { r.At, r.Id, r.FileName, r.Known, u.Path }).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(ct);
        return [.. later.Where(r => r.Path.StartsWith(unit.Path, StringComparison.Ordinal) || unit.Path.StartsWith(r.Path, StringComparison.Ordinal)).Select(r => $"《{r.FileName}》{r.Known} 次")];
    }

    private async Task<List<string>> BuiltOn(Guid id, CancellationToken ct)
    {
        var used = await db.Meetings.AsNoTracking().Where(m => m.Origins.Any(o => o.ImportId == id))
            .Where(m => (m.State != MeetingState.Held && m.State != MeetingState.Voided) || m.Origins.Any(o => !o.IsOpen) || m.ChairSignedAt != null || m.RecorderSignedAt != null || m.Reviews.Any() || m.Agenda.Any(i => i.TaskId != null)
                || db.Votes.Any(v => v.MeetingId == m.Id) || db.Elections.Any(e => e.MeetingId == m.Id) || db.MajorMatters.Any(x => x.MeetingId == m.Id) || db.DecisionReviews.Any(r => m.Agenda.Any(i => i.Id == r.ItemId)))
            .Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { m.HeldOn, m.Kind, u.Name }).OrderBy(m => m.HeldOn).ToListAsync(ct);
        return used.ConvertAll(m => $"{m.Name} {m.HeldOn.Iso()} {kinds.Find(m.Kind)?.Name}");
    }
}

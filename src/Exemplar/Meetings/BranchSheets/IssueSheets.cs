using Exemplar.Documents.Sheets.Entry;
using Exemplar.Documents.Templates;
using Exemplar.Meetings.Past;
using Exemplar.Organization;

namespace Exemplar.Meetings.BranchSheets;

/// <summary>One sheet for each branch in which the reader records meetings, in one packed file. Writes nothing down: each sheet says of itself what it is.</summary>
public sealed class IssueSheets(AppDb db, Actor actor, MeetingKinds kinds, TimeProvider clock)
{
    /// <param name="key">As <see cref="FormPeriods"/> writes it; null for the usual one.</param>
    /// <returns>A .zip. Throws <see cref="NotFound"/> for what is no period, has not begun, or when no branch is the reader's.</returns>
    public async Task<PackedBooks> Show(string? key, CancellationToken ct)
    {
        actor.Demand(MeetingsCapability.Record);
        if ((key is null ? ReturnSheets.Usual(clock.Today()) : FormPeriods.Read(key)) is not { } period || period.First > clock.Today()) throw new NotFound(nameof(Period));
        var branches = await db.SheetBranches(actor, period, ct);
        if (branches.Count == 0) throw new NotFound(nameof(Unit));
        var sheets = await Fill(branches, period, ct);
        return PackedBooks.Of($"支部填报表 {period.Name}.zip", sheets.Select((sheet, n) => (sheet.FileName(n + 1), BranchSheetWriter.Write(sheet))));
    }

    private async Task<List<BranchSheet>> Fill(List<Unit> branches, Period period, CancellationToken ct)
    {
        var ids = branches.ConvertAll(u => u.Id);
        var groups = (await db.Units.AsNoTracking().Where(u => u.Kind == UnitKind.PartyGroup && u.DissolvedOn == null && ids.Contains(u.ParentId!.Value)).OrderBy(u => u.Order).ToListAsync(ct)).ToLookup(u => u.ParentId!.Value);
        var rolls = await PastRolls.Load(db, branches, ct);
        var people = branches.ToDictionary(u => u.Id, u => rolls.During(u, period));
        var namesakes = people.Values.SelectMany(p => p.GroupBy(x => x.Name).Where(g => g.Count() > 1).SelectMany(g => g.Select(x => x.PersonId))).Distinct().ToList();
        var births = await db.People.Where(p => namesakes.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.BirthMonth, ct);
        var held = await OnRecord([.. ids, .. groups.SelectMany(g => g).Select(g => g.Id)], period, ct);
        var issue = Guid.CreateVersion7();
        return branches.ConvertAll(unit =>
        {
            var labelled = BranchSheet.Labelled(people[unit.Id], births, period);
            List<SheetKind> choices = [.. Choices(unit, ""), .. groups[unit.Id].SelectMany(g => Choices(g, $"（{g.Name}）"))];
            var units = choices.Select(c => c.UnitId).ToHashSet();
            var names = groups[unit.Id].ToDictionary(g => g.Id, g => $"（{g.Name}）");
            return new BranchSheet(unit, new(issue, clock.Today(), unit.Id, period, [.. labelled.Select(l => l.Who)], choices), labelled,
                [.. held.Where(h => units.Contains(h.Unit)).Select(h => h.Meeting with { Kind = h.Meeting.Kind + names.GetValueOrDefault(h.Unit, "") })]);
        });
    }

    private IEnumerable<SheetKind> Choices(Unit unit, string behind) => kinds.In(unit.Kind).Where(k => !k.IsConfirmation).Select(k => new SheetKind(k.Name + behind, k.Key, unit.Id));

    private async Task<List<(Guid Unit, SheetMeeting Meeting)>> OnRecord(List<Guid> units, Period period, CancellationToken ct)
    {
        var (first, last) = (period.First, period.Last);
        var readable = db.ReadableMeetings(actor).Select(m => m.Id);
        var found = await db.Meetings.AsNoTracking().Where(m => units.Contains(m.UnitId) && m.HeldOn >= first && m.HeldOn <= last && (m.State == MeetingState.Held || m.State == MeetingState.Locked))
            .OrderBy(m => m.HeldOn).ThenBy(m => m.Id)
            .Select(m => new
            {
                m.UnitId,
                m.Kind,
                m.HeldOn,
                m.StartsAt,
                m.EndsAt,
                MayRead = readable.Contains(m.Id),
                m.Topic,
                m.Place,
                Chair = db.People.Where(p => p.Id == m.ChairId).Select(p => p.Name).FirstOrDefault(),
                Recorder = db.People.Where(p => p.Id == m.RecorderId).Select(p => p.Name).FirstOrDefault(),
                Lecturer = db.People.Where(p => p.Id == m.LecturerId).Select(p => p.Name).FirstOrDefault(),
                Due = m.Roll.Count,
                Present = m.Roll.Count(r => r.Attendance == Attendance.Present),
                Origin = m.Origins.Where(o => o.IsOpen).Select(o => new { o.Due, o.Present, o.OnRoll }).FirstOrDefault(),
            }).ToListAsync(ct);
        return found.ConvertAll(m =>
        {
            var numbers = m.Origin is { } o ? new MeetingNumbers(o.Due, o.Present) { OnRoll = o.OnRoll } : new(m.Due, m.Present);
            var kind = kinds.Find(m.Kind)?.Name ?? m.Kind;
            return (m.UnitId, m.MayRead ? new SheetMeeting(m.HeldOn, kind, m.Topic, m.Place, m.StartsAt, m.EndsAt, m.Chair ?? "", m.Recorder ?? "", m.Lecturer ?? "", numbers) : new(m.HeldOn, kind, "", "", null, null, "", "", "", numbers));
        });
    }
}

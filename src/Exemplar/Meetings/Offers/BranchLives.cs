using Exemplar.Documents.Templates.Offers;
using Exemplar.Meetings.Past;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.Statuses;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;

namespace Exemplar.Meetings.Offers;

/// <summary>
/// Adds up the organizational life of the branches that the actor sees: what is required comes from standings, what was held
/// from the facts that the standings count. A duty belongs to the period in which its last day lies, so that the year's
/// 组织生活会 is asked for in the fourth quarter and not in the second.
/// </summary>
public sealed class BranchLives(AppDb db, Actor actor, Lazy<RuleCatalogue> catalogue, TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>How far into the next year something is held that counts for the one before.</summary>
    private const int MonthsAfter = 3;

    private sealed record Branch(Guid Id, string Name, string Path);

    private sealed record Count(Guid UnitId, string Kind, int? Required, int Held, int Missing, int Due, int Present)
    {
        public int Others { get; init; }
        public int DueElsewhere { get; init; }
        public int WithoutDue { get; init; }
        public int WithoutPresent { get; init; }

        public KindLife AsKind => new(Required, Held, Missing, Due, Present) { Others = Others, DueElsewhere = DueElsewhere, WithoutDue = WithoutDue, WithoutPresent = WithoutPresent };
    }

    /// <summary>Registers of which meetings were left behind: a 0 may only mean that nobody has said yet which branch or group they are of.</summary>
    public async Task<string> Warn(CancellationToken ct) => await db.FindUnsettledImports(actor, clock.GetUtcNow(), ct) is { Count: > 0 } open
        ? $"导入时没有说清、没有导入的：{UnsettledImport.InWords(open)}，次数和人次可能少算。补清楚再交一次，或者确认与这一期无关。" : "";

    public async Task<IReadOnlyList<BranchLife>> Read(FormScope scope, CancellationToken ct)
    {
        var days = scope.Days;
        var branches = await Branches(scope, days.From, ct);
        var ids = branches.ConvertAll(b => b.Id);
        var found = await db.Units.Where(u => u.Kind == UnitKind.PartyGroup && u.ParentId != null && ids.Contains(u.ParentId.Value)).Select(u => new { u.Id, Branch = u.ParentId!.Value, u.DissolvedOn }).ToListAsync(ct);
        var groups = found.ToDictionary(u => u.Id, u => u.Branch);
        var withGroups = SlashNote.IsIn(scope.Notes) ? found.Where(u => u.DissolvedOn is null || u.DissolvedOn >= days.From).Select(u => u.Branch).ToHashSet() : null;
        List<Guid> units = [.. ids, .. groups.Keys];

        List<Count> counts = [.. await Asked(units, days, ct), .. await Held(units, days, ct), .. await Came(units, days, ct)];
        var kinds = counts.ToLookup(c => groups.GetValueOrDefault(c.UnitId, c.UnitId));
        var people = (await People(ids, days.To < scope.Today ? days.To : scope.Today, ct)).ToLookup(p => p.UnitId);
        var terms = await Terms(ids, ct);
        var leaders = await db.Leaders(db.Units.Where(u => ids.Contains(u.Id)), ct);
        return branches.ConvertAll(b => new BranchLife(b.Name, string.Join('、', leaders[b.Id]),
            people[b.Id].Where(p => p.Status is MemberStatus.Full).Sum(p => p.Count), people[b.Id].Where(p => p.Status is MemberStatus.Probationary).Sum(p => p.Count), people[b.Id].Sum(p => p.Count),
            terms.GetValueOrDefault(b.Id).From, terms.GetValueOrDefault(b.Id).Ends,
            kinds[b.Id].GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Select(c => c.AsKind).Aggregate((a, c) => a.And(c))))
        { IsWithoutGroups = withGroups?.Contains(b.Id) is false, WithoutRecord = kinds[b.Id].Any(c => c.Held > 0) ? "" : b.Name });
    }

    /// <summary>Branches, and general branches that have none below them.</summary>
    private async Task<List<Branch>> Branches(FormScope scope, DateOnly from, CancellationToken ct)
    {
        var units = db.Units.AsNoTracking().Where(actor, RulesCapability.View).Where(u => u.DissolvedOn == null || u.DissolvedOn >= from)
            .Where(u => u.Kind == UnitKind.Branch || (u.Kind == UnitKind.GeneralBranch && !db.Units.Any(b => b.ParentId == u.Id && b.Kind == UnitKind.Branch)));
        return await units.Within(db, scope.Chosen(UnitQuestion.Name)).OrderBy(u => u.Order).Take(Most).Select(u => new Branch(u.Id, u.Name, u.Path)).ToListAsync(ct);
    }

    /// <summary>By the catalogue's rules; what a unit asks of itself beyond them is no superior's matter.</summary>
    private async Task<IEnumerable<Count>> Asked(List<Guid> units, (DateOnly From, DateOnly To) days, CancellationToken ct)
    {
        var kinds = (from rule in catalogue.Value.All
                     where rule is { Require: { Measure: Measure.Count, AtLeast: > 0, Of: [var of] }, Scope.OfPersons: false } && of.StartsWith("held.", StringComparison.Ordinal)
                     select (rule.Id, Kind: rule.Require!.Of[0]["held.".Length..])).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Kind);
        var (rules, first, last) = (kinds.Keys.ToList(), days.From.Year, days.To.Year);
        var found = await db.Standings.Where(s => units.Contains(s.UnitId) && !s.OfPerson && s.Year >= first && s.Year <= last && s.To >= days.From && s.To <= days.To && rules.Contains(s.Rule))
            .GroupBy(s => new { s.UnitId, s.Rule })
            .Select(g => new { g.Key, Required = g.Sum(s => s.Exempt == "" ? s.Required : 0), Missing = g.Sum(s => s.Exempt == "" && s.Actual < s.Required ? s.Required - s.Actual : 0) }).ToListAsync(ct);
        return found.Select(f => new Count(f.Key.UnitId, kinds[f.Key.Rule], f.Required, 0, f.Missing, 0, 0));
    }

    private async Task<IEnumerable<Count>> Held(List<Guid> units, (DateOnly From, DateOnly To) days, CancellationToken ct)
    {
        var kinds = LifeWords.Kinds.Select(k => $"held.{k.Kind}").ToList();
        var months = Months(days).ToList();   // months and kinds one by one: the index is asked for each, and nobody's attendance is read
        var found = await db.Facts.Where(f => units.Contains(f.UnitId) && months.Contains(f.Month) && kinds.Contains(f.Kind) && !f.Voided && f.PersonId == null && f.CountsOn >= days.From && f.CountsOn <= days.To)
            .GroupBy(f => new { f.UnitId, f.Kind }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return found.Select(f => new Count(f.Key.UnitId, f.Key.Kind["held.".Length..], null, f.Count, 0, 0, 0));
    }

    private static IEnumerable<int> Months((DateOnly From, DateOnly To) days)
    {
        for (var month = new DateOnly(days.From.Year, days.From.Month, 1); month <= days.To; month = month.AddMonths(1)) yield return (month.Year * 100) + month.Month;
    }

    private async Task<IEnumerable<Count>> Came(List<Guid> units, (DateOnly From, DateOnly To) days, CancellationToken ct)
    {
        var kinds = LifeWords.Kinds.Select(k => k.Kind).ToList();
        var (first, last, latest) = (days.From.Year, days.To.Year, days.To.AddMonths(MonthsAfter));
        var seen = db.Units.Where(actor, MeetingsCapability.View).Select(u => u.Id);
        var meetings = db.Meetings.Where(m => units.Contains(m.UnitId) && seen.Contains(m.UnitId) && kinds.Contains(m.Kind) && m.HeldOn >= days.From && m.HeldOn <= latest && (m.State == MeetingState.Held || m.State == MeetingState.Locked))
            .Where(m => (m.HeldOn <= days.To && m.CountsFor == m.HeldOn.Year)
                || (m.CountsFor < m.HeldOn.Year && m.CountsFor >= first && m.CountsFor <= last && (m.CountsFor < last || (days.To.Month == 12 && days.To.Day == 31))));   // those count on the last day of their year
        // An imported register names some of those who came at best; what it says in numbers stands for them.
        var imported = await meetings.SelectMany(m => m.Origins.Where(o => o.IsOpen), (m, o) => new { m.UnitId, m.Kind, Due = o.Due ?? o.OnRoll, o.Present })
            .GroupBy(x => new { x.UnitId, x.Kind }).Select(g => new
            {
                g.Key,
                Due = g.Sum(x => x.Present == null ? 0 : x.Due ?? 0),
                Present = g.Sum(x => x.Due == null ? 0 : x.Present ?? 0),
                DueElsewhere = g.Sum(x => x.Present == null ? x.Due ?? 0 : 0),
                Others = g.Sum(x => x.Due == null ? x.Present ?? 0 : 0),
                WithoutDue = g.Count(x => x.Due == null),
                WithoutPresent = g.Count(x => x.Present == null),
            }).ToListAsync(ct);
        var found = await meetings.Where(m => !m.Origins.Any(o => o.IsOpen)).Join(db.MeetingRoll, m => m.Id, r => r.MeetingId, (m, r) => new { m.UnitId, m.Kind, r.Attendance })
            .GroupBy(x => new { x.UnitId, x.Kind }).Select(g => new { g.Key, Due = g.Count(), Present = g.Count(x => x.Attendance == Attendance.Present) }).ToListAsync(ct);
        return [.. found.Select(f => new Count(f.Key.UnitId, f.Key.Kind, null, 0, 0, f.Due, f.Present)),
            .. imported.Select(f => new Count(f.Key.UnitId, f.Key.Kind, null, 0, 0, f.Due, f.Present) { Others = f.Others, DueElsewhere = f.DueElsewhere, WithoutDue = f.WithoutDue, WithoutPresent = f.WithoutPresent })];
    }

    /// <summary>How many members of each status the branches had on the day.</summary>
    private async Task<List<(Guid UnitId, MemberStatus? Status, int Count)>> People(List<Guid> branches, DateOnly on, CancellationToken ct)
    {
        var stays = db.Memberships.Where(m => branches.Contains(m.UnitId) && m.From <= on && (m.To == null || m.To >= on));
        var found = await stays.Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { m.UnitId, p.Id, p.Status, p.ConfirmedOn }).ToListAsync(ct);
        var statuses = await db.StatusesOf(stays.Select(m => m.PersonId), ct);
        return [.. found.Select(x => (x.UnitId, Status: statuses.On(x.Id, on, x.Status, x.ConfirmedOn))).Where(x => x.Status is not null).CountBy(x => x).Select(c => (c.Key.UnitId, c.Key.Status, c.Value))];
    }

    /// <summary>The running term of each: the one that no later election has ended.</summary>
    private async Task<Dictionary<Guid, (DateOnly? From, DateOnly? Ends)>> Terms(List<Guid> branches, CancellationToken ct)
    {
        var rules = catalogue.Value.Terms;
        var found = await db.Standings.Where(s => branches.Contains(s.UnitId) && !s.OfPerson && !s.Met && rules.Contains(s.Rule)).Select(s => new { s.UnitId, s.From, s.DueOn }).ToListAsync(ct);
        return found.GroupBy(s => s.UnitId).ToDictionary(g => g.Key, g => g.MaxBy(s => s.From) is { } s ? ((DateOnly?)s.From, (DateOnly?)s.DueOn) : default);
    }
}

using Exemplar.Agenda.Handbook;
using Exemplar.Agenda.Year;
using Exemplar.Documents.Templates;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.MonthEnd;

/// <summary>
/// A month or quarter at its end, on one page: by unit in organization order what is missing, at risk, recorded late or not
/// signed, the words to send, what to print and which forms are due. From standings and the meetings of the period alone.
/// </summary>
public sealed class MonthEndReview(AppDb db, Actor actor, MeetingKinds kinds, Lazy<RuleCatalogue> catalogue, DueForms forms, EndOfProbation probation, TimeProvider clock)
{
    public const int PageSize = 100;
    private const int DaysOfLastMonth = 7;

    public sealed record Query(string? Period = null, string? After = null);

    /// <param name="Missing">How often it is still to be done; 1 for a term of office.</param>
    /// <param name="Session">The kind of meeting that would do it; null when none does.</param>
    public sealed record Duty(Guid UnitId, string Title, string Period, int Missing, DateOnly DueOn, StandingState State, string? Session, string Address, PlannedSession? Planned)
    {
        /// <summary>预备期满: whose confirmation is to be discussed; null for what the unit owes.</summary>
        public DueSoon.Probationer? Person { get; init; }

        public bool IsTerm { get; init; }

        /// <summary>What is held early in the next year may still count for this one.</summary>
        public bool MayFollow { get; init; }

        /// <summary>A task for which the branch was formed ends, and no term.</summary>
        public bool EndsTask { get; init; }
    }

    public sealed record PlannedSession(Guid Id, Guid UnitId, string Kind, DateOnly On);

    /// <param name="EnteredAt">When it was recorded; seen inside the office only.</param>
    public sealed record Session(Guid Id, Guid UnitId, string Name, DateOnly HeldOn, DateTimeOffset? EnteredAt, bool IsSigned)
    {
        public bool IsLate => EnteredAt is { } at && DateOnly.FromDateTime(at.InOffice().Date) > HeldOn.AddDays(1);
    }

    /// <param name="Text">Ready to send to whoever leads the unit; empty when nothing is to be asked.</param>
    /// <param name="MayPrint">Whether it keeps a handbook that the reader may print.</param>
    public sealed record Row(Guid UnitId, string Unit, IReadOnlyList<Duty> Duties, IReadOnlyList<Session> Late, IReadOnlyList<Session> ToSign, string Text, bool MayPrint)
    {
        public bool IsClear => Duties.Count + Late.Count + ToSign.Count == 0;
    }

    /// <param name="Rows">The units of which something is to be said.</param>
    /// <param name="Clear">How many units of the page are through.</param>
    /// <param name="GroupText">For the group of all secretaries: what falls due, and nobody by name. Empty for whoever answers for one unit.</param>
    public sealed record View(Period Period, IReadOnlyList<Period> Periods, IReadOnlyList<Row> Rows, int Clear, string GroupText, IReadOnlyList<DueForms.Row> Forms, string? Next);

    public async Task<View> Show(Query query, CancellationToken ct)
    {
        actor.Demand(AgendaCapability.CloseMonth);
        var today = clock.Today();
        var periods = FormPeriods.Choices(today, null).Where(p => p.Kind is PeriodKind.Month or PeriodKind.Quarter).ToList();
        var period = FormPeriods.Read(query.Period) is { Kind: PeriodKind.Month or PeriodKind.Quarter } asked && asked.First <= today ? asked : Usual(today);

        var units = await db.Units.AsNoTracking().Where(actor, AgendaCapability.CloseMonth)
            .Where(u => u.DutiesFrom != null && u.DissolvedOn == null && u.Kind != UnitKind.PartyGroup && (query.After == null || string.Compare(u.Order, query.After) > 0))
            .OrderBy(u => u.Order).Take(PageSize + 1).ToListAsync(ct);
        var page = units.Take(PageSize).ToList();
        var ids = page.ConvertAll(u => u.Id);
        var groups = await db.Units.Where(u => u.Kind == UnitKind.PartyGroup && u.DissolvedOn == null && ids.Contains(u.ParentId!.Value)).Select(u => new { u.Id, u.Name, Branch = u.ParentId!.Value }).ToDictionaryAsync(u => u.Id, u => (u.Name, u.Branch), ct);

        var rules = (await db.RulesInUse(catalogue.Value, ct)).Where(r => r is { Require.IsOfRoll: false, Restricted: false }).ToList();
        List<Guid> all = [.. ids, .. groups.Keys];
        var probationers = await Probationers(db.Units.Where(u => ids.Contains(u.Id)), period, today, ct);
        var duties = (await Duties(all, period, rules, today, ct)).Concat(probationers).ToLookup(d => groups.TryGetValue(d.UnitId, out var group) ? group.Branch : d.UnitId);
        var sessions = (await Sessions(all, period, ct)).ToLookup(s => groups.TryGetValue(s.UnitId, out var group) ? group.Branch : s.UnitId);
        var leaders = await db.Leaders(db.Units.Where(u => ids.Contains(u.Id)), ct);
        var names = groups.ToDictionary(g => g.Key, g => $"{GroupNames.Of(page.Find(u => u.Id == g.Value.Branch)!.Name, g.Value.Name)}：");

        var rows = page.ConvertAll(unit =>
        {
            List<Duty> open = [.. duties[unit.Id].Select(d => d with { Title = names.GetValueOrDefault(d.UnitId, "") + d.Title })];
            List<Session> held = [.. sessions[unit.Id].Select(s => s with { Name = names.GetValueOrDefault(s.UnitId, "") + s.Name })];
            List<Session> toSign = held.FindAll(s => !s.IsSigned);
            return new Row(unit.Id, unit.Name, open, held.FindAll(s => s.IsLate), toSign, IsAsked(unit) && AnswersFromAbove(unit) ? MonthEndText.For(string.Join('、', leaders[unit.Id]), unit.Name, period, open, toSign) : "",
                BranchHandbook.IsKeptBy(unit, kinds) && actor.May(AgendaCapability.PrintHandbook, unit));
        });
        var next = units.Count > PageSize ? page[^1].Order : null;
        var several = page.Count > 1 || next is not null || query.After is not null;
        return new(period, periods, rows.FindAll(r => !r.IsClear), rows.Count(r => r.IsClear), several ? MonthEndText.ForGroup(period, await FallingDue([.. page.Where(IsAsked).Select(u => u.Id), .. groups.Keys], period, rules, ct)) : "", await forms.Show(period, ct), next);
    }

    /// <summary>A secretary writes no reminder to the own branch.</summary>
    private bool AnswersFromAbove(Unit unit) => actor.GrantsFor(AgendaCapability.CloseMonth).Any(g => g.UnitId != unit.Id && g.Covers(unit));

    /// <summary>Branches get words; leaders are told in person, and the committee is the reader.</summary>
    private static bool IsAsked(Unit unit) => unit.Kind is UnitKind.Branch or UnitKind.GeneralBranch;

    /// <summary>In its first days a month is young, and the one before is being closed.</summary>
    private static Period Usual(DateOnly today) => Period.Of(PeriodKind.Month, today.Day <= DaysOfLastMonth ? today.AddDays(-DaysOfLastMonth) : today);

    /// <summary>Not done, and it is over or time to think of it: what ends in the period, and what it had to warn of; while it runs, also what has begun and ends soon after. A term that is over stays open until there is an election.</summary>
    private async Task<List<Duty>> Duties(List<Guid> units, Period period, List<Rule> rules, DateOnly today, CancellationToken ct)
    {
        var (first, warned, known) = (period.First, period.Last < today ? period.Last : today, rules.Select(r => r.Id).Distinct().ToList());
        var longer = rules.Where(r => r.Period is not PeriodKind.Month).Select(r => r.Id).Distinct().ToList();   // a month's own come with its last days
        var ahead = period.Last < today ? warned : today.AddDays(DueSoon.DaysAhead);
        var terms = rules.Where(r => r.Require!.Measure is Measure.Term).Select(r => r.Id).Distinct().ToList();
        var found = await db.Standings.AsNoTracking().Where(s => units.Contains(s.UnitId) && !s.OfPerson && !s.Met && s.Exempt == "" && (s.DueOn >= first || terms.Contains(s.Rule)) && (s.WarnFrom <= warned || (s.From <= warned && s.DueOn <= ahead && longer.Contains(s.Rule))) && known.Contains(s.Rule))
            .OrderBy(s => s.DueOn).ThenBy(s => s.Rule).ToListAsync(ct);
        var planned = await db.Meetings.Where(m => m.State == MeetingState.Planned && m.HeldOn >= today && units.Contains(m.UnitId)).OrderBy(m => m.HeldOn).Select(m => new PlannedSession(m.Id, m.UnitId, m.Kind, m.HeldOn)).ToListAsync(ct);
        return [.. from s in found
                   let rule = rules.LastOrDefault(r => r.Id == s.Rule && r.IsInForce(s.From))
                   where rule is { Require: not null }
                   let session = rule.Require!.Of.FirstOrDefault(of => of.StartsWith("held.", StringComparison.Ordinal))?["held.".Length..]
                   orderby s.DueOn, rules.IndexOf(rule)
                   select new Duty(s.UnitId, rule.Title, rule.PeriodOf(s.From), Math.Max(1, s.Required - s.Actual), s.DueOn, s.State(today), session,
                       $"/standings/{s.SubjectId}/{s.Rule}/{s.From.Iso()}", planned.Find(p => p.UnitId == s.UnitId && p.Kind == session && p.On >= s.From && p.On <= s.DueOn)) { EndsTask = rule.Require!.Measure is Measure.Ended, IsTerm = rule.Require.Measure is Measure.Term, MayFollow = session is not null && kinds.Find(session) is { MayCountBefore: true } }];
    }

    /// <summary>As the workbench lists them: whose year ends in the period, and while it runs within the next thirty days. Who saw to it is probationary no more.</summary>
    private async Task<List<Duty>> Probationers(IQueryable<Unit> units, Period period, DateOnly today, CancellationToken ct)
    {
        var until = period.Last < today || period.Last > today.AddDays(DueSoon.Days) ? period.Last : today.AddDays(DueSoon.Days);
        return (await probation.Within(units, period.First, until, today, ct)).ConvertAll(p => new Duty(p.UnitId, p.Title, p.Period, p.Missing, p.DueOn, p.State, p.Session, p.Address, null) { Person = p.Person });
    }

    // What was taken over from a register was late for nothing, and its signed paper lies where it was made; so does that of what a branch filled into its sheet.
    private async Task<List<Session>> Sessions(List<Guid> units, Period period, CancellationToken ct)
    {
        var (first, last) = (period.First, period.Last);
        var found = await db.Meetings.Where(m => units.Contains(m.UnitId) && m.HeldOn >= first && m.HeldOn <= last && (m.State == MeetingState.Held || m.State == MeetingState.Locked) && !m.Origins.Any(o => o.IsOpen && !o.IsOfSheet))
            .OrderBy(m => m.HeldOn).ThenBy(m => m.Id).Select(m => new { m.Id, m.UnitId, m.Kind, m.HeldOn, m.EnteredAt, IsSigned = m.State == MeetingState.Locked || m.Origins.Any(o => o.IsOpen) }).ToListAsync(ct);
        return [.. from m in found
                   let kind = kinds.Find(m.Kind)
                   where kind is not null
                   select new Session(m.Id, m.UnitId, kind.Name, m.HeldOn, m.EnteredAt, m.IsSigned)];
    }

    /// <summary>What ends in the period for any of the units, done or not: nobody can be told from it.</summary>
    private async Task<List<(string Title, DateOnly DueOn)>> FallingDue(List<Guid> units, Period period, List<Rule> rules, CancellationToken ct)
    {
        var (first, last, known) = (period.First, period.Last, rules.Where(r => r.Period is not null && r.Require!.AtLeast > 0).Select(r => r.Id).Distinct().ToList());
        var found = await db.Standings.Where(s => units.Contains(s.UnitId) && !s.OfPerson && s.Exempt == "" && s.DueOn >= first && s.DueOn <= last && known.Contains(s.Rule))
            .Select(s => new { s.Rule, s.DueOn }).Distinct().ToListAsync(ct);
        return [.. from s in found
                   let rule = rules.FindLast(r => r.Id == s.Rule)
                   where rule is not null
                   orderby s.DueOn, rules.IndexOf(rule)
                   select (rule.Title, s.DueOn)];
    }
}

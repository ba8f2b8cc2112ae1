using System.Linq.Expressions;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Year;

/// <summary>What falls due in the next thirty days, or is to be thought of already, and is not done yet, nearest first; what was missed of late, which can still be entered if it took place; and terms that are over.</summary>
public sealed class DueSoon(AppDb db, Actor actor, Lazy<RuleCatalogue> catalogue, EndOfProbation probation, TimeProvider clock)
{
    public const int Days = 30;

    /// <summary>What has begun and ends so soon is to be thought of: a quarter's meetings come into sight with its last month and a half.</summary>
    public const int DaysAhead = 45;

    /// <summary>How long back what was missed is still called to mind.</summary>
    public const int DaysMissed = 60;

    /// <summary>How many duties each list of the page reaches.</summary>
    public const int Most = 200;

    /// <param name="Unit">A Party group stands with its branch: 规划科党支部·第二党小组.</param>
    /// <param name="Session">The kind of meeting that would do it; null when none does.</param>
    /// <param name="Planned">The meeting that is already planned for it.</param>
    public sealed record Row(Guid UnitId, string Unit, string Title, string Period, int Missing, DateOnly DueOn, StandingState State, string? Session, string Address, PlannedSession? Planned)
    {
        /// <summary>The place of its unit.</summary>
        public string Order { get; init; } = "";

        /// <summary>What the unit is called among others of its kind; null for what concerns one person.</summary>
        public UnitKind? Kind { get; init; }

        /// <summary>Whom it concerns, where it is one person's end of probation.</summary>
        public Probationer? Person { get; init; }

        /// <summary>A term stays open until there is an election, however long ago it ended.</summary>
        public bool IsTerm { get; init; }
    }

    /// <param name="Over">When the year is over, as exactly as the day of joining is known.</param>
    public sealed record Probationer(string Name, PartialDate Over);

    public sealed record PlannedSession(Guid Id, Guid UnitId, string Kind, DateOnly On);

    /// <summary>The first of a list that may be longer.</summary>
    public sealed record Head(IReadOnlyList<Row> First, int Total);

    /// <param name="Coming">With a last day within thirty days.</param>
    /// <param name="Ahead">Due later, and to be thought of already.</param>
    /// <param name="Missed">In the last two months, what ended last before.</param>
    /// <param name="Over">Terms that have run out without an election, the latest first.</param>
    public sealed record View(DueList Coming, DueList Ahead, DueList Missed, DueList Over);

    public async Task<View> Show(CancellationToken ct)
    {
        actor.Demand(RulesCapability.View);
        var today = clock.Today();
        var (from, until, ahead, terms) = (today.AddDays(-DaysMissed), today.AddDays(Days), today.AddDays(DaysAhead), catalogue.Value.Terms);
        var units = db.Units.Where(actor, RulesCapability.View);
        var people = (await probation.Within(units, from, until, today, ct)).ToLookup(p => p.DueOn >= today);
        var coming = await Find(units, s => s.DueOn >= today && s.DueOn <= until, Most, newest: false, ct);
        var later = await Find(units, s => s.DueOn > until && (s.WarnFrom <= today || (s.DueOn <= ahead && s.From <= today)), Most, newest: false, ct);
        var missed = await Find(units, s => s.DueOn >= from && s.DueOn < today && !terms.Contains(s.Rule), Most, newest: true, ct);
        var over = await Find(units, s => s.DueOn < today && terms.Contains(s.Rule), Most, newest: true, ct);
        return new(DueList.Of(With(coming, people[true], newest: false), newest: false), DueList.Of(later, newest: false) with { IsAhead = true }, DueList.Of(With(missed, people[false], newest: true), newest: true), DueList.Of(over, newest: true));
    }

    /// <summary>Open duties of these units whose last day is in the span exactly, and how many these are altogether.</summary>
    /// <param name="newest">What ended last comes first, and a term that is over counts however long ago: it stays open until there is an election.</param>
    internal async Task<Head> Within(IQueryable<Unit> units, DateOnly from, DateOnly until, int most, bool newest, CancellationToken ct)
    {
        var terms = catalogue.Value.Terms;
        var duties = await Find(units, s => (s.DueOn >= from || (newest && terms.Contains(s.Rule))) && s.DueOn <= until, most, newest, ct);
        var all = With(duties, await probation.Within(units, from, until, clock.Today(), ct), newest);
        return all with { First = [.. all.First.Take(most)] };
    }

    private static Head With(Head duties, IEnumerable<Row> people, bool newest)
    {
        List<Row> more = [.. people];
        List<Row> rows = [.. duties.First, .. more];
        return more.Count == 0 ? duties : new([.. (newest ? rows.OrderByDescending(r => r.DueOn) : rows.OrderBy(r => r.DueOn)).ThenBy(r => r.Order, StringComparer.Ordinal)], duties.Total + more.Count);
    }

    private async Task<Head> Find(IQueryable<Unit> units, Expression<Func<Standing, bool>> ends, int most, bool newest, CancellationToken ct)
    {
        var today = clock.Today();
        var rules = await db.RulesInUse(catalogue.Value, ct);
        var counted = rules.Where(r => r.Require is { IsOfRoll: false }).Select(r => r.Id).Distinct().ToList();
        var open = db.Standings.AsNoTracking().Where(s => !s.Met && s.Exempt == "" && !s.OfPerson && counted.Contains(s.Rule)).Where(ends)
            .Join(units.Where(u => u.DissolvedOn == null), s => s.UnitId, u => u.Id, (s, u) => new { s, u.Name, u.Order, u.Kind, u.ParentId });
        var found = await (newest ? open.OrderByDescending(x => x.s.DueOn) : open.OrderBy(x => x.s.DueOn)).ThenBy(x => x.Order).ThenBy(x => x.s.Rule).Take(most).ToListAsync(ct);
        if (found.Count == 0) return new([], 0);
        var total = found.Count < most ? found.Count : await open.CountAsync(ct);
        var branches = await db.BranchesOf(found.Where(x => x.Kind == UnitKind.PartyGroup).Select(x => x.ParentId), ct);
        var planned = await Planned([.. found.Select(x => x.s.UnitId).Distinct()], today, ct);
        return new([.. from x in (newest ? found.OrderByDescending(x => x.s.DueOn) : found.OrderBy(x => x.s.DueOn)).ThenBy(x => x.Order, StringComparer.Ordinal)
                   let rule = rules.LastOrDefault(r => r.Id == x.s.Rule && r.IsInForce(x.s.From))
                   where rule is not null
                   let period = rule.PeriodOf(x.s.From)
                   let held = rule.Require!.Of.FirstOrDefault(of => of.StartsWith("held.", StringComparison.Ordinal))
                   let session = held?["held.".Length..]
                   let name = x.Kind is UnitKind.PartyGroup && x.ParentId is { } branch ? GroupNames.Of(branches.GetValueOrDefault(branch, ""), x.Name) : x.Name
                   select new Row(x.s.UnitId, name, rule.Title, period, x.s.Required - x.s.Actual, x.s.DueOn, x.s.State(today), session, $"/standings/{x.s.SubjectId}/{x.s.Rule}/{x.s.From.Iso()}",
                       planned.Find(p => p.UnitId == x.s.UnitId && p.Kind == session && p.On >= x.s.From && p.On <= x.s.DueOn))
                   { Order = x.Order, Kind = x.Kind, IsTerm = rule.Require!.Measure is Measure.Term }], total);
    }

    private Task<List<PlannedSession>> Planned(List<Guid> units, DateOnly today, CancellationToken ct) =>
        db.Meetings.Where(m => m.State == MeetingState.Planned && m.HeldOn >= today && units.Contains(m.UnitId)).OrderBy(m => m.HeldOn).Select(m => new PlannedSession(m.Id, m.UnitId, m.Kind, m.HeldOn)).ToListAsync(ct);
}

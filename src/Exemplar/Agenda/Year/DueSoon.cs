using System.Linq.Expressions;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Year;

/// <summary>What falls due in the next thirty days, or is to be thought of already, and is not done yet, nearest first; and what was missed of late, which can still be entered if it took place.</summary>
public sealed class DueSoon(AppDb db, Actor actor, Lazy<RuleCatalogue> catalogue, EndOfProbation probation, TimeProvider clock)
{
    public const int Days = 30;

    /// <summary>How long back what was missed is still called to mind.</summary>
    public const int DaysMissed = 60;
    private const int Most = 200;

    /// <param name="Session">The kind of meeting that would do it; null when none does.</param>
    /// <param name="Planned">The meeting that is already planned for it.</param>
    public sealed record Row(Guid UnitId, string Unit, string Title, string Period, int Missing, DateOnly DueOn, StandingState State, string? Session, string Address, PlannedSession? Planned)
    {
        /// <summary>The place of its unit.</summary>
        public string Order { get; init; } = "";
    }

    public sealed record PlannedSession(Guid Id, Guid UnitId, string Kind, DateOnly On);

    /// <summary>The first of a list that may be longer.</summary>
    public sealed record Head(IReadOnlyList<Row> First, int Total);

    /// <param name="Coming">With a last day within thirty days.</param>
    /// <param name="Ahead">Due later, and to be thought of already.</param>
    public sealed record View(IReadOnlyList<Row> Coming, IReadOnlyList<Row> Ahead, IReadOnlyList<Row> Missed);

    public async Task<View> Show(CancellationToken ct)
    {
        actor.Demand(RulesCapability.View);
        var today = clock.Today();
        var (from, until) = (today.AddDays(-DaysMissed), today.AddDays(Days));
        var units = db.Units.Where(actor, RulesCapability.View);
        var rows = InOrder([.. await Rows(units, from, until, Most, ct), .. await probation.Within(units, from, until, today, ct)], newest: false);
        var open = rows.Where(r => r.State is not StandingState.Missed).ToList();
        return new(open.FindAll(r => r.DueOn <= until), open.FindAll(r => r.DueOn > until), [.. rows.Where(r => r.State is StandingState.Missed).OrderByDescending(r => r.DueOn)]);   // the units of one day stay in their order
    }

    /// <summary>Open duties of these units with a last day in the span, or for which it is time to warn, by day and in organization order.</summary>
    internal async Task<IReadOnlyList<Row>> Rows(IQueryable<Unit> units, DateOnly from, DateOnly until, int most, CancellationToken ct)
    {
        var today = clock.Today();
        var terms = catalogue.Value.Terms;
        return (await Find(units, s => (s.DueOn >= from || terms.Contains(s.Rule)) && (s.DueOn <= until || s.WarnFrom <= today), most, newest: false, ct)).First;
    }

    /// <summary>Open duties of these units whose last day is in the span exactly, and how many these are altogether.</summary>
    /// <param name="newest">What ended last comes first, and a term that is over counts however long ago: it stays open until there is an election.</param>
    internal async Task<Head> Within(IQueryable<Unit> units, DateOnly from, DateOnly until, int most, bool newest, CancellationToken ct)
    {
        var terms = catalogue.Value.Terms;
        var duties = await Find(units, s => (s.DueOn >= from || (newest && terms.Contains(s.Rule))) && s.DueOn <= until, most, newest, ct);
        var people = await probation.Within(units, from, until, clock.Today(), ct);
        return people.Count == 0 ? duties : new([.. InOrder([.. duties.First, .. people], newest).Take(most)], duties.Total + people.Count);
    }

    private static List<Row> InOrder(List<Row> rows, bool newest) => [.. (newest ? rows.OrderByDescending(r => r.DueOn) : rows.OrderBy(r => r.DueOn)).ThenBy(r => r.Order, StringComparer.Ordinal)];

    private async Task<Head> Find(IQueryable<Unit> units, Expression<Func<Standing, bool>> ends, int most, bool newest, CancellationToken ct)
    {
        var today = clock.Today();
        var rules = await db.RulesInUse(catalogue.Value, ct);
        var counted = rules.Where(r => r.Require is { IsOfRoll: false }).Select(r => r.Id).Distinct().ToList();
        var open = db.Standings.AsNoTracking().Where(s => !s.Met && s.Exempt == "" && !s.OfPerson && counted.Contains(s.Rule)).Where(ends)
            .Join(units.Where(u => u.DissolvedOn == null), s => s.UnitId, u => u.Id, (s, u) => new { s, u.Name, u.Order });
        var found = await (newest ? open.OrderByDescending(x => x.s.DueOn) : open.OrderBy(x => x.s.DueOn)).ThenBy(x => x.Order).ThenBy(x => x.s.Rule).Take(most).ToListAsync(ct);
        var total = found.Count < most ? found.Count : await open.CountAsync(ct);
        var planned = await Planned([.. found.Select(x => x.s.UnitId).Distinct()], today, ct);
        return new([.. from x in (newest ? found.OrderByDescending(x => x.s.DueOn) : found.OrderBy(x => x.s.DueOn)).ThenBy(x => x.Order, StringComparer.Ordinal)
                   let rule = rules.LastOrDefault(r => r.Id == x.s.Rule && r.IsInForce(x.s.From))
                   where rule is not null
                   let period = rule.Period is { } kind ? Period.Of(kind, x.s.From).Name : "任期届满"
                   let held = rule.Require!.Of.FirstOrDefault(of => of.StartsWith("held.", StringComparison.Ordinal))
                   let session = held?["held.".Length..]
                   select new Row(x.s.UnitId, x.Name, rule.Title, period, x.s.Required - x.s.Actual, x.s.DueOn, x.s.State(today), session, $"/standings/{x.s.SubjectId}/{x.s.Rule}/{x.s.From.Iso()}",
                       planned.Find(p => p.UnitId == x.s.UnitId && p.Kind == session && p.On >= x.s.From && p.On <= x.s.DueOn))
                   { Order = x.Order }], total);
    }

    private Task<List<PlannedSession>> Planned(List<Guid> units, DateOnly today, CancellationToken ct) =>
        db.Meetings.Where(m => m.State == MeetingState.Planned && m.HeldOn >= today && units.Contains(m.UnitId)).OrderBy(m => m.HeldOn).Select(m => new PlannedSession(m.Id, m.UnitId, m.Kind, m.HeldOn)).ToListAsync(ct);
}

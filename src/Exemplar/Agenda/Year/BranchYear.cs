using Exemplar.Agenda.Handbook;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Year;

/// <summary>A unit's year on one page: every duty by its periods, terms and numbers, and the hours of its members for whoever may see them.</summary>
public sealed class BranchYear(AppDb db, Actor actor, MeetingKinds kinds, Lazy<RuleCatalogue> catalogue, TimeProvider clock)
{
    /// <param name="Months">How many columns of the year it takes.</param>
    public sealed record Cell(Standing Standing, StandingState State, string Name, string Words, int Months)
    {
        public string Address => $"/standings/{Standing.SubjectId}/{Standing.Rule}/{Standing.From.Iso()}";
    }

    public sealed record Row(Rule Rule, IReadOnlyList<Cell> Cells);

    public sealed record Member(Guid Id, string Name, IReadOnlyList<Cell> Cells);

    /// <param name="Duties">What is counted by periods.</param>
    /// <param name="Others">Terms of office, and how the unit is made up.</param>
    /// <param name="MayPrint">Whether the reader may print the year's handbook; a year that has not begun has none.</param>
    public sealed record View(Unit Unit, int Year, int FirstYear, int LastYear, IReadOnlyList<Row> Duties, IReadOnlyList<Row> Others, IReadOnlyList<Member>? Members, bool MayPrint);

    public async Task<View> Show(Guid id, int? asked, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().FindOrThrow(id, ct);
        actor.Demand(RulesCapability.View, within: unit);
        var today = clock.Today();
        var year = asked is >= 2000 and <= 2100 ? asked.Value : today.Year;
        var rules = (await db.RulesInUse(catalogue.Value, ct)).Where(r => r.Require is not null).ToList();
        var terms = catalogue.Value.Terms;   // a term that is over stays open until there is an election
        var standings = await db.Standings.AsNoTracking().Where(s => s.UnitId == id && (s.Year == year || (!s.OfPerson && !s.Met && (s.Year > year || terms.Contains(s.Rule))))).ToListAsync(ct);

        var timeless = rules.Where(r => r.Period is null).Select(r => r.Id).ToHashSet();   // a term that runs out later is of this year too, a month of next year is not
        var end = new DateOnly(year, 12, 31);
        var asOf = end < today ? end : today;   // a year that is past shows terms as they stood at its end
        var ofUnit = standings.Where(s => !s.OfPerson && (s.Year == year || timeless.Contains(s.Rule))).ToLookup(s => terms.Contains(s.Rule));
        List<Row> rows = [.. Rows(ofUnit[false], rules, today), .. Rows(ofUnit[true], rules, asOf)];
        var people = standings.Where(s => s.OfPerson && MayRead(s, rules, unit)).ToList();
        var firstDone = await db.Standings.Where(s => s.UnitId == id && !s.OfPerson && s.Exempt == Place.BeforeStart).MinAsync(s => (int?)s.Year, ct);
        return new(unit, year, Math.Min(unit.DutiesFrom?.Year ?? today.Year, firstDone ?? today.Year), today.Year,
            [.. rows.Where(r => r.Rule.Period is not null && !r.Rule.Require!.IsOfRoll && r.Rule.Require.AtLeast > 0)],
            [.. rows.Where(r => r.Rule.Period is null || r.Rule.Require!.IsOfRoll || r.Rule.Require.AtLeast is null or 0)],
            actor.May(RulesCapability.People, unit) ? await Members(people, rules, today, ct) : null,
            year <= today.Year && BranchHandbook.IsKeptBy(unit, kinds) && actor.May(AgendaCapability.PrintHandbook, unit));
    }

    private bool MayRead(Standing standing, List<Rule> rules, Unit unit) =>
        rules.Find(r => r.Id == standing.Rule) is { } rule && (!rule.Restricted || actor.May(RulesCapability.Leaders, unit));

    private static List<Row> Rows(IEnumerable<Standing> standings, List<Rule> rules, DateOnly today) =>
        [.. from standing in standings
            group standing by standing.Rule into same
            let place = rules.FindLastIndex(r => r.Id == same.Key)
            where place >= 0
            orderby place
            select new Row(rules[place], [.. same.OrderBy(s => s.From).Select(s => CellOf(s, rules[place], today))])];

    /// <summary>In the order of names, never of hours.</summary>
    private async Task<List<Member>> Members(List<Standing> standings, List<Rule> rules, DateOnly today, CancellationToken ct)
    {
        var ids = standings.Select(s => s.SubjectId).Distinct().ToList();
        var names = await db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        var cells = Rows(standings, rules, today).SelectMany(row => row.Cells).ToLookup(c => c.Standing.SubjectId);
        return [.. names.OrderBy(p => p.Name, PinyinOrder.Instance).ThenBy(p => p.Id).Select(p => new Member(p.Id, p.Name, [.. cells[p.Id]]))];
    }

    internal static Cell CellOf(Standing standing, Rule rule, DateOnly today)
    {
        var (require, state) = (rule.Require!, standing.State(today));
        var name = rule.Period is { } kind ? kind is PeriodKind.Year ? "全年" : Period.Of(kind, standing.From).ShortName : $"{standing.DueOn.Iso()} 届满";
        var words = require.Measure is Measure.Term ? state.Name() : require.AtLeast is null or 0 ? require.Shown(standing.Actual) : $"{require.Shown(standing.Actual)}/{require.Shown(standing.Required)}";
        return new(standing, state, name, words, rule.Period switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, PeriodKind.HalfYear => 6, _ => 12 });
    }
}

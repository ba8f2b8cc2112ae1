using Exemplar.Agenda.Handbook;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Year;

/// <summary>A unit's year on one page: every duty by its periods, with those of the Party groups below it, terms and numbers, and the hours of its members for whoever may see them.</summary>
public sealed class BranchYear(AppDb db, Actor actor, MeetingKinds kinds, Lazy<RuleCatalogue> catalogue, IEnumerable<FactSource> sources, TimeProvider clock)
{
    /// <param name="Group">The Party group below the unit whose duty it is; null for the unit's own.</param>
    public sealed record Row(Rule Rule, UnitPlace? Group, IReadOnlyList<YearCell> Cells);

    public sealed record Member(Guid Id, string Name, IReadOnlyList<YearCell> Cells);

    /// <summary>What rests on nothing on record: no vote was ever held, nobody's hours were ever entered.</summary>
    public sealed record Silent(IReadOnlyList<string> Titles, IReadOnlyList<Row> Others, IReadOnlyList<Member> Members);

    public sealed record Neighbour(Guid Id, string Name);

    /// <param name="Duties">What is counted by periods.</param>
    /// <param name="Others">Terms of office, and how the unit is made up.</param>
    /// <param name="MayPrint">Whether the reader may print the year's handbook; a year that has not begun has none.</param>
    /// <param name="Before">The unit of its kind before it in organization order, whose year the reader may see; null for the first.</param>
    public sealed record View(Unit Unit, Neighbour? Before, Neighbour? After, int Year, int FirstYear, int LastYear, IReadOnlyList<Row> Duties, IReadOnlyList<Row> Others, IReadOnlyList<Member> Members, Silent Silent, bool MayPrint);

    public async Task<View> Show(Guid id, int? asked, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().FindOrThrow(id, ct);
        actor.Demand(RulesCapability.View, within: unit);
        var today = clock.Today();
        var year = asked is >= 2000 and <= 2100 ? asked.Value : today.Year;
        var (first, end) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rules = (await db.RulesInUse(catalogue.Value, ct)).Where(r => r.Require is not null).ToList();
        var terms = catalogue.Value.Terms;   // a term that is over stays open until there is an election
        var groups = await db.Units.AsNoTracking().Where(actor, RulesCapability.View).Where(u => u.ParentId == id && u.Kind == UnitKind.PartyGroup && (u.DissolvedOn == null || u.DissolvedOn >= first))
            .OrderBy(u => u.Order).Select(u => new UnitPlace(u.Id, u.Name, nameof(UnitKind.PartyGroup), u.Path)).ToListAsync(ct);
        List<Guid> units = [id, .. groups.Select(g => g.Id)];
        var standings = await db.Standings.AsNoTracking().Where(s => units.Contains(s.UnitId) && (s.Year == year || (!s.OfPerson && !s.Met && (s.Year > year || terms.Contains(s.Rule))))).ToListAsync(ct);

        var timeless = rules.Where(r => r.Period is null).Select(r => r.Id).ToHashSet();   // a term that runs out later is of this year too, a month of next year is not
        var asOf = end < today ? end : today;   // a year that is past shows terms as they stood at its end
        var ofUnit = standings.Where(s => s.UnitId == id && !s.OfPerson && (s.Year == year || timeless.Contains(s.Rule))).ToLookup(s => terms.Contains(s.Rule));
        var days = await db.DaysHeld(units, [.. rules.SelectMany(r => r.Require!.Of).Distinct()], year, ct);
        var earlier = await db.CountedBefore(units, [.. rules.Where(r => r.Period is PeriodKind.Year).SelectMany(r => r.Require!.Of).Distinct()], year, ct);
        var madeUp = await FindMadeUp(units, first, end, ct);
        List<Row> rows = [.. Rows(ofUnit[false], null, rules, days, earlier, madeUp, today), .. Rows(ofUnit[true], null, rules, days, earlier, madeUp, asOf)];
        var ofGroups = groups.SelectMany(g => Rows(standings.Where(s => s.UnitId == g.Id && s.Year == year && !s.OfPerson), g, rules, days, earlier, madeUp, today)).ToList();
        var people = actor.May(RulesCapability.People, unit) ? standings.FindAll(s => s.UnitId == id && s.OfPerson && MayRead(s, rules, unit)) : [];
        var firstDone = await db.Standings.Where(s => s.UnitId == id && !s.OfPerson && s.Exempt == Place.BeforeStart).MinAsync(s => (int?)s.Year, ct);

        var (bare, hours) = (await BareOf([.. rows.Where(r => !IsCounted(r))], id, ct), HoursOf(people, rules));
        var names = await Names(people, ct);
        var neighbours = db.Units.Where(actor, RulesCapability.View).Where(u => u.Kind == unit.Kind && u.Kind != UnitKind.PartyGroup && u.DutiesFrom != null && u.DissolvedOn == null);
        return new(unit, await neighbours.Where(u => string.Compare(u.Order, unit.Order) < 0).OrderByDescending(u => u.Order).Select(u => new Neighbour(u.Id, u.Name)).FirstOrDefaultAsync(ct),
            await neighbours.Where(u => string.Compare(u.Order, unit.Order) > 0).OrderBy(u => u.Order).Select(u => new Neighbour(u.Id, u.Name)).FirstOrDefaultAsync(ct), year, Math.Min(unit.DutiesFrom?.Year ?? today.Year, firstDone ?? today.Year), today.Year,
            [.. rows.Concat(ofGroups).Where(IsCounted).OrderBy(r => rules.FindLastIndex(rule => rule.Id == r.Rule.Id))],   // a stable order: groups as they stand
            [.. rows.Where(r => !IsCounted(r)).Except(bare)], Members(hours[true], names, rules, today),
            new([.. bare.Select(r => r.Rule.Title), .. hours[false].Select(s => s.Rule).Distinct().Select(rule => rules.FindLast(r => r.Id == rule)!.Title).Distinct()], bare, Members(hours[false], names, rules, today)),
            year <= today.Year && BranchHandbook.IsKeptBy(unit, kinds) && actor.May(AgendaCapability.PrintHandbook, unit));
    }

    private async Task<List<MadeUp>> FindMadeUp(List<Guid> units, DateOnly first, DateOnly end, CancellationToken ct)
    {
        List<MadeUp> found = [];
        foreach (var source in sources)
            if (source.MadeUp is { } of) found.AddRange(await of(db, units, first, end, ct));
        return found;
    }

    private static bool IsCounted(Row row) => row.Rule.Period is not null && !row.Rule.Require!.IsOfRoll && row.Rule.Require.AtLeast > 0;

    private bool MayRead(Standing standing, List<Rule> rules, Unit unit) =>
        rules.Find(r => r.Id == standing.Rule) is { } rule && (!rule.Restricted || actor.May(RulesCapability.Leaders, unit));

    /// <summary>That no vote was void says nothing where there never was one.</summary>
    private async Task<List<Row>> BareOf(List<Row> others, Guid unit, CancellationToken ct)
    {
        var ofVotes = others.FindAll(r => r.Rule.Require!.Of.Any(of => of.StartsWith("void.", StringComparison.Ordinal)) && r.Cells.All(c => c.Standing.Actual == 0));
        var meetings = db.Meetings.Where(m => m.UnitId == unit).Select(m => m.Id);
        return ofVotes.Count == 0 || await db.Votes.AnyAsync(v => meetings.Contains(v.MeetingId), ct) || await db.Elections.AnyAsync(e => meetings.Contains(e.MeetingId), ct) ? [] : ofVotes;
    }

    /// <summary>What is on record of people (true), and what is not: hours while nobody has any, everything else while there is nothing at all.</summary>
    private static ILookup<bool, Standing> HoursOf(List<Standing> people, List<Rule> rules)
    {
        var sums = rules.Where(r => r.Require!.Measure is Measure.Sum).Select(r => r.Id).ToHashSet();
        var (hours, others) = (people.Exists(s => sums.Contains(s.Rule) && s.Actual > 0), people.Exists(s => !sums.Contains(s.Rule) && s.Actual > 0));
        return people.ToLookup(s => hours || (others && !sums.Contains(s.Rule)));
    }

    private static List<Row> Rows(IEnumerable<Standing> standings, UnitPlace? below, List<Rule> rules, ILookup<Guid, HeldDay>? days, ILookup<Guid, HeldDay>? earlier, List<MadeUp> madeUp, DateOnly today) =>
        [.. from standing in standings
            group standing by standing.Rule into same
            let place = rules.FindLastIndex(r => r.Id == same.Key)
            where place >= 0
            orderby place
            select new Row(rules[place], below, [.. same.OrderBy(s => s.From).Select(s => YearCell.Of(s, rules[place], days?[s.SubjectId] ?? [], earlier?[s.SubjectId] ?? [], madeUp, today))])];

    private async Task<List<(Guid Id, string Name)>> Names(List<Standing> people, CancellationToken ct)
    {
        var ids = people.Select(s => s.SubjectId).Distinct().ToList();
        var names = await db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        return [.. names.Select(p => (p.Id, p.Name))];
    }

    /// <summary>In the order of names, never of hours.</summary>
    private static List<Member> Members(IEnumerable<Standing> standings, List<(Guid Id, string Name)> names, List<Rule> rules, DateOnly today)
    {
        var cells = Rows(standings, null, rules, null, null, [], today).SelectMany(row => row.Cells).ToLookup(c => c.Standing.SubjectId);
        return [.. names.Where(p => cells.Contains(p.Id)).OrderBy(p => p.Name, PinyinOrder.Instance).ThenBy(p => p.Id).Select(p => new Member(p.Id, p.Name, [.. cells[p.Id]]))];
    }
}

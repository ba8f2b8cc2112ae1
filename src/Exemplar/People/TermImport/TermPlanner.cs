using Exemplar.Organization;
using Exemplar.People.RosterImport;
using Exemplar.Rules.Catalogue;

namespace Exemplar.People.TermImport;

/// <summary>Holds a sheet of elections against units, roster, posts and the elections that are on record. Changes nothing.</summary>
internal sealed class TermPlanner(NamedUnits units, TermAnswers answers, ILookup<Guid, DateOnly> elections, SeatPlanner seats, RuleCatalogue rules, DateOnly today)
{
    /// <summary>As if the nearest names were meant where nothing was said; they stay among the names, to be looked at.</summary>
    public static async Task<TermPlan> PlanWithNearest(AppDb db, Actor actor, HandedInTerms handedIn, RuleCatalogue rules, DateOnly today, CancellationToken ct)
    {
        var plan = await Plan(db, actor, handedIn, handedIn.Said(), rules, today, ct);
        var nearest = plan.Names.Where(n => n is { Said: null, Nearest: not null }).ToDictionary(n => n.Name, n => n.Nearest!.Id);
        return nearest.Count == 0 ? plan : await Plan(db, actor, handedIn, handedIn.Said().With(TermAnswers.None with { Units = nearest }), rules, today, ct) with { Names = plan.Names };
    }

    public static async Task<TermPlan> Plan(AppDb db, Actor actor, HandedInTerms handedIn, TermAnswers said, RuleCatalogue rules, DateOnly today, CancellationToken ct)
    {
        var seen = db.Units.AsNoTracking().Where(actor, PeopleCapability.Appoint).Where(actor, OrganizationCapability.Change).Where(u => u.DissolvedOn == null);
        var offered = await seen.Where(u => u.Kind == UnitKind.Committee || u.Kind == UnitKind.GeneralBranch || u.Kind == UnitKind.Branch).OrderBy(u => u.Order).ToListAsync(ct);
        var ids = offered.ConvertAll(u => u.Id);
        var facts = await db.Facts.Where(f => !f.Voided && f.Kind == "elected" && f.PersonId == null && ids.Contains(f.UnitId)).Select(f => new { f.UnitId, f.OccurredOn }).ToListAsync(ct);
        var words = await TermWords.Load(db, actor, said, ct);
        var read = handedIn.Read(words.Columns);
        var reading = read.Value ?? new([], [new("", 0, read.Refusal!.Message)], [], [], []);
        var seats = await SeatPlanner.Load(db, actor, reading, today, ct);
        var planner = new TermPlanner(new(offered, name => words.Units.TryGetValue(OfficeWords.KeyOfUnit(name), out var meant) && ids.Contains(meant) ? meant : null), said, facts.ToLookup(f => f.UnitId, f => f.OccurredOn), seats, rules, today);
        var terms = planner.Hold([.. reading.Lines.Select(planner.Place)]);
        return new(reading, terms, [.. planner.Names(terms)], offered);
    }

    /// <summary>Asked about once each, and shown as long as what was said may be changed.</summary>
    private IEnumerable<NameOfUnit> Names(List<PlannedTerm> terms) => terms.Where(t => t.Line.Unit.Length > 0 && (answers.Units.ContainsKey(t.Line.Unit) || t is { State: TermState.Doubtful, Unit: null }))
        .GroupBy(t => t.Line.Unit).Select(g => new NameOfUnit(g.Key, g.Count(), answers.Units.ContainsKey(g.Key) ? null : UnitLikeness.Nearest(g.Key, units.All, u => u.Name), answers.Units.TryGetValue(g.Key, out var said) ? units.Of(said) : null));

    /// <summary>Where and when, or what is not clear of it.</summary>
    private PlannedTerm Place(TermLine line)
    {
        var said = answers.Rows.GetValueOrDefault(line.Key);
        var unit = units.Of(said?.Unit) ?? (line.Unit.Length > 0 ? units.Called(line.Unit) : null);
        var day = said?.Day ?? OnRecord(unit, line.ElectedOn) ?? line.ElectedOn?.First;
        var planned = new PlannedTerm(line, TermState.LeftOut, unit, day, null, null, [], "");
        if (said is { Out: true }) return planned with { Why = "您选了不导入" };
        if (line.LeftOut.Length > 0 && said?.Day is null) return planned with { Why = line.LeftOut };

        if (unit is null && line.Unit.Contains("纪委", StringComparison.Ordinal)) return planned with { Why = "机关纪委不是这里的党组织，届次不在这里记" };

        List<string> open = [];
        if (unit is null) open.Add(line.Unit.Length == 0 ? "没有写是哪个党组织" : $"没有叫“{PrivateText.Quote(line.Unit)}”的党委、总支或支部，或者不由您登记");
        if (day is null) open.Add(line.NoDay.Length > 0 ? $"换届时间“{line.NoDay}”认不出是哪一天" : $"没有换届时间{(line.Ends is { } ends ? $"，届满写的是{ends.InWords}" : "")}");
        if (day > today) open.Add("换届时间在今天之后，是计划");
        if (day < new DateOnly(1950, 1, 1)) open.Add("换届时间太早，请核对");
        return open.Count > 0 ? planned with { State = TermState.Doubtful, ElectedOn = day > today ? null : day, Why = string.Join('；', open) }
            : planned with { State = TermState.Ready, Due = day!.Value.AddYears(YearsOf(unit!)).AddDays(-1) };
    }

    /// <summary>A month is the day of it that is on record.</summary>
    private DateOnly? OnRecord(Unit? unit, PartialDate? said) =>
        unit is not null && said is { HasDay: false } month && elections[unit.Id].FirstOrDefault(d => d >= month.First && d <= month.Last) is var day && day != default ? day : null;

    private int YearsOf(Unit unit) => rules.All.First(r => r.Require?.Measure is Measure.Term && r.Scope.Units.Contains(unit.Kind.ToString())).Require!.Years;

    /// <summary>The elections of each unit in their order: posts of one last until the next.</summary>
    private List<PlannedTerm> Hold(List<PlannedTerm> placed)
    {
        Dictionary<(Guid, DateOnly), TermLine> above = [];
        placed = placed.ConvertAll(t => t.State is not TermState.Ready || above.TryAdd((t.Unit!.Id, t.ElectedOn!.Value), t.Line) ? t
            : t with { State = TermState.LeftOut, Why = $"与{above[(t.Unit.Id, t.ElectedOn.Value)].Place}是同一次换届，只记一次" });
        var days = placed.Where(t => t.State is TermState.Ready).Select(t => (t.Unit!.Id, Day: t.ElectedOn!.Value)).Concat(elections.SelectMany(e => e.Select(d => (Id: e.Key, Day: d)))).ToLookup(x => x.Id, x => x.Day);
        return placed.ConvertAll(term =>
        {
            if (term.State is not TermState.Ready) return term;
            var (unit, day) = (term.Unit!, term.ElectedOn!.Value);
            var next = days[unit.Id].Where(d => d > day).DefaultIfEmpty().Min();
            var until = next == default ? (DateOnly?)null : next.AddDays(-1);
            var known = elections[unit.Id].Contains(day);
            var planned = term with { Until = until, Seats = seats.Plan(unit, day, until, term.Line.Seats), IsOnRecord = known };
            var moves = !known || planned.Seats.Any(s => s.State is PostState.New or PostState.Sooner);
            return planned with { State = moves ? TermState.Ready : TermState.Known, Why = string.Join('；', Remarks(planned)) };
        });
    }

    private IEnumerable<string> Remarks(PlannedTerm term)
    {
        var (line, unit) = (term.Line, term.Unit!);
        if (line.ElectedOn is { HasDay: false } month && answers.Rows.GetValueOrDefault(line.Key)?.Day is null && !term.IsOnRecord) yield return $"只写到{month.InWords}，按 {term.ElectedOn!.Value.Iso()} 记；知道哪一天的请填上";
        if (line.Years is { } years && years != YearsOf(unit)) yield return $"届期写的是 {years} 年，{unit.Kind.Name()}每届 {YearsOf(unit)} 年，届满按规则算";
        else if (line.Ends is { } ends && !(ends.First <= term.Due!.Value.AddDays(1) && term.Due.Value <= ends.Last)) yield return $"届满写的是{ends.InWords}，按每届 {YearsOf(unit)} 年算是 {term.Due.Value.Iso()}";
        else if (line.NoEnd.Length > 0) yield return $"届满时间“{line.NoEnd}”没有用，按规则算";
        if (term.ExtendedTo is { } to) yield return term.IsOnRecord && unit.TermExtendedTo != to ? $"备注说延期到 {to.Iso()}：这次换届已在册，请在单位的“批准延期到”里填" : $"备注说同意延期，届满按 {to.Iso()} 记";
        else if (line.PutOff.Length > 0) yield return $"备注“{line.PutOff}”没有写批准延期到哪一天，届满先按规则算；批准了的，导入后在单位的“批准延期到”里填";
        if (unit.DutiesFrom is null) yield return "还没有启用日，届满不会提醒";
    }
}

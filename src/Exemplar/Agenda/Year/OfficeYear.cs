using Exemplar.Organization;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Year;

/// <summary>All units against all duties of a quarter or a year, in organization order: one row a unit with the Party groups below it, from summary rows only.</summary>
public sealed class OfficeYear(AppDb db, Actor actor, Lazy<RuleCatalogue> catalogue, TimeProvider clock)
{
    public const int PageSize = 100;

    public sealed record Query(int? Year = null, int? Quarter = null, string? After = null);

    /// <summary>How one duty of one unit stands over the span.</summary>
    public sealed record Cell(int Done, int Asked, int Missed, int AtRisk)
    {
        public StandingState State => Missed > 0 ? StandingState.Missed : AtRisk > 0 ? StandingState.AtRisk : Asked == 0 ? StandingState.Exempt : Done == Asked ? StandingState.Done : StandingState.Due;
    }

    public sealed record Row(Guid UnitId, string Unit, IReadOnlyList<Cell?> Cells);

    public sealed record View(int Year, int? Quarter, IReadOnlyList<Rule> Rules, IReadOnlyList<Row> Rows, string? Next, IReadOnlyList<UnitPlace> MayNotice, bool MayCloseMonth)
    {
        /// <summary>Duties of a year that is over of which not one is on record: perhaps nobody has brought them in.</summary>
        public IReadOnlyList<string> Unrecorded { get; init; } = [];
    }


    public async Task<View> Show(Query query, CancellationToken ct)
    {
        actor.Demand(RulesCapability.View);
        var today = clock.Today();
        var (year, quarter) = (query.Year is >= 2000 and <= 2100 ? query.Year.Value : today.Year, query.Quarter is >= 1 and <= 4 ? query.Quarter : null);
        var units = await db.Units.AsNoTracking().Where(actor, RulesCapability.View)
            .Where(u => u.DutiesFrom != null && u.DissolvedOn == null && u.Kind != UnitKind.PartyGroup && (query.After == null || string.Compare(u.Order, query.After) > 0))
            .OrderBy(u => u.Order).Take(PageSize + 1).Select(u => new { u.Id, u.Name, u.Order }).ToListAsync(ct);
        var page = units.Take(PageSize).ToList();

        var span = quarter is { } q ? Period.Of(PeriodKind.Quarter, new(year, 3 * q, 1)) : Period.Of(PeriodKind.Year, new(year, 1, 1));
        var cells = await Cells(page.ConvertAll(u => u.Id), year, span, today, ct);
        var rules = (await db.RulesInUse(catalogue.Value, ct)).Where(r => r.Require is { IsOfRoll: false, AtMost: null } && cells.Keys.Any(k => k.Rule == r.Id)).DistinctBy(r => r.Id).ToList();
        var bare = rules.Where(r => year < today.Year && cells.Where(c => c.Key.Rule == r.Id).Select(c => c.Value).ToList() is var all && all.TrueForAll(c => c.Done == 0) && all.Exists(c => c.Missed > 0) && !catalogue.Value.Terms.Contains(r.Id));
        return new(year, quarter, rules, [.. page.Select(u => new Row(u.Id, u.Name, [.. rules.Select(r => cells.GetValueOrDefault((u.Id, r.Id)))]))],
            units.Count > PageSize ? page[^1].Order : null, await db.PlacesFor(actor, RulesCapability.Notice, ["Office", "Committee"], ct), actor.May(AgendaCapability.CloseMonth))
        { Unrecorded = [.. bare.Select(r => r.Title)] };
    }

    /// <summary>
    /// The periods that touch the span, added up by the database; those of Party groups stand with the unit above them, which is
    /// through only when each group is. What is not required counts only when it was done all the same.
    /// </summary>
    private async Task<Dictionary<(Guid Unit, string Rule), Cell>> Cells(List<Guid> units, int year, Period span, DateOnly today, CancellationToken ct)
    {
        var (first, last, terms) = (span.First, span.Last, catalogue.Value.Terms);
        // A term that is over stays open until there is an election, in whatever year that was; a year that is past shows it as it stood at its end.
        var asOf = last < today ? last : today;
        var begun = new DateOnly(year, 1, 1);
        var above = await db.Units.Where(actor, RulesCapability.View).Where(u => u.Kind == UnitKind.PartyGroup && u.ParentId != null && units.Contains(u.ParentId.Value) && (u.DissolvedOn == null || u.DissolvedOn >= begun))
            .Select(u => new { u.Id, Unit = u.ParentId!.Value }).ToDictionaryAsync(u => u.Id, u => u.Unit, ct);
        List<Guid> counted = [.. units, .. above.Keys];
        var sums = await db.Standings.Where(s => counted.Contains(s.UnitId) && !s.OfPerson && ((s.From <= last && s.To >= first && s.Year >= year) || (terms.Contains(s.Rule) && !s.Met && s.DueOn < first)))
            .GroupBy(s => new { s.UnitId, s.Rule })
            .Select(g => new
            {
                g.Key,
                Done = g.Count(s => s.Met),
                Asked = g.Count(s => s.Met || s.Exempt == ""),
                Missed = g.Count(s => !s.Met && s.Exempt == "" && (terms.Contains(s.Rule) ? s.DueOn < asOf : s.DueOn < today)),
                AtRisk = g.Count(s => !s.Met && s.Exempt == "" && (terms.Contains(s.Rule) ? s.DueOn >= asOf && s.WarnFrom <= asOf : s.DueOn >= today && s.WarnFrom <= today)),
            }).ToListAsync(ct);
        return sums.GroupBy(s => (above.GetValueOrDefault(s.Key.UnitId, s.Key.UnitId), s.Key.Rule)).ToDictionary(g => g.Key, g => new Cell(g.Sum(s => s.Done), g.Sum(s => s.Asked), g.Sum(s => s.Missed), g.Sum(s => s.AtRisk)));
    }
}

using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Web;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Year;

/// <summary>When the terms of all committees and branches end, in organization order: one row a unit, from its open standing.</summary>
public sealed class TermList(AppDb db, Actor actor, Lazy<RuleCatalogue> catalogue, TimeProvider clock)
{
    public const int PageSize = 100;

    public enum Part
    {
        [Display(Name = "已超期")] Over,
        [Display(Name = "半年内届满")] Soon,
        [Display(Name = "没有登记换届日期")] Unknown,
    }

    public sealed record Query(Part? Only = null, string? After = null);

    /// <param name="Term">The term that lasts; null while nobody has entered an election, or the unit's duties are not kept.</param>
    /// <param name="Members">Of the unit and what stands below it.</param>
    public sealed record Row(UnitPlace Unit, string Kind, int Depth, DateOnly? ElectedOn, DateOnly? ExtendedTo, bool IsKept, Open? Term, string Secretary, int Members, bool MayChange);

    public sealed record Open(string Rule, DateOnly From, DateOnly DueOn, StandingState State, int Days);

    /// <param name="Counts">How many of the reader's units each part has, whatever is shown.</param>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyDictionary<Part, int> Counts, int Total, string? Next, IReadOnlyList<Rule> Rules, bool MayImport);

    public async Task<View> Show(Query query, CancellationToken ct)
    {
        actor.Demand(RulesCapability.View);
        var today = clock.Today();
        var seen = db.Units.AsNoTracking().Where(actor, RulesCapability.View).Where(u => u.DissolvedOn == null && (u.Formation != Formation.Temporary || u.ElectedOn != null) && (u.Kind == UnitKind.Committee || u.Kind == UnitKind.GeneralBranch || u.Kind == UnitKind.Branch));
        var counts = new Dictionary<Part, int>();
        foreach (var part in Enum.GetValues<Part>()) counts.Add(part, await Narrow(seen, part, today).CountAsync(ct));

        var shown = query.Only is { } only ? Narrow(seen, only, today) : seen;
        var units = await shown.Where(u => query.After == null || string.Compare(u.Order, query.After) > 0).OrderBy(u => u.Order).Take(PageSize + 1).ToListAsync(ct);
        var page = units.Take(PageSize).ToList();
        var ids = page.ConvertAll(u => u.Id);
        var terms = (await Terms().Where(s => ids.Contains(s.SubjectId)).AsNoTracking().ToListAsync(ct)).GroupBy(s => s.SubjectId).ToDictionary(g => g.Key, g => g.MaxBy(s => s.From)!);
        var secretaries = await db.Leaders(db.Units.Where(u => ids.Contains(u.Id)), ct);
        var members = await Members(seen, ct);

        return new([.. page.Select(u => new Row(new(u.Id, u.Name, u.Kind.ToString(), u.Path), u.Kind.Name(), u.Order.Count(c => c == '/'), u.ElectedOn, u.TermExtendedTo, u.DutiesFrom is not null,
                terms.TryGetValue(u.Id, out var term) ? new Open(term.Rule, term.From, term.DueOn, term.State(today), term.DueOn.DayNumber - today.DayNumber) : null,
                string.Join('、', secretaries[u.Id]), members.Where(m => m.Path.StartsWith(u.Path, StringComparison.Ordinal)).Sum(m => m.Count), actor.May(OrganizationCapability.Change, u)))],
            counts, await seen.CountAsync(ct), units.Count > PageSize ? page[^1].Order : null,
            [.. catalogue.Value.All.Where(r => r.Require?.Measure is Measure.Term)], actor.May(PeopleCapability.Appoint) && actor.May(OrganizationCapability.Change));
    }

    /// <summary>The terms that no election has followed yet.</summary>
    private IQueryable<Standing> Terms()
    {
        var rules = catalogue.Value.Terms;
        return db.Standings.Where(s => rules.Contains(s.Rule) && !s.Met && !s.OfPerson);
    }

    private IQueryable<Unit> Narrow(IQueryable<Unit> units, Part part, DateOnly today)
    {
        var terms = Terms();
        return part switch
        {
            Part.Over => units.Where(u => terms.Any(s => s.SubjectId == u.Id && s.DueOn < today)),
            Part.Soon => units.Where(u => terms.Any(s => s.SubjectId == u.Id && s.DueOn >= today && s.WarnFrom <= today)),
            _ => units.Where(u => !terms.Any(s => s.SubjectId == u.Id)),
        };
    }

    private async Task<List<(string Path, int Count)>> Members(IQueryable<Unit> seen, CancellationToken ct)
    {
        var counts = await db.Memberships.Where(m => m.To == null && db.People.Any(p => p.Id == m.PersonId && p.Status != null)).Join(seen, m => m.UnitId, u => u.Id, (m, u) => u.Path)
            .GroupBy(path => path).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return counts.ConvertAll(c => (c.Key, c.Count));
    }
}

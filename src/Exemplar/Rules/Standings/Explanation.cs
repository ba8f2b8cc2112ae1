using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules.Standings;

/// <summary>Why a standing is as it is: the rule with its source, and the records that count; as much as the reader may see.</summary>
public sealed class Explanation(AppDb db, Actor actor, Lazy<RuleCatalogue> catalogue, IEnumerable<FactSource> sources, TimeProvider clock)
{
    private const int MostRecords = 200;

    /// <param name="Address">Null where the reader may not open it.</param>
    public sealed record Counted(DateOnly On, string Title, int Quantity, string? Address);

    /// <summary>A record of this period that counts in another year.</summary>
    public sealed record Elsewhere(DateOnly On, string Title, int Year, string? Address);

    /// <summary>A later record that says it makes up for this period. It counts on its own day.</summary>
    public sealed record Later(DateOnly On, string Title, string? Address);

    /// <param name="Begin">Where the reader can make what is missing.</param>
    public sealed record View(Standing Standing, StandingState State, Rule Rule, string Subject, UnitPlace Unit, string Period, IReadOnlyList<Counted> Records, bool HasMore, IReadOnlyList<Elsewhere> Elsewhere, IReadOnlyList<Later> MadeUp, string? Begin);

    public async Task<View> Show(Guid subject, string rule, DateOnly from, CancellationToken ct)
    {
        var standing = await db.Standings.AsNoTracking().SingleOrDefaultAsync(s => s.SubjectId == subject && s.Rule == rule && s.From == from, ct) ?? throw new NotFound(nameof(Standing));
        var unit = await db.FindPlace(standing.UnitId, ct);
        var known = (await db.RulesInUse(catalogue.Value, ct)).LastOrDefault(r => r.Id == rule && r.IsInForce(from)) ?? throw new NotFound(rule);
        if (!(standing.OfPerson && subject == actor.PersonId)) actor.Demand(known.Restricted ? RulesCapability.Leaders : standing.OfPerson ? RulesCapability.People : RulesCapability.View, within: unit);

        var facts = await Facts(standing, known.Require!, ct);
        return new(standing, standing.State(clock.Today()), known, standing.OfPerson ? await db.NameOfPerson(subject, ct) : unit.Name, unit, Named(known, standing),
            [.. facts.Take(MostRecords).Select(f => Shown(f, unit))], facts.Count > MostRecords, await CountedElsewhere(standing, known.Require!, unit, ct), await MadeUpLater(standing, known.Require!, unit, ct), standing.Met || standing.OfPerson ? null : BeginningOf(known.Require!, unit));
    }

    private async Task<List<Fact>> Facts(Standing standing, Requirement require, CancellationToken ct)
    {
        if (require.IsOfRoll || require.Measure is Measure.Share or Measure.Ended) return [];
        var facts = db.Facts.AsNoTracking().Where(f => !f.Voided && f.CountsOn >= standing.From && f.CountsOn <= standing.To);
        facts = standing.OfPerson ? facts.Where(f => f.PersonId == standing.SubjectId) : facts.Where(f => f.UnitId == standing.SubjectId && f.PersonId == null);
        var found = await facts.OrderBy(f => f.OccurredOn).ThenBy(f => f.Id).Take(5 * MostRecords).ToListAsync(ct);
        return found.FindAll(f => require.Reads(f.Kind));
    }

    /// <summary>Held in this period and counted for another year: why a cell is 0 although somebody remembers a session.</summary>
    private async Task<List<Elsewhere>> CountedElsewhere(Standing standing, Requirement require, UnitPlace unit, CancellationToken ct)
    {
        if (standing.OfPerson || require.IsOfRoll || require.Measure is Measure.Share or Measure.Ended) return [];
        var found = await db.Facts.AsNoTracking().Where(f => !f.Voided && f.UnitId == standing.SubjectId && f.PersonId == null && f.OccurredOn >= standing.From && f.OccurredOn <= standing.To
            && (f.CountsOn < standing.From || f.CountsOn > standing.To)).OrderBy(f => f.OccurredOn).ThenBy(f => f.Id).ToListAsync(ct);
        return [.. found.FindAll(f => require.Reads(f.Kind)).Select(f => (Fact: f, As: Shown(f, unit))).Select(x => new Elsewhere(x.As.On, x.As.Title, x.Fact.CountsOn.Year, x.As.Address))];
    }

    private async Task<List<Later>> MadeUpLater(Standing standing, Requirement require, UnitPlace unit, CancellationToken ct)
    {
        if (standing.Met || standing.OfPerson) return [];
        List<Later> later = [];
        foreach (var source in sources.Where(s => s.MadeUp is not null && require.Of.Any(s.Knows)))
            later.AddRange((await source.MadeUp!(db, [standing.SubjectId], standing.From, standing.To, ct)).Where(m => m.Concerns(standing, require))
                .Select(m => new Later(m.On, source.Title(m.Kind), actor.May(source.Permission, unit) ? source.Address(m.RecordId) : null)));
        return later;
    }

    private string? BeginningOf(Requirement require, UnitPlace unit) =>
        (from kind in require.Of
         from source in sources
         where source.Knows(kind) && source.Begin is { } begin && actor.May(begin.Permission, unit)
         select source.Begin!.Address(kind, unit.Id)).FirstOrDefault(address => address is not null);

    private Counted Shown(Fact fact, UnitPlace unit)
    {
        var source = sources.FirstOrDefault(s => s.Knows(fact.Kind));
        return new(fact.OccurredOn, source?.Title(fact.Kind) ?? "登记", fact.Quantity, source is not null && actor.May(source.Permission, unit) ? source.Address(fact.RecordId) : null);
    }

    private static string Named(Rule rule, Standing standing) => rule.Period is { } kind ? Period.Of(kind, standing.From).Name : $"{standing.From.InWords()}至{standing.To.InWords()}";
}

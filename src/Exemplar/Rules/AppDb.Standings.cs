using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    /// <summary>The facts of these subjects: month by month for the years, and day by day for terms and spans.</summary>
    internal async Task<Tallies> Tallies(IReadOnlyList<Rule> rules, IReadOnlyList<Subject> subjects, IReadOnlyCollection<int> years, CancellationToken ct)
    {
        var units = subjects.Where(s => !s.IsPerson).Select(s => s.Id).ToList();
        var people = subjects.Where(s => s.IsPerson).Select(s => s.Id).ToHashSet();
        if (rules.Any(r => r.Require?.Measure is Measure.Share)) people.UnionWith(subjects.Where(s => !s.IsPerson).SelectMany(s => s.Stays).Select(s => s.PersonId));
        var (first, last) = (years.Min() * 100 + 1, years.Max() * 100 + 12);

        var tallies = units.Count == 0 ? [] : await OfUnits.Of(this)(this, units, first, last).ToListAsync(ct);
        if (people.Count > 0) tallies.AddRange(await OfPeople(people, rules, first, last, ct));

        return new(tallies, await Dated(rules, units, people, ct), rules.Any(r => r.ByNotice) ? await Windows(ct) : []);
    }

    /// <summary>The same of facts that came on top of what stood before.</summary>
    internal async Task<Tallies> Tallies(IReadOnlyList<Fact> added, IReadOnlyDictionary<(Guid, string, DateOnly), Standing> before, IReadOnlyList<Rule> rules, IReadOnlyList<Subject> subjects, CancellationToken ct) =>
        new(added.GroupBy(f => (Subject: f.PersonId ?? f.UnitId, f.Kind, f.Month)).Select(g => new Tally(g.Key.Subject, g.Key.Kind, g.Key.Month, g.Count(), g.Sum(f => f.Quantity))),
            await Dated(rules, [.. subjects.Where(s => !s.IsPerson).Select(s => s.Id)], [.. subjects.Where(s => s.IsPerson).Select(s => s.Id)], ct), rules.Any(r => r.ByNotice) ? await Windows(ct) : [])
        { Before = before };

    private static readonly KnownQuery<Func<AppDb, List<Guid>, int, int, IAsyncEnumerable<Tally>>> OfUnits = new(() => EF.CompileAsyncQuery((AppDb db, List<Guid> units, int first, int last) =>
        db.Facts.Where(f => !f.Voided && f.Month >= first && f.Month <= last && f.PersonId == null && units.Contains(f.UnitId)).GroupBy(f => new { f.UnitId, f.Month, f.Kind })
            .Select(g => new Tally(g.Key.UnitId, g.Key.Kind, g.Key.Month, g.Count(), g.Sum(f => f.Quantity)))));

    /// <summary>Asked for kinds that begin alike in one year, which is what a meeting moves, the index gives the sums without sorting.</summary>
    private static readonly KnownQuery<Func<AppDb, HashSet<Guid>, int, int, string, string, IAsyncEnumerable<Tally>>> OfPeopleAlike = new(() => EF.CompileAsyncQuery((AppDb db, HashSet<Guid> people, int january, int december, string kinds, string begin) =>
        db.Facts.Where(f => !f.Voided && f.Month >= january && f.Month <= december && f.PersonId != null && people.Contains(f.PersonId.Value) && f.Kind.StartsWith(begin)).GroupBy(f => f.PersonId)
            .Select(g => new Tally(g.Key!.Value, kinds, january, g.Count(), g.Sum(f => f.Quantity)))));

    /// <summary>People are mostly asked by the year: then a year is one row, standing in its January, and not twelve.</summary>
    private async Task<List<Tally>> OfPeople(HashSet<Guid> people, IReadOnlyList<Rule> rules, int first, int last, CancellationToken ct)
    {
        var asking = rules.Where(r => r.Require is not null && (r.Scope.OfPersons || r.Require.Measure is Measure.Share)).ToList();
        var byYear = asking.TrueForAll(r => r.Period is null or PeriodKind.Year);
        if (byYear && first / 100 == last / 100 && asking.SelectMany(r => r.Require!.Of).Distinct().ToList() is [var kind] && kind.EndsWith(".*", StringComparison.Ordinal))
            return await OfPeopleAlike.Of(this)(this, people, first, last, kind, kind[..^1]).ToListAsync(ct);

        var facts = Facts.Where(f => !f.Voided && f.Month >= first && f.Month <= last && f.PersonId != null && people.Contains(f.PersonId.Value));
        return await (byYear
            ? facts.GroupBy(f => new { f.PersonId, f.Kind, January = f.Month - f.Month % 100 + 1 }).Select(g => new Tally(g.Key.PersonId!.Value, g.Key.Kind, g.Key.January, g.Count(), g.Sum(f => f.Quantity)))
            : facts.GroupBy(f => new { f.PersonId, f.Month, f.Kind }).Select(g => new Tally(g.Key.PersonId!.Value, g.Key.Kind, g.Key.Month, g.Count(), g.Sum(f => f.Quantity)))).ToListAsync(ct);
    }

    private async Task<List<DatedFact>> Dated(IReadOnlyList<Rule> rules, List<Guid> units, HashSet<Guid> people, CancellationToken ct)
    {
        var kinds = rules.Where(r => r.Require?.Measure is Measure.Term or Measure.Since).SelectMany(r => r.Require!.Of).Distinct().ToList();
        if (kinds.Count == 0) return [];
        var facts = Facts.Where(f => !f.Voided && kinds.Contains(f.Kind));
        var ofUnits = facts.Where(f => f.PersonId == null && units.Contains(f.UnitId)).Select(f => new DatedFact(f.UnitId, f.Kind, f.OccurredOn, f.Quantity));
        var ofPeople = facts.Where(f => f.PersonId != null && people.Contains(f.PersonId.Value)).Select(f => new DatedFact(f.PersonId!.Value, f.Kind, f.OccurredOn, f.Quantity));
        return [.. units.Count > 0 ? await ofUnits.ToListAsync(ct) : [], .. people.Count > 0 ? await ofPeople.ToListAsync(ct) : []];   // one query with an "or" would read every fact
    }

    /// <summary>The year of the first fact of these units; null when there is none. Not asked of nobody: the database would look through every fact of units for the smallest month.</summary>
    internal async Task<int?> FirstYearOfFacts(List<Guid> units, CancellationToken ct) =>
        units.Count == 0 ? null : await Facts.Where(f => !f.Voided && f.PersonId == null && units.Contains(f.UnitId)).MinAsync(f => (int?)f.Month, ct) / 100;

    private Task<List<Window>> Windows(CancellationToken ct) => YearNotices.Select(n => new Window(n.Path, n.Rule, n.Year, n.ClosesOn)).ToListAsync(ct);

    internal static readonly KnownQuery<Func<AppDb, List<Guid>, List<string>, List<int>, IAsyncEnumerable<Standing>>> StandingsOf = new(() => EF.CompileAsyncQuery((AppDb db, List<Guid> subjects, List<string> rules, List<int> years) =>
        db.Standings.AsNoTracking().Where(s => subjects.Contains(s.SubjectId) && years.Contains(s.Year) && rules.Contains(s.Rule))));

    /// <summary>Writes only what differs, as sets.</summary>
    /// <param name="stored">Those that are to be as wanted, and no others.</param>
    internal async Task<List<Moved>> Replace(Dictionary<(Guid, string, DateOnly), Standing> stored, IReadOnlyCollection<Standing> wanted, CancellationToken ct)
    {
        var moved = new List<Moved>();
        foreach (var standing in wanted)
            if (!stored.Remove(standing.Key, out var before) || !before.IsAs(standing)) moved.Add(new(before, standing));
        Watched?.Begin("核算应开展的项目", moved.Count);
        await this.UpsertSet(Model.FindEntityType(typeof(Standing))!, Counted(moved.Select(m => m.After!)), ct);

        foreach (var gone in stored.Values) moved.Add(new(gone, null));
        foreach (var same in stored.Values.GroupBy(s => (s.Rule, s.From)))
        {
            var ids = same.Select(s => s.SubjectId).ToList();
            await Standings.Where(s => s.Rule == same.Key.Rule && s.From == same.Key.From && ids.Contains(s.SubjectId)).ExecuteDeleteAsync(ct);
        }
        return moved;
    }
}

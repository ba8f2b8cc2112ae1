using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules.Standings;

/// <summary>Brings the stored standings of some subjects to what facts, rolls and rules say. The same code for one meeting and for a whole city.</summary>
public sealed class Reckoning(Lazy<RuleCatalogue> catalogue, TimeProvider clock)
{
    /// <summary>Inside a commit, after everything else was saved. Reads facts of the touched subjects only.</summary>
    public async Task<StandingChanges> Bring(AppDb db, Touched touched, CancellationToken ct)
    {
        var rules = await db.RulesInUse(catalogue.Value, ct);
        var moved = new List<Moved>();
        if (touched.Whole.Count > 0) moved.AddRange(await Bring(db, rules, await db.WithFollowers(touched.Whole, touched.Below, ct), null, ct));
        if (touched.Subjects.Count > 0) moved.AddRange(await Bring(db, Reading(rules, touched.Kinds), touched.Subjects, touched.Years, ct, touched.OnlyAdded));
        return new(moved, rules);
    }

    /// <summary>Reckons these subjects anew from nothing, all their years. Answers with what differed: nothing, unless rules or the year have changed.</summary>
    public async Task<StandingChanges> Recount(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rules = await db.RulesInUse(catalogue.Value, ct);
        return new(await Bring(db, rules, ids, null, ct), rules);
    }

    internal Task<IReadOnlyList<Rule>> RulesInUse(AppDb db, CancellationToken ct) => db.RulesInUse(catalogue.Value, ct);

    /// <summary>The rules that facts of these kinds may move, each in all its versions.</summary>
    internal static List<Rule> Reading(IReadOnlyList<Rule> rules, IReadOnlyCollection<string> kinds)
    {
        var ids = IdsOf(rules.Where(r => r.Require is { } require && kinds.Any(require.Reads)));
        return [.. rules.Where(r => ids.Contains(r.Id))];
    }

    private static List<string> IdsOf(IEnumerable<Rule> rules) => [.. rules.Select(r => r.Id).Distinct()];

    /// <param name="rules">Only their standings are brought; with no years, they are all that there are.</param>
    /// <param name="years">Null for all years since the subjects' duties are kept here, or something of them is on record.</param>
    /// <param name="added">The facts that alone have moved them; null where something else may have.</param>
    private async Task<List<Moved>> Bring(AppDb db, IReadOnlyList<Rule> rules, IReadOnlyCollection<Guid> ids, IReadOnlyCollection<int>? years, CancellationToken ct, IReadOnlyList<Fact>? added = null)
    {
        if (rules.Count == 0) return [];
        var subjects = await db.Subjects(ids, rules, ct);
        if (subjects.Count == 0) return [];

        var span = years ?? YearsOf(subjects, await db.FirstYearOfFacts([.. subjects.Where(s => !s.IsPerson).Select(s => s.Id)], ct));
        var stored = await Kept(db, rules, subjects.ConvertAll(s => s.Id), [.. span], all: years is null).ToDictionaryAsync(s => s.Key, cancellationToken: ct);
        var wanted = new List<Standing>();
        if (added is { Count: > 0 } && !rules.Any(r => r.Require?.Measure is Measure.Share))   // a share asks people how they stand by rules that are not theirs
        {
            var tallies = await db.Tallies(added, stored, rules, subjects, ct);
            var evaluation = new Evaluation(rules, tallies);
            var standings = subjects.ConvertAll(s => evaluation.Of(s, span).ToList());
            wanted.AddRange(standings.Where((_, n) => !tallies.Unknown.Contains(subjects[n].Id)).SelectMany(all => all));
            subjects = subjects.FindAll(s => tallies.Unknown.Contains(s.Id));
        }
        if (subjects.Count > 0)
        {
            var evaluation = new Evaluation(rules, await db.Tallies(rules, subjects, span, ct));
            foreach (var subject in subjects) wanted.AddRange(evaluation.Of(subject, span));
        }
        return await db.Replace(stored, wanted, ct);
    }

    /// <summary>Those stored that may move.</summary>
    /// <param name="all">By whatever rule.</param>
    private static IAsyncEnumerable<Standing> Kept(AppDb db, IReadOnlyList<Rule> rules, List<Guid> about, List<int> span, bool all)
    {
        var (timeless, ruled) = (IdsOf(rules.Where(r => r.Require?.Measure is Measure.Term or Measure.Ended or Measure.Since)), IdsOf(rules));
        if (!all && timeless.Count == 0) return AppDb.StandingsOf.Of(db)(db, about, ruled, span);

        var kept = db.Standings.AsNoTracking().Where(s => about.Contains(s.SubjectId) && (span.Contains(s.Year) || timeless.Contains(s.Rule)));
        return (all ? kept : kept.Where(s => ruled.Contains(s.Rule))).AsAsyncEnumerable();
    }

    /// <param name="done">The year of the first thing that the units did: past records reach further back than their duties.</param>
    private int[] YearsOf(List<Subject> subjects, int? done)
    {
        var (last, first) = (clock.Today().Year, clock.Today().Year);
        foreach (var from in subjects.SelectMany(s => s.Stays.Select(stay => stay.DutiesFrom).Append(s.DutiesFrom)))
            if (from?.Year < first) first = from.Value.Year;
        if (done < first) first = done.Value;
        return [.. Enumerable.Range(first, last - first + 1)];
    }
}

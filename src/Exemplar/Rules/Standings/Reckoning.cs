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
        if (touched.Subjects.Count > 0) moved.AddRange(await Bring(db, Reading(rules, touched.Kinds), touched.Subjects, touched.Years, ct));
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
    private async Task<List<Moved>> Bring(AppDb db, IReadOnlyList<Rule> rules, IReadOnlyCollection<Guid> ids, IReadOnlyCollection<int>? years, CancellationToken ct)
    {
        if (rules.Count == 0) return [];
        var subjects = await db.Subjects(ids, rules, ct);
        if (subjects.Count == 0) return [];

        var span = years ?? YearsOf(subjects, await db.FirstYearOfFacts([.. subjects.Where(s => !s.IsPerson).Select(s => s.Id)], ct));
        var wanted = new List<Standing>();
        var evaluation = new Evaluation(rules, await db.Tallies(rules, subjects, span, ct));
        foreach (var subject in subjects) wanted.AddRange(evaluation.Of(subject, span));

        var about = subjects.ConvertAll(s => s.Id);
        var (timeless, ruled) = (IdsOf(rules.Where(r => r.Require?.Measure is Measure.Term or Measure.Ended or Measure.Since)), IdsOf(rules));
        var kept = db.Standings.Where(s => about.Contains(s.SubjectId));
        kept = timeless.Count > 0 ? kept.Where(s => span.Contains(s.Year) || timeless.Contains(s.Rule)) : kept.Where(s => span.Contains(s.Year));
        return await db.Replace(years is null ? kept : kept.Where(s => ruled.Contains(s.Rule)), wanted, ct);
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

using Exemplar.Organization;
using Exemplar.People;

namespace Exemplar.Meetings.Past;

/// <summary>What is asked once for all rows of a register, or of several that are looked at together.</summary>
/// <param name="Early">Yearly meetings of January to March of which nothing says whose year they are.</param>
/// <param name="EarlyIsBefore">What was said of them.</param>
/// <param name="SetBack">Units whose first day may be set back, to which day.</param>
public sealed record AskedOnce(IReadOnlyList<UnknownWord> Kinds, IReadOnlyList<UnknownWord> Units, IReadOnlyList<MissingGroups> Missing, IReadOnlyList<PlannedMeeting> Early, bool? EarlyIsBefore,
    IReadOnlyList<(Unit Unit, DateOnly From)> SetBack, IReadOnlyList<UnsaidUnit> Unsaid, IReadOnlyList<Unit> Offered, IReadOnlyList<Guid> MayChange)
{
    /// <param name="plans">At least one, all of the same reader.</param>
    public static AskedOnce Of(IReadOnlyList<PastPlan> plans) => new(
        Once(plans.SelectMany(p => p.Kinds), OfficeWords.KeyOf),
        Once(plans.SelectMany(p => p.Units), OfficeWords.KeyOfUnit),
        [.. plans.SelectMany(p => p.Missing).GroupBy(m => m.Branch.Id).OrderBy(g => g.First().Branch.Order, StringComparer.Ordinal).Select(g => new MissingGroups(g.First().Branch, MissingGroups.Ordered(g.SelectMany(m => m.Names))))],
        [.. plans.SelectMany(p => p.OfUnsaidYear)],
        plans.Select(p => p.EarlyIsBefore).FirstOrDefault(e => e is not null),
        [.. plans.SelectMany(p => p.SetBack).GroupBy(b => b.Unit.Id).Select(g => (g.First().Unit, From: g.Min(b => b.From))).OrderBy(b => b.Unit.Order, StringComparer.Ordinal)],
        [.. plans.Select(p => p.Unsaid).OfType<UnsaidUnit>()], plans[0].Offered, plans[0].MayChange);

    /// <summary>What was said of words, in the words of one file: 某支部 answers 某党支部 too.</summary>
    public static PastAnswers In(PastPlan plan, PastAnswers said) => said with
    {
        Kinds = Told(plan.Kinds, said.Kinds, OfficeWords.KeyOf),
        Units = Told(plan.Units, said.Units, OfficeWords.KeyOfUnit),
        EarlyIsBefore = plan.OfUnsaidYear.Count > 0 || plan.EarlyIsBefore is not null ? said.EarlyIsBefore : null,
    };

    /// <summary>Whether somebody said more than what had been proposed: that is not passed over by a confirmation.</summary>
    public bool IsToldBy(PastAnswers said) =>
        said.Kinds.Count > 0 || (said.EarlyIsBefore is { } early && early != EarlyIsBefore) || said.Units.Any(u => Units.FirstOrDefault(w => w.Word == u.Key)?.Nearest?.Id != u.Value);

    private static List<UnknownWord> Once(IEnumerable<UnknownWord> words, Func<string, string> key) =>
        [.. words.GroupBy(w => (key(w.Word), w.Branch?.Id)).Select(same => same.First() with { Rows = same.Sum(w => w.Rows) })];

    private static Dictionary<string, T> Told<T>(IReadOnlyList<UnknownWord> asked, IReadOnlyDictionary<string, T> said, Func<string, string> key)
    {
        var meant = said.GroupBy(s => key(s.Key)).ToDictionary(g => g.Key, g => g.Last().Value);
        return asked.Where(w => meant.ContainsKey(key(w.Word))).ToDictionary(w => w.Word, w => meant[key(w.Word)]);
    }
}

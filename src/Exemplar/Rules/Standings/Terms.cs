using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules.Standings;

/// <summary>Terms of office: each election asks for the next one within so many years (ELE-01, ELE-02), and warns half a year before (ELE-04). The superior may put the last one off (ELE-03).</summary>
internal static class Terms
{
    private const int HalfYear = 183;

    public static IEnumerable<Standing> Of(Rule rule, Subject unit, Tallies tallies)
    {
        if (unit.DutiesFrom is null || unit.DissolvedOn is not null) yield break;

        var elections = tallies.Days(unit.Id, rule.Require!).Where(rule.IsInForce).Distinct().ToList();
        for (var i = 0; i < elections.Count; i++)
        {
            var due = elections[i].AddYears(rule.Require!.Years).AddDays(-1);
            if (i + 1 == elections.Count && unit.TermExtendedTo is { } extended && extended > due) due = extended;
            yield return new()
            {
                SubjectId = unit.Id,
                Rule = rule.Id,
                From = elections[i],
                To = due,
                DueOn = due,
                WarnFrom = due.AddDays(-(rule.WarnDays ?? HalfYear)),
                UnitId = unit.Id,
                OfPerson = false,
                Year = due.Year,
                Actual = i + 1 < elections.Count ? 1 : 0,
                Required = 1,
                Met = i + 1 < elections.Count,
                Exempt = "",
            };
        }
    }
}

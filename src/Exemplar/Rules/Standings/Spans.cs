using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules.Standings;

/// <summary>What is due within some months after something in a person's life: a new secretary is trained within half a year (EDU-03).</summary>
internal static class Spans
{
    public static IEnumerable<Standing> Of(Rule rule, Subject person, Tallies tallies)
    {
        if (person.Stays.LastOrDefault(s => s.To is null) is not { DutiesFrom: { } kept } home) yield break;
        if (home.Retired && !rule.Scope.Retired) yield break;
        if (rule.Scope.Members.Count > 0 && !rule.Scope.Members.Contains(home.Status ?? "")) yield break;

        foreach (var (begins, ends, unit) in Begins(rule, person, home.UnitId).DistinctBy(s => s.From))
        {
            if (ends < kept || !rule.IsInForce(begins)) continue;   // over before duties were kept here
            var actual = tallies.Days(person.Id, rule.Require!).Count(day => begins <= day && day <= ends);
            yield return new()
            {
                SubjectId = person.Id,
                Rule = rule.Id,
                From = begins,
                To = ends,
                DueOn = ends,
                WarnFrom = ends.AddDays(-(rule.WarnDays ?? 60)),
                UnitId = unit,
                OfPerson = true,
                Year = ends.Year,
                Actual = actual,
                Required = rule.Require!.Required,
                Met = rule.Require!.IsMet(actual),
                Exempt = "",
            };
        }
    }

    private static IEnumerable<(DateOnly From, DateOnly To, Guid Unit)> Begins(Rule rule, Subject person, Guid home) => rule.Require!.From switch
    {
        Beginning.Appointed => person.Posts.Where(p => p.To is null && p.DutiesFrom is not null && rule.Scope.Posts.Any(p.Is)).OrderBy(p => p.From).Select(p => (p.From, p.From.AddMonths(rule.Require!.Months), p.UnitId)),
        Beginning.Joined when person.JoinedOn is { } joined => [(joined, (person.ConfirmedOn ?? joined.AddYears(1)).AddMonths(rule.Require!.Months), home)],
        Beginning.Confirmed when person.ConfirmedOn is { } confirmed => [(confirmed, confirmed.AddMonths(rule.Require!.Months), home)],
        _ => [],
    };
}

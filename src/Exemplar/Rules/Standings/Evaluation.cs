using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules.Standings;

/// <summary>Says how every duty of a subject stands. Pure: the same subject, facts and rules give the same standings.</summary>
public sealed class Evaluation(IReadOnlyList<Rule> rules, Tallies tallies)
{
    /// <summary>The standings of these years, and those that know no year: terms, and spans that begin with a person.</summary>
    public IEnumerable<Standing> Of(Subject subject, IReadOnlyCollection<int> years) =>
        from rule in rules
        where rule.Require is not null && Concerns(rule.Scope, subject)
        from standing in rule.Require!.Measure switch
        {
            Measure.Term => Terms.Of(rule, subject, tallies),
            Measure.Ended => Endings.Of(rule, subject),
            Measure.Since => Spans.Of(rule, subject, tallies),
            _ => Periods(rule, subject, years),
        }
        select standing;

    private static bool Concerns(RuleScope scope, Subject subject) => scope.OfPersons == subject.IsPerson
        && (subject.IsPerson || (scope.Units.Contains(subject.Kind!) && (scope.Formed.Count == 0 || scope.Formed.Contains(subject.Formation)) && subject.Path.StartsWith(scope.Under, StringComparison.Ordinal)));

    private IEnumerable<Standing> Periods(Rule rule, Subject subject, IReadOnlyCollection<int> years) =>
        from year in years
        from period in Period.In(rule.Period!.Value, year)
        where rule.IsInForce(period.First)
        let place = Place.Of(rule.Scope, subject, period)
        where place is not null
        let standing = In(rule, subject, period, place)
        where place.Exempt != Place.BeforeStart || (rule.Require!.Measure is Measure.Count && standing is { Actual: > 0, Exempt: Place.BeforeStart })
        select standing;

    private Standing In(Rule rule, Subject subject, Period period, Place place)
    {
        var require = rule.Require!;
        var actual = require.Measure switch
        {
            Measure.Count or Measure.Sum => tallies.Actual(rule, subject.Id, period),
            Measure.Share => Share(require, rule.Scope, subject, period),
            _ => subject.OnRoll(require, period.Last),
        };
        var exempt = require.IsOfRoll ? "" : place.Exempt;   // how a branch is made up is asked from its first day
        var due = require.IsOfRoll ? period.First : (rule.ByNotice ? tallies.Closes(place.Path, rule.Id, period.First.Year) : null) ?? period.Last;
        return new()
        {
            SubjectId = subject.Id,
            Rule = rule.Id,
            From = period.First,
            To = period.Last,
            DueOn = due,
            WarnFrom = due.AddDays(-(rule.WarnDays ?? UsualWarning(period.Kind))),
            UnitId = place.UnitId,
            OfPerson = subject.IsPerson,
            Year = period.First.Year,
            Actual = actual,
            Required = require.Required,
            Met = exempt.Length == 0 ? require.IsMet(actual) : require.AtLeast is > 0 && require.IsMet(actual),
            Exempt = exempt.Length > 0 ? exempt : rule.When is { } when && !when.AsRequirement.IsMet(subject.OnRoll(when.AsRequirement, period.Last)) ? when.Else : "",
        };
    }

    /// <summary>Rounded down; a roll of nobody has nothing to reach.</summary>
    private int Share(Requirement require, RuleScope scope, Subject subject, Period period)
    {
        var roll = subject.Stays.Where(s => s.Covers(period.Last) && s.Status is not null && (scope.Retired || !s.Retired)).Select(s => s.PersonId).Distinct().ToList();
        return roll.Count == 0 ? 100 : 100 * roll.Count(person => tallies.Sum(person, require, period) >= require.Each) / roll.Count;
    }

    private static int UsualWarning(PeriodKind kind) => kind switch { PeriodKind.Month => 10, PeriodKind.Quarter => 30, PeriodKind.HalfYear => 45, _ => 90 };
}

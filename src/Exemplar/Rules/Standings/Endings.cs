using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules.Standings;

/// <summary>A branch that was formed for a task ends with it (ORG-04); a month before, one is reminded.</summary>
internal static class Endings
{
    private const int Month = 30;

    public static IEnumerable<Standing> Of(Rule rule, Subject unit)
    {
        if (unit.DutiesFrom is not { } from || unit.TaskEndsOn is not { } due) yield break;
        yield return new()
        {
            SubjectId = unit.Id,
            Rule = rule.Id,
            From = from < due ? from : due,
            To = due,
            DueOn = due,
            WarnFrom = due.AddDays(-(rule.WarnDays ?? Month)),
            UnitId = unit.Id,
            OfPerson = false,
            Year = due.Year,
            Actual = unit.DissolvedOn is null ? 0 : 1,
            Required = 1,
            Met = unit.DissolvedOn is not null,
            Exempt = "",
        };
    }
}

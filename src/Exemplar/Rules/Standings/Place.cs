using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules.Standings;

/// <summary>Where a subject stands in a period for one rule, and why the period may be too short to ask for it.</summary>
/// <param name="Exempt">Empty when the whole period counts.</param>
public sealed record Place(Guid UnitId, string Path, string Exempt)
{
    /// <summary>Null when the rule does not concern the subject in this period at all.</summary>
    public static Place? Of(RuleScope scope, Subject subject, Period period) => subject.IsPerson ? OfPerson(scope, subject, period) : OfUnit(subject, period);

    /// <summary>Why a period is not asked for that ended before the unit's start date. It stands only where something was done in it: past records taken over.</summary>
    public const string BeforeStart = "启用之前";

    /// <summary>A period that began before the unit, or that the unit did not live to the end of, is never held against it; what was done in it counts.</summary>
    private static Place? OfUnit(Subject unit, Period period)
    {
        if (unit.DutiesFrom is not { } from || unit.DissolvedOn < period.First) return null;
        if (from > period.Last) return new(unit.Id, unit.Path, BeforeStart);
        return new(unit.Id, unit.Path, from > period.First ? "启用于期中" : unit.DissolvedOn <= period.Last ? "撤销于期中" : "");
    }

    private static Place? OfPerson(RuleScope scope, Subject person, Period period)
    {
        if (person.Stays.FirstOrDefault(s => s.Covers(period.Last) && s.Path.StartsWith(scope.Under, StringComparison.Ordinal)) is not { } home) return null;
        if (home.Retired && !scope.Retired) return null;
        if (scope.Members.Count > 0 && !scope.Members.Contains(home.Status ?? "")) return null;
        if (scope.Posts.Count == 0) return Since(home.UnitId, home.Path, home.DutiesFrom, person.Stays.Min(s => s.From), "转入于期中");

        // Of several posts the one held longest decides, so that a second post does not excuse from the first.
        var post = person.Posts.Where(p => p.Covers(period.Last) && scope.Posts.Any(p.Is)).MinBy(p => p.From);
        return post is null ? null : Since(post.UnitId, post.Path, post.DutiesFrom, post.From, "任职于期中");

        Place? Since(Guid unit, string path, DateOnly? dutiesFrom, DateOnly began, string late)
        {
            if (dutiesFrom is not { } from || from > period.Last) return null;
            return new(unit, path, from > period.First ? "启用于期中" : began > period.First ? late : "");
        }
    }
}

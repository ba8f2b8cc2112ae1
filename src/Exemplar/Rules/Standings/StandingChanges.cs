using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules.Standings;

/// <summary>One standing before and after; null where it was not there, or is no longer.</summary>
public sealed record Moved(Standing? Before, Standing? After);

/// <summary>The standings that a record moved: its receipt.</summary>
/// <param name="rules">Those in use when they moved.</param>
public sealed class StandingChanges(IReadOnlyList<Moved> moved, IReadOnlyList<Rule> rules)
{
    public static readonly StandingChanges None = new([], []);

    public IReadOnlyList<Moved> All => moved;

    /// <summary>What moved for units: 支部党员大会 2026年四季度 1/1；党课 2026年四季度 2/1；选票有效 2026年 不符合 1 次. Empty when nothing did.</summary>
    public string InWords() => string.Join('；',
        from one in moved
        let now = one.After
        where now is { OfPerson: false } && one.Before?.Actual != now.Actual
        let rule = rules.LastOrDefault(r => r.Id == now.Rule && r.IsInForce(now.From))
        where rule is { Require: not null }
        select $"{rule.Title} {(rule.Period is { } kind ? Period.Of(kind, now.From).Name + " " : "")}{Reached(rule.Require!, now)}");

    /// <summary>Of what must not happen at all, and of a term, "1/0" says nothing to anybody.</summary>
    private static string Reached(Requirement require, Standing now) => require switch
    {
        { Measure: Measure.Count, AtLeast: null, AtMost: 0 } => now.Actual == 0 ? "符合" : $"不符合 {now.Actual} {require.Unit}",
        { Measure: Measure.Term } => now.Actual > 0 ? "已换届" : $"下一次换届在 {now.DueOn.InWords()} 前",
        { Measure: Measure.Ended } => now.Actual > 0 ? "已撤销" : $"任务到 {now.DueOn.InWords()} 结束",
        _ => $"{require.Shown(now.Actual)}/{require.Shown(now.Required)}",
    };
}

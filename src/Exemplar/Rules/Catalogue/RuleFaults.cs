namespace Exemplar.Rules.Catalogue;

/// <summary>What is wrong with rules that have the right shape: they would count nothing, count twice, or block on what is not sure.</summary>
public static class RuleFaults
{
    /// <summary>A sentence for each, the rule's id before it.</summary>
    /// <param name="unitKinds">The names of the kinds of units that there are.</param>
    public static IEnumerable<string> In(IReadOnlyList<Rule> rules, IReadOnlyCollection<string> unitKinds) =>
    [
        .. from rule in rules from fault in Of(rule, unitKinds) select $"{rule.Id}：{fault}",
        .. from versions in rules.GroupBy(r => r.Id)
           from pair in versions.OrderBy(r => r.EffectiveFrom).Zip(versions.OrderBy(r => r.EffectiveFrom).Skip(1))
           where pair.First.EffectiveTo >= pair.Second.EffectiveFrom
           select $"{versions.Key}：两个版本在 {pair.Second.EffectiveFrom.Iso()} 同时有效，请给前一个写上 effectiveTo",
    ];

    private static IEnumerable<string> Of(Rule rule, IReadOnlyCollection<string> unitKinds)
    {
        if (rule.EffectiveTo < rule.EffectiveFrom) yield return "effectiveTo 早于 effectiveFrom";
        if (rule.Severity is Severity.Block && rule.Status.Number is not Certainty.Confident) yield return "数量没有核实的规则不能设为“不合规即无效”";
        foreach (var kind in rule.Scope.Units.Concat(rule.Scope.Posts.Select(p => p.Split('/')[0])).Where(k => !unitKinds.Contains(k)).Distinct())
            yield return $"没有“{kind}”这种单位";
        if (rule.Require is not { } require) yield break;

        if (rule.Scope.Units.Count == 0 && !rule.Scope.OfPersons) yield return "没有写对谁要求（scope 的 units、members 或 posts）";
        if (rule.Period is null && !require.HasItsDay && require.Measure is not Measure.Since) yield return "没有写按什么周期计算（period）";
        if (require.Measure is Measure.Term && require.Years < 1) yield return "任期没有写几年（years）";
        if (require.Measure is Measure.Since && require.Months < 1) yield return "没有写几个月以内（months）";
        if (require is { AtLeast: null, AtMost: null } && !require.HasItsDay) yield return "没有写不少于多少或者不多于多少（atLeast、atMost）";
        if (require.AtLeast > require.AtMost) yield return "atLeast 大于 atMost";
        if (require.Of.Count == 0 && require.Measure is Measure.Count or Measure.Sum or Measure.Share or Measure.Holders or Measure.Filled or Measure.Term) yield return "没有写计入哪些记录或者职务（of）";
    }
}

using Exemplar.Platform.Web;

namespace Exemplar.Rules.Catalogue;

[Needs(RulesCapability.Rules)]
public sealed class RuleListPage(RuleList rules) : SlicePage
{
    public RuleList.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await rules.Show(ct);

    public void OnGet() { }

    /// <summary>What a rule asks, in words: 每季度不少于 1 次.</summary>
    public static string Asked(Rule rule) => rule.Require switch
    {
        null => "原则，不计数",
        { Measure: Measure.Term } term => $"每 {term.Years} 年一次，届满前半年提醒",
        { Measure: Measure.Ended } => "任务结束即撤销，提前一个月提醒",
        { Measure: Measure.Since } since => $"{since.From.Name()}后 {since.Months} 个月内{since.InWords}",
        { AtMost: 0 } => "违反的即无效，须重新进行",
        { IsOfRoll: true } roll => roll.InWords,
        var require => $"{rule.Period!.Value.Name()}{require.InWords}",
    };
}

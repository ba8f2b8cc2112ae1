namespace Exemplar.Meetings.Voting;

public enum VoteResult
{
    [Display(Name = "通过")] Passed,
    [Display(Name = "未通过")] NotPassed,
    [Display(Name = "到会人数不足，不能表决")] NotHeld,
}

/// <summary>What a vote decided, and by which rules.</summary>
public sealed record VoteOutcome(VoteResult Result, IReadOnlyList<Ground> Grounds)
{
    public static VoteOutcome Of(VoteCount count)
    {
        var rule = VotingRule.Of(count.Kind);
        List<Ground> grounds = [rule.Quorum.Check(count.Due, count.Present)];
        if (!grounds[0].IsMet) return new(VoteResult.NotHeld, grounds);

        var passes = Passing(rule, count);
        grounds.Add(passes);
        if (rule.IsSecret && !count.IsSecret) grounds.Add(Ground.Warning(isMet: false, "接收和转正预备党员须无记名投票，本次是公开表决", "ORD-03"));
        return new(passes.IsMet ? VoteResult.Passed : VoteResult.NotPassed, grounds);
    }

    /// <summary>Of those due, not of those present.</summary>
    private static Ground Passing(VotingRule rule, VoteCount count)
    {
        var written = rule.CountsWritten ? count.Written.Yes : 0;
        var (yes, needed) = (count.Cast.Yes + written, VotingRule.Majority(count.Due));
        var said = written > 0 ? $"赞成 {yes} 票（含书面意见 {written} 票）" : $"赞成 {yes} 票";
        return new(yes >= needed, $"{said}，须超过应到 {count.Due} 人的半数，即至少 {needed} 票，{Ground.Verdict(yes >= needed)}", rule.Passing);
    }
}

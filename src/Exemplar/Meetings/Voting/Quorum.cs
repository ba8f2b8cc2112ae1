namespace Exemplar.Meetings.Voting;

/// <summary>The share of those due who must be present before anything may be voted on.</summary>
/// <param name="Share">As the article says it: 半数, 三分之二, 五分之四.</param>
/// <param name="Over">More than the share; otherwise the share itself is enough (以上 includes the number itself).</param>
public sealed record Quorum(int Numerator, int Denominator, string Share, bool Over, string Rule)
{
    /// <summary>People; at least one, since nobody decides nothing.</summary>
    public int Needed(int due) => Math.Max(1, Over ? due * Numerator / Denominator + 1 : (due * Numerator + Denominator - 1) / Denominator);

    /// <summary>Both numbers are people with the right to vote.</summary>
    public Ground Check(int due, int present)
    {
        var isMet = present >= Needed(due);
        var needed = Over ? $"须超过应到 {due} 人的{Share}，即至少 {Needed(due)} 人" : $"应到 {due} 人的{Share}为 {Needed(due)} 人{(due * Numerator % Denominator == 0 ? "" : "（小数进位）")}";
        return new(isMet, due == 0 ? "没有应到的人，不能表决" : $"实到 {present} 人，{needed}，{Ground.Verdict(isMet)}", Rule);
    }
}

/// <summary>The quorums of facts of the domain 1.2 and 1.3, with its corrections.</summary>
public static class Quorums
{
    public static readonly Quorum
        Branch = new(1, 2, "半数", Over: false, "ORD-01"),
        Admission = new(1, 2, "半数", Over: true, "ORD-03"),
        Committee = new(1, 2, "半数", Over: false, "ORD-06"),
        Leadership = new(1, 2, "半数", Over: false, "ORD-07"),
        LeadershipPersonnel = new(2, 3, "三分之二", Over: false, "ORD-07"),
        DemocraticLife = new(2, 3, "三分之二", Over: false, "MTG-09"),
        Election = new(4, 5, "五分之四", Over: false, "ELE-07");
}

namespace Exemplar.Meetings.Voting;

/// <summary>What is voted on, as far as the rules differ.</summary>
public enum VoteKind
{
    [Display(Name = "党员大会一般事项")] Ordinary,
    [Display(Name = "接收、转正预备党员")] Admission,
    [Display(Name = "支委会事项")] Committee,
    [Display(Name = "党组一般事项")] Leadership,
    [Display(Name = "党组干部任免、党纪处分")] LeadershipPersonnel,
}

/// <summary>How one kind of vote is held. All of them pass with more than half of those due, present or not.</summary>
/// <param name="CountsWritten">Whether the written opinions of absent members count.</param>
/// <param name="Passing">The rule of the majority.</param>
internal sealed record VotingRule(Quorum Quorum, bool CountsWritten, bool IsSecret, string Passing)
{
    public static VotingRule Of(VoteKind kind) => kind switch
    {
        VoteKind.Admission => new(Quorums.Admission, CountsWritten: true, IsSecret: true, "ORD-03"),
        VoteKind.Committee => new(Quorums.Committee, CountsWritten: false, IsSecret: false, "ORD-06"),
        VoteKind.Leadership => new(Quorums.Leadership, CountsWritten: false, IsSecret: false, "ORD-07"),
        VoteKind.LeadershipPersonnel => new(Quorums.LeadershipPersonnel, CountsWritten: false, IsSecret: false, "ORD-07"),
        _ => new(Quorums.Branch, CountsWritten: false, IsSecret: false, "ORD-02"),
    };

    /// <summary>Votes.</summary>
    public static int Majority(int due) => due / 2 + 1;
}

namespace Exemplar.Meetings.Voting;

/// <summary>Votes by what they say. <paramref name="Invalid"/> also holds who was there and gave none.</summary>
public sealed record Tally(int Yes = 0, int No = 0, int Abstained = 0, int Invalid = 0)
{
    public int Total => Yes + No + Abstained + Invalid;
    public bool IsNegative => Yes < 0 || No < 0 || Abstained < 0 || Invalid < 0;
}

/// <summary>The numbers of one vote. Only totals: who voted how is nowhere.</summary>
public sealed record VoteCount
{
    public required VoteKind Kind { get; init; }

    /// <summary>People with the right to vote, by the meeting's frozen roll.</summary>
    public required int Due { get; init; }
    public required int Present { get; init; }

    /// <summary>Absent people with the right to vote who handed in a written opinion, by the same roll.</summary>
    public int Opinions { get; init; }
    public required Tally Cast { get; init; }
    public Tally Written { get; init; } = new();
    public bool IsSecret { get; init; }

    /// <summary>What cannot be, whatever was decided; null when the numbers fit each other.</summary>
    public Refusal? Refuse()
    {
        if (Cast.IsNegative || Written.IsNegative) return new("票数不能小于 0");
        if (Present > Due) return new($"实到 {Present} 人，多于应到 {Due} 人");
        if (Cast.Total != Present) return new(nameof(Tally.Yes), $"赞成、反对、弃权和未投、无效合计 {Cast.Total}，应与实到 {Present} 人相等");
        if (Written.Total > 0 && !VotingRule.Of(Kind).CountsWritten) return new("WrittenYes", "书面意见只在接收、转正预备党员时计入票数");
        if (Written.Total > Opinions) return new("WrittenYes", $"书面意见 {Written.Total} 份，多于到会情况里登记的 {Opinions} 份");
        return null;
    }
}

namespace Exemplar.Meetings.Voting;

public enum ElectionKind
{
    [Display(Name = "党员大会选举委员")] Committee,

    /// <summary>Where there is no committee.</summary>
    [Display(Name = "党员大会直接选举书记、副书记")] SecretaryDirectly,
    [Display(Name = "委员会选举书记、副书记")] ByCommittee,
}

public enum ElectionRound
{
    [Display(Name = "第一次投票")] First,

    /// <summary>For seats that stayed open.</summary>
    [Display(Name = "对不足名额另行选举")] ForOpenSeats,

    /// <summary>Among those who had the same number of votes for the last seat.</summary>
    [Display(Name = "票数相等的再次投票")] AmongTied,
}

/// <summary>Votes for one name. A name that was written onto ballots stood on none of them.</summary>
public sealed record CandidateVotes(Guid Id, int Votes, bool IsWrittenIn = false);

/// <summary>The numbers of one election. Only totals: which ballot was whose is nowhere.</summary>
public sealed record ElectionCount
{
    public required ElectionKind Kind { get; init; }
    public ElectionRound Round { get; init; }

    /// <summary>People with the right to elect, by the frozen roll, without those not counted (ELE-13).</summary>
    public required int Due { get; init; }
    public required int Present { get; init; }

    /// <summary>Full members of a branch, which decide whether it has a committee; null for other bodies.</summary>
    public int? FullMembers { get; init; }
    public required int Seats { get; init; }

    /// <summary>Why there were fewer candidates than the margin asks for.</summary>
    public string FewCandidatesFor { get; init; } = "";
    public required int Issued { get; init; }
    public required int Collected { get; init; }

    /// <summary>Among them those that mark more names than there are seats.</summary>
    public int Void { get; init; }
    public int ConsentToFewerSeats { get; init; }
    public required IReadOnlyList<CandidateVotes> Candidates { get; init; }
    public IReadOnlyList<Guid> Tellers { get; init; } = [];

    public int Valid => Collected - Void;

    /// <summary>What cannot be, whoever was elected; null when the numbers fit each other. More ballots collected than issued can be: they make the election invalid.</summary>
    public Refusal? Refuse()
    {
        if (Issued < 0 || Collected < 0 || Void < 0 || ConsentToFewerSeats < 0 || Candidates.Any(c => c.Votes < 0)) return new("票数不能小于 0");
        if (Seats < 1) return new(nameof(Seats), "请填写应选名额");
        if (Candidates.Count == 0) return new("Candidates", "请至少填写一名候选人");
        if (Present > Due) return new($"实到 {Present} 人，多于应到 {Due} 人");
        if (Issued > Present) return new(nameof(Issued), $"发出 {Issued} 票，多于实到有选举权的 {Present} 人");
        if (Void > Collected) return new(nameof(Void), $"无效票 {Void} 张，多于收回的 {Collected} 张");
        if (ConsentToFewerSeats > Present) return new(nameof(ConsentToFewerSeats), $"同意减少名额的 {ConsentToFewerSeats} 人，多于实到 {Present} 人");
        if (Candidates.Max(c => c.Votes) is var most && most > Valid) return new("Candidates", $"有人得 {most} 票，多于有效票 {Valid} 张");
        var names = Candidates.Sum(c => c.Votes);
        return names > Valid * Seats ? new("Candidates", $"各人得票合计 {names} 票，多于有效票 {Valid} 张每张最多 {Seats} 名的 {Valid * Seats} 票") : null;
    }
}

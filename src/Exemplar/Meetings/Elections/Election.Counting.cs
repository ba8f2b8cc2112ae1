using Exemplar.Meetings.Voting;

namespace Exemplar.Meetings.Elections;

/// <summary>Somebody who may be elected.</summary>
public sealed record Eligible(Guid PersonId, string Name);

/// <summary>What is known of an election before anybody votes.</summary>
public sealed record ElectionPlan(ElectionKind Kind, ElectionRound Round, string Post, int Seats, IReadOnlyList<Eligible> Candidates, IReadOnlyList<Eligible> Tellers)
{
    /// <summary>The item of the agenda that it is held under.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>Why there are fewer candidates than the margin asks for.</summary>
    public string FewCandidatesFor { get; init; } = "";
}

/// <summary>What was counted. People are named by their id.</summary>
public sealed record BallotCount(int Issued, int Collected, int Void, int ConsentToFewerSeats, IReadOnlyDictionary<Guid, int> Votes,
    IReadOnlyList<(Eligible Who, int Votes)> WrittenIn, IReadOnlyDictionary<Guid, NotCountedReason> NotCounted, DateOnly? ConsentedOn)
{
    /// <summary>Somebody looked again at numbers that make the election void.</summary>
    public bool IsCertain { get; init; }
}

public sealed partial class Election
{
    /// <summary>The elections that a kind of meeting holds.</summary>
    public static IReadOnlyList<ElectionKind> KindsIn(string meetingKind) => meetingKind switch
    {
        MeetingKind.Members => [ElectionKind.Committee, ElectionKind.SecretaryDirectly],
        MeetingKind.Committee => [ElectionKind.ByCommittee],
        _ => [],
    };

    public static Result<Election> Prepare(Guid id, Meeting meeting, ElectionPlan plan)
    {
        if (meeting.State is MeetingState.Locked or MeetingState.CalledOff or MeetingState.Voided || meeting.IsAsImported) return Vote.RefuseMeeting(meeting)!;
        if (!KindsIn(meeting.Kind).Contains(plan.Kind)) return new Refusal(nameof(Kind), "这类会议不进行这种选举");
        if (plan.Seats < 1) return new Refusal(nameof(Seats), "请填写应选名额");
        if (plan.Candidates.Count == 0) return new Refusal(nameof(Candidates), "请选择候选人");
        if (plan.ItemId is { } item && !meeting.Agenda.Exists(i => i.Id == item)) return new Refusal("Item", "请从列表中选择议题");
        if (plan.Tellers.Count == 0) return new Refusal(nameof(Tellers), "请选择监票人");
        var both = plan.Tellers.Intersect(plan.Candidates).Select(p => p.Name).ToList();
        if (both.Count > 0) return new Refusal(nameof(Tellers), $"候选人不得担任监票人：{string.Join('、', both)}");

        var why = plan.FewCandidatesFor.Trim();
        if (RefuseFew(plan, why) is { } few) return few;

        var election = new Election { Id = id, MeetingId = meeting.Id, ItemId = plan.ItemId, Kind = plan.Kind, Round = plan.Round, Post = plan.Post.Trim(), Seats = plan.Seats, FewCandidatesFor = AsksMargin(plan) ? why : "" };
        election.Candidates.AddRange(plan.Candidates.Select((p, n) => new Candidate { ElectionId = id, PersonId = p.PersonId, Name = p.Name, Position = n + 1 }));
        election.Tellers.AddRange(plan.Tellers.Select(p => new Teller { ElectionId = id, PersonId = p.PersonId, Name = p.Name }));
        return election;
    }

    /// <summary>Fewer than the margin may be with a reason, since its article is not verified; fewer than the seats fill no body.</summary>
    private static Refusal? RefuseFew(ElectionPlan plan, string why)
    {
        var stand = plan.Candidates.Count;
        if (plan.Round is not ElectionRound.AmongTied && stand < plan.Seats) return new(nameof(Candidates), $"候选人 {stand} 名，少于应选名额 {plan.Seats} 名");
        return AsksMargin(plan) && why.Length == 0
            ? new(nameof(FewCandidatesFor), $"应选 {plan.Seats} 名，按差额不少于 20% 至少要 {ElectionRules.CandidatesNeeded(plan.Seats)} 名候选人，现有 {stand} 名。确实只能这样的，请写明原因")
            : null;
    }

    private static bool AsksMargin(ElectionPlan plan) =>
        plan is { Kind: ElectionKind.Committee, Round: ElectionRound.First } && plan.Candidates.Count < ElectionRules.CandidatesNeeded(plan.Seats);

    /// <param name="isBranch">Whether the rule of seven full members applies.</param>
    public Refusal? Tally(Meeting meeting, BallotCount count, bool isBranch, Act by)
    {
        if (Vote.RefuseMeeting(meeting) is { } unfit) return unfit;
        if (WithdrawnAt is not null || CountedAt is not null) return new(CountedAt is null ? "已经撤销" : "已经计票；数字有误时先撤销，再重新准备选举");
        if (count.NotCounted.Count > 0 && count.ConsentedOn is null) return new(nameof(ConsentedOn), "有人不计入应到人数，请填写党组织同意的日期");
        var roll = meeting.Roll.ToDictionary(r => r.PersonId);
        if (count.NotCounted.Keys.Any(p => !(roll.TryGetValue(p, out var entry) && entry.Votes && entry.Attendance is not Attendance.Present))) return new("不计入应到人数的，只能是有选举权而没有到会的人");
        if (count.WrittenIn.FirstOrDefault(w => Candidates.Exists(c => c.PersonId == w.Who.PersonId)).Who is { } known) return new("WrittenIn", $"{known.Name}已在选票上，不是另选人");

        var numbers = RollNumbers.Of(meeting.Roll);
        var counted = Count with
        {
            Due = numbers.Due - count.NotCounted.Count,
            Present = numbers.Present,
            FullMembers = isBranch ? numbers.FullMembers : null,
            Issued = count.Issued,
            Collected = count.Collected,
            Void = count.Void,
            ConsentToFewerSeats = count.ConsentToFewerSeats,
            Candidates = [.. Candidates.Select(c => new CandidateVotes(c.PersonId, count.Votes.GetValueOrDefault(c.PersonId))), .. count.WrittenIn.Select(w => new CandidateVotes(w.Who.PersonId, w.Votes, IsWrittenIn: true))],
        };
        if (counted.Refuse() is { } wrong) return TooMany(counted, count) ?? wrong;
        if (counted.Collected > counted.Issued && !count.IsCertain)
            return new("Certain", $"收回 {counted.Collected} 票，多于发出的 {counted.Issued} 票。数字填错的请改正；确实如此的，选举无效，请勾选后再保存");
        Take(counted, count, roll, by);
        return null;
    }

    /// <summary>Who has more votes than there are ballots, at the place where it was typed.</summary>
    private Refusal? TooMany(ElectionCount counted, BallotCount count)
    {
        if (counted.Valid < 0) return null;
        if (Candidates.OrderBy(c => c.Position).FirstOrDefault(c => count.Votes.GetValueOrDefault(c.PersonId) > counted.Valid) is { } known)
            return new($"Votes[{known.PersonId}]", $"{known.Name}得 {count.Votes[known.PersonId]} 票，多于有效票 {counted.Valid} 张");
        return count.WrittenIn.FirstOrDefault(w => w.Votes > counted.Valid) is { Who: { } written } more
            ? new("WrittenIn", $"{written.Name}得 {more.Votes} 票，多于有效票 {counted.Valid} 张")
            : null;
    }

    private void Take(ElectionCount counted, BallotCount count, Dictionary<Guid, RollEntry> roll, Act by)
    {
        NotCounted.AddRange(count.NotCounted.Select(n => new NotCountedVoter { ElectionId = Id, PersonId = n.Key, Name = roll[n.Key].Name, Reason = n.Value }));
        foreach (var candidate in Candidates) candidate.Votes = count.Votes.GetValueOrDefault(candidate.PersonId);
        foreach (var (who, votes) in count.WrittenIn)
            Candidates.Add(new() { ElectionId = Id, PersonId = who.PersonId, Name = who.Name, Position = Candidates.Count + 1, IsWrittenIn = true, Votes = votes });
        (Due, Present, FullMembers) = (counted.Due, counted.Present, counted.FullMembers);
        (Issued, Collected, Void, ConsentToFewerSeats) = (counted.Issued, counted.Collected, counted.Void, counted.ConsentToFewerSeats);
        (ConsentedOn, CountedAt) = (NotCounted.Count > 0 ? count.ConsentedOn : null, by.At);
    }
}

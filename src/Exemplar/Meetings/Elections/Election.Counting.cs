using Exemplar.Meetings.Voting;

namespace Exemplar.Meetings.Elections;

/// <summary>Somebody who may be elected.</summary>
public sealed record Eligible(Guid PersonId, string Name);

/// <summary>What is known of an election before anybody votes.</summary>
public sealed record ElectionPlan(ElectionKind Kind, ElectionRound Round, string Post, int Seats, IReadOnlyList<Eligible> Candidates, IReadOnlyList<Eligible> Tellers);

/// <summary>What was counted. People are named by their id.</summary>
public sealed record BallotCount(int Issued, int Collected, int Void, int ConsentToFewerSeats, IReadOnlyDictionary<Guid, int> Votes,
    IReadOnlyList<(Eligible Who, int Votes)> WrittenIn, IReadOnlyDictionary<Guid, NotCountedReason> NotCounted, DateOnly? ConsentedOn);

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
        if (meeting.State is MeetingState.Locked or MeetingState.CalledOff) return Vote.RefuseMeeting(meeting)!;
        if (!KindsIn(meeting.Kind).Contains(plan.Kind)) return new Refusal(nameof(Kind), "这类会议不进行这种选举");
        if (plan.Seats < 1) return new Refusal(nameof(Seats), "请填写应选名额");
        if (plan.Candidates.Count == 0) return new Refusal(nameof(Candidates), "请选择候选人");
        if (plan.Tellers.Count == 0) return new Refusal(nameof(Tellers), "请选择监票人");
        var both = plan.Tellers.Intersect(plan.Candidates).Select(p => p.Name).ToList();
        if (both.Count > 0) return new Refusal(nameof(Tellers), $"候选人不得担任监票人：{string.Join('、', both)}");

        var election = new Election { Id = id, MeetingId = meeting.Id, Kind = plan.Kind, Round = plan.Round, Post = plan.Post.Trim(), Seats = plan.Seats };
        election.Candidates.AddRange(plan.Candidates.Select((p, n) => new Candidate { ElectionId = id, PersonId = p.PersonId, Name = p.Name, Position = n + 1 }));
        election.Tellers.AddRange(plan.Tellers.Select(p => new Teller { ElectionId = id, PersonId = p.PersonId, Name = p.Name }));
        return election;
    }

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
        if (counted.Refuse() is { } wrong) return wrong;
        Take(counted, count, roll, by);
        return null;
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

using Exemplar.Organization;

namespace Exemplar.Meetings.Voting;

/// <summary>What a vote was about: an item, a major matter, or an item that is one.</summary>
public sealed record VotedOn(Guid? ItemId, Guid? MatterId);

/// <summary>What somebody types of a vote.</summary>
public sealed record VoteEntry(VoteKind Kind, VotingWay Way, Tally Cast, Tally Written, string Person, bool HeadSpokeLast);

public sealed partial class Vote
{
    /// <summary>The votes that a kind of meeting holds.</summary>
    public static IReadOnlyList<VoteKind> KindsIn(string meetingKind) => meetingKind switch
    {
        MeetingKind.Members => [VoteKind.Ordinary, VoteKind.Admission],
        MeetingKind.Committee => [VoteKind.Committee],
        MeetingKind.Leadership => [VoteKind.Leadership, VoteKind.LeadershipPersonnel],
        _ => [],
    };

    /// <param name="earlier">The votes on this item or matter that stand, in this meeting or another.</param>
    public static Result<Vote> Record(Guid id, Meeting meeting, VotedOn about, VoteEntry entry, IReadOnlyCollection<Vote> earlier, Act by)
    {
        if (RefuseMeeting(meeting) is { } unfit) return unfit;
        if (!KindsIn(meeting.Kind).Contains(entry.Kind)) return new Refusal(nameof(Kind), "这类会议不进行这种表决");
        var person = entry.Kind is VoteKind.Admission ? entry.Person.Trim() : "";
        if (entry.Kind is VoteKind.Admission && person.Length == 0) return new Refusal(nameof(Person), "请填写姓名：接收、转正预备党员逐人表决，一人一次");
        if (VotingRule.Of(entry.Kind).IsSecret && entry.Way is not VotingWay.Secret)
            return new Refusal(nameof(Way), "按《中国共产党发展党员工作细则》，接收、转正预备党员须无记名投票。会上用了别的方式的，请重新投票再记录");
        if (RefuseSecond(about, person, earlier) is { } second) return second;

        var roll = RollNumbers.Of(meeting.Roll);
        var vote = new Vote
        {
            Id = id,
            MeetingId = meeting.Id,
            ItemId = about.ItemId,
            MatterId = about.MatterId,
            Person = person,
            Kind = entry.Kind,
            Way = entry.Way,
            Due = roll.Due,
            Present = roll.Present,
            Opinions = roll.Opinions,
            Yes = entry.Cast.Yes,
            No = entry.Cast.No,
            Abstained = entry.Cast.Abstained,
            Invalid = entry.Cast.Invalid,
            WrittenYes = entry.Written.Yes,
            WrittenNo = entry.Written.No,
            WrittenAbstained = entry.Written.Abstained,
            HeadSpokeLast = about.MatterId is not null && entry.HeadSpokeLast,
            EnteredAt = by.At,
        };
        return vote.Count.Refuse() is { } wrong ? wrong : vote;
    }

    internal static Refusal? RefuseMeeting(Meeting meeting) => meeting.State switch
    {
        MeetingState.Planned => new("会议还没有召开：先记录到会情况，再记录表决"),
        MeetingState.CalledOff => new("会议已取消"),
        MeetingState.Voided => new("会议已作废"),
        MeetingState.Locked => new("会议记录已签字锁定，不能再增减表决"),
        _ when meeting.IsAsImported => new("会议是导入的，到会名单不全：请先补全会议记录，再记录表决"),
        _ => null,
    };

    /// <summary>支部条例, ORG-04: a temporary branch admits no members.</summary>
    internal static Refusal? RefuseKind(VoteKind kind, Unit unit) => kind is VoteKind.Admission && unit.Formation is Formation.Temporary
        ? new(nameof(Kind), "临时党支部不发展党员，也不表决转正：请到其组织关系所在的支部办理") : null;

    /// <summary>One matter, one vote; it is put again only where too few had come to vote on it at all.</summary>
    private static Refusal? RefuseSecond(VotedOn about, string person, IReadOnlyCollection<Vote> earlier)
    {
        var same = earlier.Where(v => v.WithdrawnAt is null && v.Outcome.Result is not VoteResult.NotHeld
            && (about.MatterId is { } matter && v.MatterId == matter || v.ItemId == about.ItemId && about.ItemId is not null && (about.MatterId is not null || v.Person == person)));
        return same.Any() ? new(nameof(VotedOn), about.MatterId is not null ? "这一重大事项已经表决过，一事一表决" : person.Length > 0 ? $"已经表决过{person}" : "这一议题已经表决过，一事一表决") : null;
    }
}

using Exemplar.People;

namespace Exemplar.Meetings.Voting;

/// <summary>What the frozen roll of a meeting says to a vote. People; probationary members and those on probation attend and are in none of these.</summary>
public sealed record RollNumbers(int Due, int Present, int Opinions, int FullMembers)
{
    public static RollNumbers Of(IReadOnlyCollection<RollEntry> roll)
    {
        var voters = roll.Where(r => r.Votes).ToList();
        return new(voters.Count, voters.Count(r => r.Attendance is Attendance.Present), voters.Count(r => r.Attendance is Attendance.WrittenOpinion), roll.Count(r => r.Status is MemberStatus.Full));
    }
}

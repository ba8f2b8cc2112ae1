namespace Exemplar.Meetings.Voting;

/// <summary>The rules around an election that its votes do not decide, each with the numbers of one election put in.</summary>
internal static class ElectionRules
{
    private const int MembersForCommittee = 7;

    /// <summary>差额: at least 20 % more than there are seats.</summary>
    public static int CandidatesNeeded(int seats) => seats + (seats + 4) / 5;

    /// <summary>Votes for one name: more than half of those who came and may elect.</summary>
    public static int VotesNeeded(int present) => present / 2 + 1;

    public static Ground Ballots(ElectionCount count)
    {
        var isMet = count.Collected <= count.Issued;
        return new(isMet, $"发出 {count.Issued} 票，收回 {count.Collected} 票，{(isMet ? "收回不多于发出，有效" : "收回多于发出，选举无效，须重新选举")}", "ELE-10");
    }

    /// <summary>What was prepared or held otherwise than the rules want is shown; the result stays what the votes say.</summary>
    public static IEnumerable<Ground> Procedure(ElectionCount count)
    {
        if (count is { Kind: ElectionKind.Committee, Round: ElectionRound.First })
        {
            var (stand, needed) = (count.Candidates.Count(c => !c.IsWrittenIn), CandidatesNeeded(count.Seats));
            var why = stand < needed && count.FewCandidatesFor.Length > 0 ? $"（原因：{count.FewCandidatesFor}）" : "";
            yield return Ground.Warning(stand >= needed, $"应选 {count.Seats} 名，候选人 {stand} 名，差额须不少于应选人数的 20%，至少 {needed} 名，{Ground.Verdict(stand >= needed)}{why}", "ELE-09");
        }
        if (count.FullMembers is { } members && count.Kind is ElectionKind.Committee or ElectionKind.SecretaryDirectly)
            yield return Ground.Warning(members >= MembersForCommittee == (count.Kind is ElectionKind.Committee),
                members >= MembersForCommittee ? $"正式党员 {members} 人，7 人以上的支部设委员会，由党员大会选举委员" : $"正式党员 {members} 人，不足 7 人的支部不设委员会，由党员大会直接选举书记", members >= MembersForCommittee ? "ORG-06" : "ORG-07");
        if (count.Tellers.Intersect(count.Candidates.Select(c => c.Id)).Count() is > 0 and var both)
            yield return Ground.Warning(isMet: false, $"候选人不得担任监票人，本次有 {both} 名监票人是候选人", "ELE-11");
    }
}

using Exemplar.Documents.Official;
using Exemplar.Meetings.Papers;
using Exemplar.Meetings.Voting;

namespace Exemplar.Agenda.Handbook;

/// <summary>六、表决和选举: totals and results only, as nothing else is kept.</summary>
internal static class VotesPart
{
    private static readonly TableColumn[] VoteColumns =
        [new("日期", 1.8, IsCentred: true), new("事项", 3.2), new("应到", 0.8, IsCentred: true), new("实到", 0.8, IsCentred: true), new("赞成", 0.8, IsCentred: true), new("反对", 0.8, IsCentred: true), new("弃权", 0.8, IsCentred: true), new("结果", 1.4, IsCentred: true)];

    private static readonly TableColumn[] ElectionColumns = [new("日期", 1.8, IsCentred: true), new("选举", 2.6), new("应选", 0.8, IsCentred: true), new("票数", 3), new("结果和当选人", 3)];

    public static IEnumerable<Block> Of(HandbookYear year)
    {
        var votes = year.Held.Sessions.SelectMany(m => m.Votes.Select(v => Row(year.DayOf(m.Row.HeldOn), m, v))).ToList();
        var elections = year.Held.Sessions.SelectMany(m => m.Elections.Select(e => Row(year.DayOf(m.Row.HeldOn), e))).ToList();
        if (votes.Count + elections.Count == 0) yield return new BodyText("没有表决和选举记录。");
        else yield return new BodyText("只有总数，没有谁怎么投的记录；应到、实到是有表决权的人数。");
        if (votes.Count > 0) yield return new BodyTable(VoteColumns, votes);
        if (elections.Count > 0) yield return new BodyTable(ElectionColumns, elections);
    }

    private static IReadOnlyList<string> Row(string day, HeldMeeting meeting, Vote vote) =>
    [
        day, meeting.TitleOf(vote) + (vote.Person.Length > 0 ? $"（{vote.Person}）" : ""), $"{vote.Due}", $"{vote.Present}",
        $"{vote.Yes + vote.WrittenYes}", $"{vote.No + vote.WrittenNo}", $"{vote.Abstained + vote.WrittenAbstained}", vote.Outcome.Result.Name(),
    ];

    private static IReadOnlyList<string> Row(string day, Meetings.Elections.Election election)
    {
        var outcome = election.Outcome!;
        var elected = Wording.Names(election.Candidates.Where(c => outcome.Candidates[c.PersonId] is CandidateResult.Elected).OrderBy(c => c.Position));
        return
        [
            day, election.Post, $"{election.Seats}", $"应到 {election.Due}，实到 {election.Present}，发出 {election.Issued}，收回 {election.Collected}，有效 {election.Count.Valid}",
            elected.Length > 0 ? $"{outcome.Result.Name()}\n当选：{elected}" : outcome.Result.Name(),
        ];
    }
}

using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Matters;
using Exemplar.Meetings.Voting;

namespace Exemplar.Meetings.Papers;

/// <summary>The sentences in which papers say numbers. None of them says what somebody thinks.</summary>
internal static class Wording
{
    public static string Of(Vote vote)
    {
        var invalid = vote.Invalid > 0 ? $"，未投、无效 {vote.Invalid} 票" : "";
        var written = vote.Count.Written.Total > 0 ? $"；另有书面意见赞成 {vote.WrittenYes}、反对 {vote.WrittenNo}、弃权 {vote.WrittenAbstained}，计入票数" : "";
        var person = vote.Person.Length > 0 ? $"（{vote.Person}）" : "";
        return $"{vote.Way.Name()}{person}：有表决权的应到 {vote.Due} 人，实到 {vote.Present} 人，赞成 {vote.Yes} 票，反对 {vote.No} 票，弃权 {vote.Abstained} 票{invalid}{written}。{vote.Outcome.Result.Name()}。{Warnings(vote.Outcome.Grounds)}";
    }

    public static string Of(Election election)
    {
        var notCounted = election.NotCounted.Count > 0 ? $"（经党组织同意，另有 {election.NotCounted.Count} 人不计入应到人数）" : "";
        return $"有选举权的应到 {election.Due} 人{notCounted}，实到 {election.Present} 人；发出选票 {election.Issued} 张，收回 {election.Collected} 张，其中有效票 {election.Count.Valid} 张、无效票 {election.Void} 张。{election.Outcome!.Result.Name()}。{Warnings(election.Outcome.Grounds)}";
    }

    /// <summary>Of a major matter: who was asked before, and whether whoever leads the body spoke last.</summary>
    public static string Consulted(MajorMatter matter, IReadOnlyList<Vote> votes)
    {
        var asked = string.Join('；', matter.Consultations.OrderBy(c => c.On).Select(c => $"{c.On.InWords()}{(c.With.Length > 0 ? $"征求{c.With}意见" : "")}"));
        var last = votes.Any(v => v.MatterId == matter.Id && v.HeadSpokeLast) ? "会上逐人发言，主要负责人最后表态。" : "";
        return $"本议题为重大事项（{matter.Kind.Name()}）。会前征求意见：{(asked.Length > 0 ? asked : "没有登记")}。{last}";
    }

    private static string Warnings(IEnumerable<Ground> grounds) => string.Concat(grounds.Where(g => g.IsWarning).Select(g => $"请注意：{g.Sentence}。"));

    public static string Names(IEnumerable<Candidate> candidates) => string.Join('、', candidates.Select(c => c.Name));

    /// <summary>缺席, and for those who keep the records with the reason: 张三（请假：出差）.</summary>
    public static string Away(Meeting meeting, bool withReasons) => string.Join('、', meeting.Roll.Where(r => r.Attendance is not Attendance.Present).OrderBy(r => r.Position)
        .Select(r => $"{r.Name}（{r.Attendance.Name()}{(withReasons && r.Reason.Length > 0 ? $"：{r.Reason}" : "")}）"));
}

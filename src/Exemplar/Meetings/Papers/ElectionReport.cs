using Exemplar.Documents.Official;
using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Voting;

namespace Exemplar.Meetings.Papers;

/// <summary>选举结果 as a 报告 to the superior (ELE-12). It asks for nothing: a report may not.</summary>
internal static class ElectionReport
{
    private static readonly TableColumn[] Columns = [new("序号", 0.7, IsCentred: true), new("姓名", 2, IsCentred: true), new("得票", 1.2, IsCentred: true), new("结果", 3.4, IsCentred: true)];

    public static OfficialDocument Of(MeetingOnPaper paper, Election election, string superior, DateOnly today)
    {
        var outcome = election.Outcome!;
        var elected = election.Candidates.Where(c => outcome.Candidates[c.PersonId] is CandidateResult.Elected).OrderBy(c => c.Position).ToList();
        return new()
        {
            Form = DocumentForm.Plain,
            Organ = paper.Organ,
            Title = $"关于{election.Post}选举结果的报告",
            Recipients = superior.Length > 0 ? [superior] : [],
            Body =
            [
                new BodyText($"{paper.Day}，{paper.Organ}召开{paper.Kind.Name}，以无记名投票方式选举{election.Post}。现将选举结果报告如下。"),
                new BodyHeading(1, "到会和投票情况"),
                new BodyText($"应选 {election.Seats} 名，候选人 {election.Candidates.Count(c => !c.IsWrittenIn)} 名。{Wording.Of(election)}监票人：{string.Join('、', election.Tellers.Select(t => t.Name))}。"),
                new BodyHeading(1, "得票情况"),
                Votes(election),
                new BodyHeading(1, "选举结果"),
                new BodyText(elected.Count > 0 ? $"当选（{elected.Count} 名，按选票上的顺序）：{Wording.Names(elected)}。" : "没有人当选。"),
                .. outcome.OpenSeats > 0 && outcome.Grounds.Count > 0 ? [new BodyText($"{outcome.Grounds[^1].Sentence}。")] : (Block[])[],
                new BodyText("特此报告。"),
            ],
            Signature = new(paper.Organ, today),
        };
    }

    public static BodyTable Votes(Election election)
    {
        var outcome = election.Outcome!;
        return new(Columns, [.. election.Candidates.OrderBy(c => c.Position).Select((c, n) =>
            (IReadOnlyList<string>)[$"{n + 1}", c.IsWrittenIn ? $"{c.Name}（另选）" : c.Name, $"{c.Votes}", outcome.Candidates[c.PersonId].Name()])]);
    }
}

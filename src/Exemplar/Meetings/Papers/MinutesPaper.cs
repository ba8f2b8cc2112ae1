using Exemplar.Documents.Official;
using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Voting;

namespace Exemplar.Meetings.Papers;

/// <summary>
/// 会议记录: what the record holds, in the order in which minutes are read. Where somebody must write what was said there are
/// blank lines: nothing of that is made up. No document by the standard, so it has no red head.
/// </summary>
internal static class MinutesPaper
{
    private const int LinesToWrite = 3;

    private static readonly TableColumn[] TaskColumns = [new("序号", 0.7, IsCentred: true), new("议定事项", 3.6), new("责任单位", 2, IsCentred: true), new("完成时限", 2.8, IsCentred: true)];   // a date stays on one line

    public static OfficialDocument Of(MeetingOnPaper paper) => new()
    {
        Form = DocumentForm.Plain,
        Organ = paper.Organ,
        Title = $"{paper.Organ}\n{paper.Kind.Name}{(paper.Kind.KeepsText ? "记录" : "情况登记表")}",
        Body = [Facts(paper), .. paper.Kind.KeepsText ? Text(paper) : [], .. paper.Elections.Where(e => e.ItemId is null).SelectMany(e => Elected(paper, e)), .. Loose(paper), .. Tasks(paper), .. Steps(paper.Meeting), Signatures],
    };

    public static readonly FieldTable Signatures = new([[new("主持人签名", ""), new("记录人签名", "")], [new("日期", ""), new("日期", "")]]);

    private static FieldTable Facts(MeetingOnPaper paper)
    {
        var (meeting, roll) = (paper.Meeting, RollNumbers.Of(paper.Meeting.Roll));
        List<IReadOnlyList<Field>> rows =
        [
            [new("时间", paper.Time)],
            [new("地点", meeting.Place)],
            [new("主持人", paper.Chair), new("记录人", paper.Recorder)],
            [new("人数", $"应到 {meeting.Roll.Count} 人，实到 {paper.Present.Count} 人{(paper.MayVote ? $"；有表决权的应到 {roll.Due} 人，实到 {roll.Present} 人" : "")}")],
            [new("出席", string.Join('、', paper.Present))],
            [new(paper.WithReasons ? "缺席及原因" : "缺席", Wording.Away(meeting, paper.WithReasons) is { Length: > 0 } away ? away : "无")],
            [new("列席", meeting.Guests.Count > 0 ? string.Join('、', meeting.Guests.Select(g => g.Name)) : "无")],
        ];
        if (paper.Kind.KeepsText) rows.Add([new("主题", meeting.Topic)]);
        if (meeting.NoticedOn is { } noticed) rows.Add([new("会议通知", $"{noticed.InWords()}发出")]);
        var signed = History.Signatures.Of(meeting);
        if (meeting.ArchiveNumber.Length > 0 && !signed.Contains($"存档号 {meeting.ArchiveNumber}）", StringComparison.Ordinal)) rows.Add([new("存档号", meeting.ArchiveNumber)]);
        if (signed.Length > 0) rows.Add([new("签字", signed)]);
        return new([.. rows]);
    }

    private static IEnumerable<Block> Text(MeetingOnPaper paper)
    {
        foreach (var item in paper.Meeting.Agenda.OrderBy(i => i.Number))
        {
            yield return new BodyHeading(1, item.Title);
            if (paper.MatterOf(item) is { } matter) yield return new BodyText(Wording.Consulted(matter, paper.Votes));
            if (item.Discussion.Length > 0) yield return new BodyText(item.Discussion);
            else yield return new BodyText("发言情况：");
            if (item.Discussion.Length == 0) yield return new BlankLines(LinesToWrite);
            foreach (var vote in paper.Votes.Where(v => v.ItemId == item.Id)) yield return Voted(paper, vote);
            foreach (var block in paper.Elections.Where(e => e.ItemId == item.Id).SelectMany(e => Elected(paper, e))) yield return block;
            if (item.Decision.Length > 0) yield return new BodyText($"决定：{item.Decision}");
        }
    }

    private static BodyText Voted(MeetingOnPaper paper, Vote vote) =>
        new($"表决：{Wording.Of(vote)}{(vote.RestsOn(RollNumbers.Of(paper.Meeting.Roll)) ? "" : $"{RollMoved.InWords(paper.Meeting, "表决时", vote.Due, vote.Present)}。")}");

    /// <summary>No heading: it is part of an item of the agenda.</summary>
    private static IEnumerable<Block> Elected(MeetingOnPaper paper, Election election)
    {
        var moved = election.RestsOn(paper.Meeting.Roll) ? "" : $"{RollMoved.InWords(paper.Meeting, "计票时", election.Due, election.Present)}。";
        yield return new BodyText($"选举{election.Post}：{election.Round.Name()}，应选 {election.Seats} 名。监票人：{string.Join('、', election.Tellers.Select(t => t.Name))}。{Wording.Of(election)}{moved}");
        yield return ElectionReport.Votes(election);
    }

    private static IEnumerable<Block> Loose(MeetingOnPaper paper) => paper.LooseMatters.SelectMany(m => (Block[])[
        new BodyHeading(1, $"{m.Title}{(m.ArchiveNumber.Length > 0 ? $"（档案号 {m.ArchiveNumber}）" : "")}"),
        .. paper.Votes.Where(v => v.MatterId == m.Id).Select(v => Voted(paper, v))]);

    private static IEnumerable<Block> Tasks(MeetingOnPaper paper)
    {
        if (paper.Tasks.Count == 0) yield break;
        yield return new BodyText("议定事项的落实：");
        yield return new BodyTable(TaskColumns, [.. paper.Tasks.Select((t, n) => (IReadOnlyList<string>)[$"{n + 1}", paper.Meeting.Agenda.Find(i => i.Id == t.ItemId)?.Decision ?? "", t.Owners, t.DueOn?.InWords() ?? "未定"])]);
    }

    private static IEnumerable<Block> Steps(Meeting meeting)
    {
        if (meeting.Guided.Count == 0) yield break;
        yield return new BodyText("会前会后的步骤：");
        foreach (var step in meeting.Guided.OrderBy(s => s.Number)) yield return new BodyText($"{step.DoneOn.InWords()}　{step.Title}");
    }
}

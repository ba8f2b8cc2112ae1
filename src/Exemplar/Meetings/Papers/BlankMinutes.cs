using Exemplar.Documents.Official;

namespace Exemplar.Meetings.Papers;

/// <summary>会议记录 to be written by hand at the meeting: what was planned is printed, the rest is room.</summary>
internal static class BlankMinutes
{
    private const int LinesForItem = 7;
    private const int LinesWithoutAgenda = 18;

    public static OfficialDocument Of(MeetingOnPaper paper)
    {
        var agenda = paper.Meeting.Agenda.OrderBy(i => i.Number).ToList();
        return new()
        {
            Form = DocumentForm.Plain,
            Organ = paper.Organ,
            Title = $"{paper.Organ}\n{paper.Kind.Name}记录",
            Body =
            [
                new FieldTable(
                    [new("时间", paper.Time)], [new("地点", paper.Meeting.Place)], [new("主持人", paper.Chair), new("记录人", paper.Recorder)],
                    [new("应到", paper.Due.Count > 0 ? $"{paper.Due.Count} 人" : ""), new("实到", "")], [new("缺席及原因", "")], [new("列席", "")], [new("主题", paper.Kind.KeepsText ? paper.Meeting.Topic : "")]),
                .. agenda.Count == 0 ? [new BlankLines(LinesWithoutAgenda)] : agenda.SelectMany(i => Item(i, paper.MayVote)),
                MinutesPaper.Signatures,
            ],
        };
    }

    private static IEnumerable<Block> Item(AgendaItem item, bool votes) =>
        [new BodyHeading(1, item.Title), new BlankLines(LinesForItem), .. votes ? [new BodyText("表决：应到　　实到　　赞成　　反对　　弃权　　")] : (Block[])[], new BodyText("决定："), new BlankLines(2)];
}

using Exemplar.Documents.Official;
using Exemplar.Meetings.Matters;

namespace Exemplar.Meetings.Papers;

/// <summary>会议议程, for whoever chairs: on a major matter everybody speaks before whoever leads the body, and it is voted on by itself.</summary>
internal static class AgendaPaper
{
    /// <summary>More are not called up one by one by name.</summary>
    private const int NamesAtMost = 15;

    public static OfficialDocument Of(MeetingOnPaper paper) => new()
    {
        Form = DocumentForm.Plain,
        Organ = paper.Organ,
        Title = $"{paper.Organ}\n{paper.Kind.Name}议程",
        Body =
        [
            new FieldTable([new("时间", paper.Time)], [new("地点", paper.Meeting.Place)], [new("主持人", paper.Chair), new("记录人", paper.Recorder)]),
            .. paper.Meeting.Agenda.OrderBy(i => i.Number).SelectMany(item => Item(paper, item.Title, paper.MatterOf(item))),
            .. paper.LooseMatters.SelectMany(m => Item(paper, m.Title, m)),
        ],
    };

    private static IEnumerable<Block> Item(MeetingOnPaper paper, string title, MajorMatter? matter)
    {
        yield return new BodyHeading(1, title);
        if (matter is null) yield break;
        yield return new BodyText($"重大事项（{matter.Kind.Name()}），{(matter.Consultations.Count > 0 ? "会前已征求意见" : "会前征求意见没有登记")}。");
        yield return new BodyText($"发言顺序：{Order(paper)}。");
        yield return new BodyText("逐人发言后单独表决，一事一表决。");
    }

    /// <summary>In the order of the roll, whoever chairs last.</summary>
    private static string Order(MeetingOnPaper paper)
    {
        var last = paper.Chair.Length > 0 ? $"{paper.Chair}（最后表态）" : "主要负责人最后表态";
        var others = paper.Due.Where(name => name != paper.Chair).ToList();
        return others.Count is 0 or > NamesAtMost ? $"与会人员逐人发言，{last}" : $"{string.Join('、', others)}、{last}";
    }
}

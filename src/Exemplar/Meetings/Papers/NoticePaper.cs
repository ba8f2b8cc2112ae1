using Exemplar.Documents.Official;

namespace Exemplar.Meetings.Papers;

/// <summary>会议通知 as a page to hang out or pass on: without a head, since a branch issues no documents of its own.</summary>
internal static class NoticePaper
{
    /// <summary>Dated on the day on which it was given, which it keeps once the meeting was held.</summary>
    public static OfficialDocument Of(MeetingOnPaper paper, DateOnly today)
    {
        if (paper.Meeting.AnnouncedOn is { } given) today = given;
        var agenda = paper.Meeting.Agenda.OrderBy(i => i.Number).Select(i => i.Title).Concat(paper.LooseMatters.Select(m => m.Title)).ToList();
        return new()
        {
            Form = DocumentForm.Plain,
            Organ = paper.Organ,
            Title = $"关于召开{paper.Kind.Name}的通知",
            Recipients = [paper.Kind.Due switch { DueCircle.Members => "全体党员", DueCircle.Group => "党小组全体党员", DueCircle.Secretaries => "委员、各支部书记", _ => "各位参会同志" }],
            Body =
            [
                new BodyText($"定于{paper.Day}召开{paper.Kind.Name}，现将有关事项通知如下。"),
                new BodyHeading(1, "时间和地点"),
                new BodyText($"{paper.Time}{(paper.Meeting.Place.Length > 0 ? $"，{paper.Meeting.Place}" : "")}。"),
                .. paper.Chair.Length > 0 ? [new BodyHeading(1, "主持"), new BodyText($"{paper.Chair}。")] : (Block[])[],
                .. agenda.Count > 0 ? [new BodyHeading(1, "议题"), .. agenda.Select(title => new BodyHeading(3, title))] : (Block[])[],
                new BodyHeading(1, "请假"),
                new BodyText("不能到会的，请于会前向支部书记说明原因。".Replace("支部书记", paper.Kind.Due is DueCircle.Group ? "党小组长" : paper.Kind.Due is DueCircle.Members ? "支部书记" : "主持人", StringComparison.Ordinal)),
            ],
            Signature = new(paper.Organ, today, IsSealed: false),
        };
    }
}

using Exemplar.Documents.Official;
using Exemplar.Meetings;

namespace Exemplar.Agenda.Handbook;

/// <summary>五、党课、主题党日和学时. Hours come from what was held; persons stand in the order of the roster.</summary>
internal static class StudyPart
{
    private static readonly TableColumn[] LectureColumns = [new("日期", 2, IsCentred: true), new("主题", 3.5), new("授课人", 1.5, IsCentred: true), new("实到", 1, IsCentred: true), new("学时", 1, IsCentred: true)];
    private static readonly TableColumn[] PartyDayColumns = [new("日期", 2, IsCentred: true), new("主题", 3.8), new("地点", 2.2), new("实到", 1, IsCentred: true), new("学时", 1, IsCentred: true)];
    private static readonly TableColumn[] HoursColumns = [new("序号", 0.8, IsCentred: true), new("姓名", 1.5, IsCentred: true), new("学时", 1.3, IsCentred: true), new("要求学时", 1.3, IsCentred: true), new("集中培训等（完成／要求）", 4)];

    public static IEnumerable<Block> Of(HandbookYear year)
    {
        yield return new BodyHeading(2, "党课");
        yield return new BodyTable(LectureColumns, [.. year.Held.Of(MeetingKind.Lecture).Select(m => (IReadOnlyList<string>)[year.DayOf(m.Row.HeldOn), Topic(m), m.Row.Lecturer, $"{m.Row.Present}", Hours(m.Row.StudyTenths is 0 ? null : m.Row.StudyTenths)])])
            .OrSentence($"{year.Year}年没有党课记录。");
        yield return new BodyHeading(2, "主题党日");
        yield return new BodyTable(PartyDayColumns, [.. year.Held.Of(MeetingKind.PartyDay).Select(m => (IReadOnlyList<string>)[year.DayOf(m.Row.HeldOn), Topic(m), m.Row.Place, $"{m.Row.Present}", Hours(m.Row.StudyTenths is 0 ? null : m.Row.StudyTenths)])])
            .OrSentence($"{year.Year}年没有主题党日记录。");
        yield return new BodyHeading(2, "党员学时");
        if (year.Hours is null) yield return new BodyText("个人学时不在手册里。");
        else if (year.Hours.Count > 0 && year.Hours.All(h => h.IsBlank)) yield return new BodyText($"{year.Year}年没有登记学时。");   // a table of zeros would say that nobody studied
        else yield return new BodyTable(HoursColumns, [.. year.Hours.Select((h, n) => (IReadOnlyList<string>)[$"{n + 1}", h.Name, Hours(h.Hours?.Actual), Hours(h.Hours?.Required), string.Join('\n', h.Others)])])
            .OrSentence($"{year.Year}年没有学时记录。");
    }

    /// <summary>Where no topic was written, the titles of the agenda.</summary>
    private static string Topic(HeldMeeting meeting) => meeting.Row.Topic.Length > 0 ? meeting.Row.Topic : string.Join('；', meeting.Items.Select(i => i.Title));

    private static string Hours(int? tenths) => tenths is { } some ? $"{some / 10m:0.#}" : "";
}

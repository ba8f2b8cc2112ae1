using Exemplar.Documents.Official;
using Exemplar.Organization;

namespace Exemplar.Agenda.Handbook;

/// <summary>The handbook from cover to last page. A part of which nothing is recorded says so in one sentence.</summary>
internal static class HandbookPaper
{
    public static OfficialDocument Of(HandbookYear year) => new()
    {
        Form = DocumentForm.Plain,
        Organ = year.Organ,
        Title = "支部工作手册",
        Cover = new($"{year.Year}年度", [.. CoverLines(year)]),
        Body =
        [
            new BodyHeading(1, "支部基本情况", StartsPage: true), .. BranchPart.Of(year),
            new BodyHeading(1, $"党员名册（{(year.IsOver ? "年末" : year.AsOf.InWords())}）", StartsPage: true), .. RollPart.Of(year),
            new BodyHeading(1, "年度组织生活一览", StartsPage: true), .. DutyPart.Of(year), .. AttendancePart.Of(year.Held),
            new BodyHeading(1, "会议和活动记录", StartsPage: true), .. MeetingsPart.Of(year),
            new BodyHeading(1, "党课、主题党日和学时", StartsPage: true), .. StudyPart.Of(year),
            new BodyHeading(1, "表决和选举"), .. VotesPart.Of(year),
            new BodyHeading(1, "谈心谈话"), .. TalksPart.Of(year.Held),
        ],
    };

    private static IEnumerable<Field> CoverLines(HandbookYear year)
    {
        yield return new("党支部", year.Unit.Name);
        yield return new("支部书记", string.Join('、', year.Posts.Where(p => p.Kind is PostKind.Secretary && p.From <= year.AsOf && (p.To is null || p.To >= year.AsOf)).Select(p => p.Person)) is { Length: > 0 } name ? name : "没有登记");
        if (year.Superior.Length > 0) yield return new("上级组织", year.Superior);
        yield return new("记录至", year.AsOf.InWords());
    }

    /// <summary>3月6日; a day outside of the year with its year.</summary>
    public static string DayOf(this HandbookYear year, DateOnly day) => day.Year == year.Year ? $"{day.Month}月{day.Day}日" : day.InWords();

    /// <summary>A table, or where it would be empty the sentence.</summary>
    public static Block OrSentence(this BodyTable table, string sentence) => table.Rows.Count > 0 ? table : new BodyText(sentence);
}

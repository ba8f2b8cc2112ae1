using System.Globalization;
using System.Text.RegularExpressions;

namespace Exemplar.Meetings.Past;

/// <summary>A meeting with its own day of which a note tells: 1月29日召开2025年度组织生活会.</summary>
/// <param name="Kinds">At least one.</param>
/// <param name="Sentence">As the note has it.</param>
/// <param name="Topic">The same without the day and the verb.</param>
/// <param name="IsHeld">It says that the branch held it: not that it was planned, put off, or another's.</param>
internal sealed partial record NotedMeeting(DateOnly On, IReadOnlyList<string> Kinds, string Sentence, string Topic, bool IsHeld)
{
    /// <summary>The words in brackets that say how many came; empty for none.</summary>
    public string Came { get; private init; } = "";

    /// <param name="yearOf">The year that is meant for a month where none stands.</param>
    public static IEnumerable<NotedMeeting> In(string note, Func<int, int?> yearOf) =>
        SentenceEnd().Split(HalfWidth.Of(note)).SelectMany(Clauses).Select(clause => Of(clause, yearOf)).OfType<NotedMeeting>();

    /// <summary>A sentence with several days tells of what stands behind each.</summary>
    private static IEnumerable<string> Clauses(string sentence)
    {
        var days = Day().Matches(sentence).Select(d => d.Index).ToList();
        return days.Count <= 1 ? [sentence] : days.Select((at, i) => sentence[at..(i + 1 < days.Count ? days[i + 1] : sentence.Length)]);
    }

    private static NotedMeeting? Of(string clause, Func<int, int?> yearOf)
    {
        if (Day().Match(clause) is not { Success: true } day || KindWords.In(clause) is not { Count: > 0 } kinds) return null;
        var (month, number) = (Number(day, "m"), Number(day, "d"));
        var year = day.Groups["y"].Success ? Number(day, "y") : yearOf(month);
        if (month is < 1 or > 12 || year is null || number < 1 || number > DateTime.DaysInMonth(year.Value, month)) return null;

        var words = clause.Remove(day.Index, day.Length);
        var came = HowMany().Match(words);
        if (came.Success) words = words.Remove(came.Index, came.Length);
        return new(new(year.Value, month, number), kinds, clause.Trim(Marks), Verb().Replace(words.Trim(Marks), ""), Held().IsMatch(words) && !Else().IsMatch(words) && !HeldOrNot.SaysNotHeld(words, hasDay: false)) { Came = came.Groups["came"].Value };
    }

    private static readonly char[] Marks = [' ', ',', ':', '、', '(', ')', '\n'];

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\((?<came>[^()]*(?:[应实]到|参加|到会)[^()]*\d[^()]*)\)")]
    private static partial Regex HowMany();

    [GeneratedRegex(@"[。;!\n]")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?<!\d)(?:(?<y>20\d\d)\s*年\s*)?(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]|(?<![\d.])(?:(?<y>20\d\d)\.)?(?<m>1[0-2]|0?[1-9])\.(?<d>[12]\d|3[01]|0?[1-9])(?![\d.%]|\s*(?:小时|学时|分|人|万|元))", RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    [GeneratedRegex("召开|举行|举办|开展|进行|补开|讲(?:授)?.{0,4}党课|上.{0,4}党课")]
    private static partial Regex Held();

    // Planned, put off, of somebody else, or only spoken of.
    [GeneratedRegex("拟|计划|预计|将[于在]|准备|推迟|延期|取消|改[期到在至为]|调整|通知|部署|布置|参加|列席|传达|学习(?!活动)|请假|缺席|上级|机关党委")]
    private static partial Regex Else();

    [GeneratedRegex("^(?:召开|举行|举办|开展|进行)了?")]
    private static partial Regex Verb();
}

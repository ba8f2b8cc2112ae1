using Exemplar.Documents.Official;

namespace Exemplar.Agenda.Handbook;

/// <summary>到会情况: how many were due and came, by kind. No person is counted.</summary>
internal static class AttendancePart
{
    private static readonly TableColumn[] Columns =
        [new("会议和活动", 2.4), new("次数", 1, IsCentred: true), new("应到人次", 1.4, IsCentred: true), new("实到人次", 1.4, IsCentred: true), new("请假人次", 1.4, IsCentred: true), new("缺席人次", 1.4, IsCentred: true)];

    public static IEnumerable<Block> Of(MeetingsOfYear held)
    {
        yield return new BodyHeading(2, "到会情况");
        yield return new BodyTable(Columns, [.. held.ByKind.Select(Row)]).OrSentence("没有会议和活动记录，不统计到会情况。");
        if (held.Sessions.Count(m => !IsToldApart(m)) is > 0 and var silent) yield return new BodyText($"从以前的登记表导入的 {silent} 次没有写全人数，或者没有写清谁请假、谁缺席；那一类的人次就记“—”，不算半截的数。");
    }

    /// <summary>A register may say how many were away and not who.</summary>
    private static bool IsToldApart(HeldMeeting meeting) => meeting.Row.Due - meeting.Row.Present == meeting.Away.Count;

    private static IReadOnlyList<string> Row(IReadOnlyList<HeldMeeting> meetings)
    {
        var away = meetings.SelectMany(m => m.Away).ToList();
        var absent = away.Count(a => a.Attendance is Meetings.Attendance.Absent);
        var isToldApart = meetings.All(IsToldApart);
        return [meetings[0].Kind.Name, $"{meetings.Count}", Sum(m => m.Row.Due), Sum(m => m.Row.Present), isToldApart ? $"{away.Count - absent}" : "—", isToldApart ? $"{absent}" : "—"];

        // Half a sum beside a whole one would contradict it.
        string Sum(Func<HeldMeeting, int?> number) => meetings.All(m => number(m) is not null) ? $"{meetings.Sum(number)}" : "—";
    }
}

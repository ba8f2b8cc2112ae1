namespace Exemplar.Meetings.Recording;

/// <summary>The few words beside somebody who did not come, read and written the same way in the form and in pasted lists.</summary>
public static class AwayWords
{
    public const string Absent = "缺席";
    public const string Written = "书面意见";

    /// <summary>Of the branch, and not of this Party group.</summary>
    public const string NotInGroup = "不在本组";

    public static readonly IReadOnlyList<string> Usual = ["因公出差", "病假", "事假", "休假", "培训学习", Absent, Written];
    public static readonly IReadOnlyList<string> UsualInTalks = ["长期病休", "外出借调", "出国（境）"];

    public static (Attendance Attendance, string Reason) Read(string? words)
    {
        words = words?.Trim() ?? "";
        var reason = RollCallWords.ReasonIn(words);
        return (RollCallWords.AttendanceOf(words) ?? Attendance.Excused, reason[..Math.Min(reason.Length, RollEntry.LongestReason)]);
    }

    public static string Of(Attendance attendance, string reason) => attendance switch
    {
        Attendance.Absent => reason.Length > 0 ? reason : Absent,
        Attendance.WrittenOpinion => reason.Length > 0 ? $"{reason}，{Written}" : Written,
        _ => reason,
    };
}

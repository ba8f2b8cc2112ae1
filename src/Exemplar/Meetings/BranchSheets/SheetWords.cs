namespace Exemplar.Meetings.BranchSheets;

/// <summary>The words of a branch sheet: written by us, looked for when it comes back. Headings that registers have too are read as theirs.</summary>
internal static class SheetWords
{
    public const string Meetings = "会议";
    public const string Roll = "到会";
    public const string Name = "姓名";
    public const string OnRecord = "在册";

    public const string From = "开始时间";
    public const string To = "结束时间";
    public const string Others = "其余人员";
    public const string YearBefore = "计入上一年度";

    public const string OthersCame = "其余都出席";
    public const string OnlyNamed = "只算选了的";
    public const string Yes = "是";

    /// <summary>In the order of the columns; the last only where the period has days of January to March.</summary>
    public static readonly IReadOnlyList<(string Text, double Width)> Headings =
    [
        ("序号", 6), ("日期", 12), ("会议类型", 17), ("主题", 24), ("主要内容", 34), ("地点", 14), (From, 9), (To, 9), ("主持人", 10), ("记录人", 10), ("授课人", 10), (Others, 12), (YearBefore, 9),
    ];

    public static readonly IReadOnlyList<Attendance> Marks = [Attendance.Present, Attendance.Excused, Attendance.Absent];
}

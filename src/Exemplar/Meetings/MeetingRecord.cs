namespace Exemplar.Meetings;

/// <summary>How the study hours of a meeting are counted (local conversion: a full day 8, half a day 4, else an hour 1).</summary>
public enum StudyLength
{
    [Display(Name = "按起止时间")] ByTime,
    [Display(Name = "半天，4 学时")] HalfDay,
    [Display(Name = "一天，8 学时")] FullDay,
}

/// <summary>Who of the roll came, or why not.</summary>
public sealed record RollMark(RollPlace Who, Attendance Attendance, string Reason);

/// <summary>One matter as it was recorded. <paramref name="Id"/> stays through corrections: votes and tasks hang on it.</summary>
public sealed record AgendaLine(Guid Id, string Title, string Discussion, string Decision);

/// <summary>What one form says of a meeting that was held.</summary>
/// <param name="Chair">Null for a yearly confirmation.</param>
/// <param name="Reviews">Earlier decisions that were gone through: whether each is done.</param>
/// <param name="StepsDone">When the kind's guided steps were done, by number.</param>
public sealed record MeetingRecord(DateOnly HeldOn, TimeOnly? StartsAt, TimeOnly? EndsAt, string Place, string Topic, Guid? Chair, Guid? Recorder, Guid? Lecturer,
    int CountsFor, StudyLength Study, bool FirstTopic, string ArchiveNumber, IReadOnlyList<RollMark> Roll, IReadOnlyList<string> Guests,
    IReadOnlyList<AgendaLine> Agenda, IReadOnlyDictionary<Guid, bool> Reviews, IReadOnlyDictionary<int, DateOnly> StepsDone)
{
    private const int FullDay = 80;
    private const int HalfDay = 40;
    private const int LastMonthForYearBefore = 3;

    /// <summary>A lecture that somebody from outside gave, who is named among the guests.</summary>
    public bool OutsideLecturer { get; init; }

    /// <summary>A 党组会 that took up full and strict Party discipline as a special item.</summary>
    public bool OnStrictness { get; init; }

    /// <summary>Who came is not said anew: what was imported stands, its numbers and whom it names.</summary>
    public bool LeavesRoll { get; init; }

    /// <summary>How many were due and came, of an imported one whose roll is left as it is; else null.</summary>
    public MeetingNumbers? Numbers { get; init; }

    /// <summary>Study hours in tenths; by time rounded down to half hours, a day at most.</summary>
    public int StudyTenths => Study switch
    {
        StudyLength.FullDay => FullDay,
        StudyLength.HalfDay => HalfDay,
        _ => TenthsBetween(StartsAt, EndsAt),
    };

    internal static int TenthsBetween(TimeOnly? from, TimeOnly? to) => from < to ? Math.Min(FullDay, (int)((to.Value - from.Value).TotalMinutes / 30) * 5) : 0;

    public DateOnly CountsOn => CountsFor == HeldOn.Year ? HeldOn : new(CountsFor, 12, 31);

    /// <summary>The first rule that it breaks, at its field.</summary>
    /// <param name="former">As it stood. What a register did not say of an imported one may stay unsaid.</param>
    public Refusal? Refuse(MeetingKind kind, DateTimeOffset now, Meeting former)
    {
        var today = DateOnly.FromDateTime(now.Date);
        if (HeldOn > today || (HeldOn == today && StartsAt > TimeOnly.FromTimeSpan(now.TimeOfDay))) return new Refusal(nameof(HeldOn), "会议还没有开，不能记录");
        if (CountsFor != HeldOn.Year && !(kind.MayCountBefore && CountsFor == HeldOn.Year - 1 && HeldOn.Month <= LastMonthForYearBefore))
            return new Refusal(nameof(CountsFor), kind.MayCountBefore ? "只有 1 至 3 月召开的，才可以计入上一年度" : $"{kind.Name}按召开日期计算，不能计入其他年度");
        if (Recorder is null && !former.MayLack(former.RecorderId)) return new Refusal(nameof(Recorder), "请选择记录人");
        if (kind.IsConfirmation) return null;

        if (StartsAt is null && !former.MayLack(former.StartsAt)) return new Refusal(nameof(StartsAt), "请填写开始时间");
        if (EndsAt is null ? !former.MayLack(former.EndsAt) : EndsAt <= StartsAt) return new Refusal(nameof(EndsAt), "结束时间须晚于开始时间");
        if (Chair is null && !former.MayLack(former.ChairId)) return new Refusal(nameof(Chair), "请选择主持人");
        if (!LeavesRoll && Roll.Count == 0) return new Refusal("这一天没有应到人员：请先在名册里编入党员，或登记任职");
        if (!LeavesRoll && Roll.All(r => r.Attendance is not Attendance.Present)) return new Refusal("没有人出席，不能算开过；没开成的请取消");
        if (Numbers is { } numbers && numbers.Present > numbers.Due) return new Refusal(nameof(MeetingNumbers.Present), "实到不能多于应到，请核对");
        if (IsAway(Chair)) return new Refusal(nameof(Chair), "主持人不在出席的人里，请核对");
        if (IsAway(Recorder)) return new Refusal(nameof(Recorder), "记录人不在出席的人里，请核对");
        if (kind.Key is MeetingKind.Lecture && Lecturer is null && !(OutsideLecturer && Guests.Count > 0) && !former.MayLack(former.LecturerId))
            return new Refusal(nameof(Lecturer), OutsideLecturer ? "外请的授课人，请写在列席和来宾里" : "请选择授课人；外请的，勾选“授课人是外请的”，姓名写在列席和来宾里");
        if (!kind.KeepsText) return null;

        if (Agenda.Any(l => l.Title.Length == 0 && (l.Discussion + l.Decision).Length > 0)) return new Refusal("有一项写了内容没有写标题，请补上");
        return Topic.Length == 0 && Agenda.All(l => l.Title.Length == 0) && !former.MayLack(former.Topic.Length > 0 ? former.Topic : null) ? new Refusal(nameof(Topic), "请填写主题，或者至少一项议题") : null;
    }

    private bool IsAway(Guid? person) => Roll.Any(r => r.Who.PersonId == person && r.Attendance is not Attendance.Present);
}

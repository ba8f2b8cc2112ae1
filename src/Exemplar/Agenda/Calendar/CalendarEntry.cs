namespace Exemplar.Agenda.Calendar;

public enum EntryKind
{
    [Display(Name = "会议")] Meeting,
    [Display(Name = "任务时限")] Task,
    [Display(Name = "组织生活截止")] Duty,
    [Display(Name = "活动阶段")] Stage,
    [Display(Name = "纪念日")] Date,
}

/// <summary>One thing on one day, whatever it comes from. Titles say what, never what was said there.</summary>
/// <param name="Uid">The same in every feed, for as long as the record lives.</param>
/// <param name="Sequence">Rises with every change of the record, as iCalendar wants it (RFC 5545, 3.8.7.4).</param>
/// <param name="StartsAt">Null for the whole day.</param>
public sealed record CalendarEntry(string Uid, int Sequence, EntryKind Kind, DateOnly Day, TimeOnly? StartsAt, TimeOnly? EndsAt, string Title, string Unit, Guid? UnitId, string? Address)
{
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(1);

    public string Place { get; init; } = "";
    public bool CalledOff { get; init; }

    /// <summary>An hour when nobody has said more.</summary>
    public TimeOnly? Until => EndsAt ?? (StartsAt is { } starts ? starts < new TimeOnly(23, 0) ? starts.Add(UsualLength) : TimeOnly.MaxValue : null);
}

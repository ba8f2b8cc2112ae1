namespace Exemplar.Platform.Outbox;

/// <summary>
/// When something may leave the house: on working days from 8:00 to 20:00 by the office's clock (no push 20:00–08:00, on
/// weekends or holidays: 国办函〔2026〕12号, rule APP-07). What comes in between waits for 8:30 of the next working day.
/// </summary>
public sealed class SendingHours(WorkingCalendar calendar)
{
    private static readonly TimeOnly Opens = new(8, 0), Begins = new(8, 30), Closes = new(20, 0);

    public bool Allow(DateTimeOffset instant)
    {
        var (day, time) = InOffice(instant);
        return calendar.IsWorkday(day) && time >= Opens && time < Closes;
    }

    /// <summary>The instant itself when it may be used, else 8:30 of the working day that begins next.</summary>
    public DateTimeOffset Next(DateTimeOffset instant) => Allow(instant) ? instant : Begin(After(instant));

    /// <summary>8:30 of the first working day that begins later than this instant: what runs once a day waits for it.</summary>
    public DateTimeOffset NextBegin(DateTimeOffset instant)
    {
        var (day, time) = InOffice(instant);
        return Begin(time < Begins ? calendar.Roll(day) : calendar.AddWorkdays(day, 1));
    }

    public static DateTimeOffset EndOf(DateOnly day) => At(day, Closes);

    public static DateOnly DayOf(DateTimeOffset instant) => InOffice(instant).Day;

    private DateOnly After(DateTimeOffset instant)
    {
        var (day, time) = InOffice(instant);
        return time < Opens ? calendar.Roll(day) : calendar.AddWorkdays(day, 1);
    }

    private static DateTimeOffset Begin(DateOnly day) => At(day, Begins);

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), TimeSpan.FromHours(8)).ToUniversalTime();

    private static (DateOnly Day, TimeOnly Time) InOffice(DateTimeOffset instant)
    {
        var local = instant.InOffice();
        return (DateOnly.FromDateTime(local.Date), TimeOnly.FromTimeSpan(local.TimeOfDay));
    }
}

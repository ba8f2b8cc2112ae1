namespace Exemplar.Kernel;

/// <summary>Civil dates and times of the office. China has one time zone, UTC+8, without daylight saving.</summary>
public static class BusinessTime
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public static DateTimeOffset Now(this TimeProvider clock) => clock.GetUtcNow().ToOffset(Shanghai);

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.Now().Date);

    /// <summary>Midnight at which the day begins in the office.</summary>
    public static DateTimeOffset BeginsAt(this DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Shanghai);

    /// <summary>The instant as the office's wall clock shows it.</summary>
    public static DateTimeOffset InOffice(this DateTimeOffset instant) => instant.ToOffset(Shanghai);
}

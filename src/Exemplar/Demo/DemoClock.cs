namespace Exemplar.Demo;

/// <summary>The clock of the demo: it stands where the story is.</summary>
public sealed class DemoClock(DateOnly today) : TimeProvider
{
    private DateTimeOffset now = At(today, 9, 0);

    public override DateTimeOffset GetUtcNow() => now;

    public void Turn(DateOnly day, int hour, int minute) => now = At(day, hour, minute).ToUniversalTime();

    /// <summary>A few minutes pass between one deed and the next.</summary>
    public void Tick(int seconds = 90) => now = now.AddSeconds(seconds);

    private static DateTimeOffset At(DateOnly day, int hour, int minute) => new(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(8));
}

/// <summary>With <c>--today</c> the served demo goes on from that day; seconds pass as they do.</summary>
public sealed class ShiftedClock(DateOnly today) : TimeProvider
{
    private readonly TimeSpan shift = today.ToDateTime(TimeOnly.MinValue) - System.Today().ToDateTime(TimeOnly.MinValue);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}

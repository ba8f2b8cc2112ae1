using Exemplar.Meetings;

namespace Exemplar.Demo;

/// <summary>One meeting of the demo's year: when it was held, when it was entered, and what was decided.</summary>
internal sealed record DemoSession(DateOnly On, string Account, string Unit, string Kind, TimeOnly From, TimeOnly Until, string Topic)
{
    /// <summary>A week, so that each step falls on the weekday of the meeting.</summary>
    private const int DaysBetweenSteps = 7;
    private const int DaysUntilFinished = 21;

    /// <summary>Of a session that is nothing but its steps (民主评议): self-assessment, mutual assessment and the ballot.</summary>
    private const int StepsOnTheDay = 3;

    /// <summary>The day on which somebody entered it; the evening of the same day when nobody was late.</summary>
    public DateOnly EnteredOn { get; init; } = On;
    public string Decision { get; init; } = "";
    public StudyLength Study { get; init; } = StudyLength.ByTime;
    public int? CountsFor { get; init; }

    /// <summary>How many asked for leave.</summary>
    public int Away { get; init; }

    /// <summary>A 党组会 that took up 全面从严治党.</summary>
    public bool OnStrictness { get; init; }
    public bool Signed { get; init; } = true;

    /// <summary>The day on which it is signed: when its last guided step was done, or the evening on which it was entered.</summary>
    public DateOnly FinishedOn(MeetingKind kind) => kind.Steps.Count > 0 ? EnteredOn.AddDays(DaysUntilFinished) : EnteredOn;

    /// <summary>When each guided step was done, in their order: some before the meeting, some after it.</summary>
    public IReadOnlyList<DateOnly> StepDays(MeetingKind kind)
    {
        var meeting = kind.Steps.ToList().FindIndex(s => s.StartsWith("召开", StringComparison.Ordinal));
        return [.. kind.Steps.Select((_, n) => On.AddDays(DaysBetweenSteps * (meeting >= 0 ? n - meeting : Math.Max(0, n - StepsOnTheDay + 1))))];
    }
}

using Exemplar.Meetings;

namespace Exemplar.Demo;

/// <summary>One meeting of the demo's year: when it was held, when it was entered, and what was decided.</summary>
internal sealed record DemoSession(DateOnly On, string Account, string Unit, string Kind, TimeOnly From, TimeOnly Until, string Topic)
{
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
}

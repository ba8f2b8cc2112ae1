using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Year;

/// <summary>One duty in one period as a year's page shows it.</summary>
/// <param name="Words">✓ stands before it: how often of how often, or how a term stands.</param>
/// <param name="Days">When it was done, where that is a matter of days; in the order of the calendar, each once.</param>
/// <param name="Months">How many columns of the year it takes.</param>
public sealed record YearCell(Standing Standing, StandingState State, string Name, string Words, IReadOnlyList<DateOnly> Days, int Months)
{
    private const int MostDays = 4;

    public string Address => $"/standings/{Standing.SubjectId}/{Standing.Rule}/{Standing.From.Iso()}";

    /// <summary>The first days, 3.23; one of another year is written with it.</summary>
    public IReadOnlyList<string> DaysInWords => [.. Days.Take(MostDays).Select(d => d.Year == Standing.Year ? $"{d.Month}.{d.Day}" : $"{d.Year}.{d.Month}.{d.Day}")];

    public bool HasMoreDays => Days.Count > MostDays;

    /// <summary>The number stands beside the days only while it is not enough; what is not required has neither.</summary>
    public string Count => State is StandingState.Exempt || (Days.Count > 0 && State is StandingState.Done) ? "" : Words;

    /// <summary>1月 已完成 1/1：2026-01-09, or why it is not required.</summary>
    public string Title => $"{Name} {State.Name()}{(State is StandingState.Exempt ? "" : $" {Words}")}{(Days.Count > 0 ? $"：{string.Join('、', Days.Select(d => d.Iso()))}" : Standing.Exempt.Length > 0 ? $"：{Standing.Exempt}" : "")}";

    internal static YearCell Of(Standing standing, Rule rule, IEnumerable<HeldDay> days, DateOnly today)
    {
        var (require, state) = (rule.Require!, standing.State(today));
        var name = rule.Period is { } kind ? kind is PeriodKind.Year ? "全年" : Period.Of(kind, standing.From).ShortName : $"{standing.DueOn.Iso()} {(require.Measure is Measure.Ended ? "任务结束" : "届满")}";
        var words = require.HasItsDay ? state.Name() : require.IsOfRoll || require.AtLeast is null or 0 ? require.Shown(standing.Actual) : $"{require.Shown(standing.Actual)}/{require.Shown(standing.Required)}";
        var held = require is { Measure: Measure.Count, AtLeast: > 0 } ? days.Where(d => d.CountsOn >= standing.From && d.CountsOn <= standing.To && require.Reads(d.Kind)).Select(d => d.OccurredOn) : [];
        return new(standing, state, name, words, [.. held.Distinct().Order()], rule.Period switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, PeriodKind.HalfYear => 6, _ => 12 });
    }
}

using Exemplar.Rules;
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

    /// <summary>Later days on which it was made up for, as their records say. They count there, not here.</summary>
    public IReadOnlyList<DateOnly> MadeUpOn { get; private init; } = [];

    /// <summary>Days of this year on which it was done for the year before. Told only while this year's is still to come: else it seems to be lost.</summary>
    public IReadOnlyList<DateOnly> ForYearBefore { get; private init; } = [];

    /// <summary>2.13 开的算 2025 年度</summary>
    public IReadOnlyList<string> ForYearBeforeInWords => [.. ForYearBefore.Select(d => $"{InWords(d)} 开的算 {d.Year - 1} 年度")];

    public string Address => $"/standings/{Standing.SubjectId}/{Standing.Rule}/{Standing.From.Iso()}";

    /// <summary>The first days, 3.23; one of another year is written with it.</summary>
    public IReadOnlyList<string> DaysInWords => [.. Days.Take(MostDays).Select(InWords)];

    /// <summary>7.3 补开</summary>
    public IReadOnlyList<string> MadeUpInWords => [.. MadeUpOn.Select(d => $"{InWords(d)} 补开")];

    public bool HasMoreDays => Days.Count > MostDays;

    /// <summary>The number stands beside the days only while it is not enough; what is not required has neither.</summary>
    public string Count => State is StandingState.Exempt || (Days.Count > 0 && State is StandingState.Done) ? "" : Words;

    /// <summary>1月 已完成 1/1：2026-01-09, or why it is not required.</summary>
    public string Title => $"{Name} {State.Name()}{(State is StandingState.Exempt ? "" : $" {Words}")}{(Days.Count > 0 ? $"：{string.Join('、', Days.Select(d => d.Iso()))}" : Standing.Exempt.Length > 0 ? $"：{Standing.Exempt}" : "")}{string.Concat(MadeUpOn.Select(d => $"，{d.Iso()} 补开"))}{string.Concat(ForYearBeforeInWords.Select(w => $"，{w}"))}";

    private string InWords(DateOnly d) => d.Year == Standing.Year ? $"{d.Month}.{d.Day}" : $"{d.Year}.{d.Month}.{d.Day}";

    internal static YearCell Of(Standing standing, Rule rule, IEnumerable<HeldDay> days, IEnumerable<HeldDay> earlier, IEnumerable<MadeUp> madeUp, DateOnly today)
    {
        var (require, state) = (rule.Require!, standing.State(today));
        var name = rule.Period is { } kind ? kind is PeriodKind.Year ? "全年" : Period.Of(kind, standing.From).ShortName : $"{standing.DueOn.Iso()} {(require.Measure is Measure.Ended ? "任务结束" : "届满")}";
        var words = require.HasItsDay ? state.Name() : require.IsOfRoll || require.AtLeast is null or 0 ? require.Shown(standing.Actual) : $"{require.Shown(standing.Actual)}/{require.Shown(standing.Required)}";
        var held = require is { Measure: Measure.Count, AtLeast: > 0 } ? days.Where(d => d.CountsOn >= standing.From && d.CountsOn <= standing.To && require.Reads(d.Kind)).Select(d => d.OccurredOn) : [];
        return new(standing, state, name, words, [.. held.Distinct().Order()], rule.Period switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, PeriodKind.HalfYear => 6, _ => 12 })
        {
            MadeUpOn = [.. madeUp.Where(m => m.Concerns(standing, require)).Select(m => m.On).Distinct().Order()],
            ForYearBefore = rule.Period is PeriodKind.Year && !standing.Met && standing.Exempt.Length == 0 ? [.. earlier.Where(d => require.Reads(d.Kind)).Select(d => d.OccurredOn).Distinct().Order()] : [],
        };
    }
}

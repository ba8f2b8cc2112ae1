using Exemplar.Platform.Web;
using Exemplar.Rules;
using Exemplar.Rules.Standings;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Year;

[Needs(RulesCapability.View)]
public sealed class TermListPage(TermList terms) : SlicePage
{
    [FromQuery] public TermList.Part? Only { get; set; }
    [FromQuery] public string? After { get; set; }
    public TermList.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await terms.Show(new(Only, After), ct);

    public void OnGet() { }

    /// <summary>超期 12 天, 还有 40 天届满; how long the term lasts is nobody's concern before.</summary>
    public static string Words(TermList.Row row) => row.Term switch
    {
        { State: StandingState.Missed, Days: var days } => $"超期 {-days} 天",
        { State: StandingState.AtRisk, Days: 0 } => "今天届满",
        { State: StandingState.AtRisk, Days: var days } => $"还有 {days} 天届满",
        { } => "任期内",
        null when !row.IsKept => row.ElectedOn is null ? "没有启用" : "没有启用，不提醒",
        null => "没有登记换届日期",
    };

    /// <summary>The badge of the style sheet.</summary>
    public static string Colour(TermList.Row row) => row.Term?.State switch
    {
        StandingState.Missed => "returned",
        StandingState.AtRisk => "submitted",
        null => "",
        _ => "done",
    };
}

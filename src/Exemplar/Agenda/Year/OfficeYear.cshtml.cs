using Exemplar.Platform.Web;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Agenda.Year;

[Needs(RulesCapability.View)]
public sealed class OfficeYearPage(OfficeYear year, TimeProvider clock) : SlicePage
{
    [FromQuery] public int? Year { get; set; }
    [FromQuery] public int? Quarter { get; set; }
    [FromQuery] public string? After { get; set; }
    public OfficeYear.View Shown { get; private set; } = null!;

    public IEnumerable<SelectListItem> Years => Enumerable.Range(0, 4).Select(back => clock.Today().Year - back).Select(y => new SelectListItem($"{y} 年", $"{y}", y == Shown.Year));

    public IEnumerable<SelectListItem> Quarters =>
        [new("全年", "", Shown.Quarter is null), .. Enumerable.Range(1, 4).Select(q => new SelectListItem($"{"一二三四"[q - 1]}季度", $"{q}", Shown.Quarter == q))];

    protected override async Task Open(CancellationToken ct) => Shown = await year.Show(new(Year, Quarter, After), ct);

    public void OnGet() { }

    /// <summary>✓ 3/3; the mark alone where there is nothing to count: a duty that is not asked, the end of a term.</summary>
    public static string Sign(OfficeYear.Cell cell, Rule rule)
    {
        var mark = cell.State switch
        {
            StandingState.Done => "✓",
            StandingState.Missed => "✗",
            StandingState.AtRisk => "!",
            StandingState.Exempt => "—",
            _ => "·",
        };
        return cell.State is StandingState.Exempt || rule.Require!.HasItsDay ? mark : $"{mark} {cell.Done}/{cell.Asked}";
    }
}

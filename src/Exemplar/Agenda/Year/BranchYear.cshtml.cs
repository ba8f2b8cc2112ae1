using Exemplar.Platform.Web;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Year;

[Needs(RulesCapability.View)]
public sealed class BranchYearPage(BranchYear year, Lazy<RuleCatalogue> catalogue) : SlicePage
{
    [FromRoute] public Guid Id { get; set; }
    [FromQuery] public int? Year { get; set; }
    public BranchYear.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await year.Show(Id, Year, ct);

    public void OnGet() { }

    public string TitleOf(BranchYear.Cell cell) => catalogue.Value.Latest(cell.Standing.Rule)?.Title ?? cell.Standing.Rule;
}

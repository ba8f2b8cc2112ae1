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

    /// <summary>Each with the place that the office's matrix leads to: the rule's own for its first row.</summary>
    public IEnumerable<(BranchYear.Row Row, string Id)> Duties =>
        Shown.Duties.GroupBy(r => r.Rule.Id).SelectMany(same => same.Select((row, n) => (row, n == 0 ? row.Rule.Id : $"{row.Rule.Id}-{n + 1}")));

    public string TitleOf(YearCell cell) => catalogue.Value.Latest(cell.Standing.Rule)?.Title ?? cell.Standing.Rule;
}

using Exemplar.Documents.Templates;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Agenda.MonthEnd;

[Needs(AgendaCapability.CloseMonth)]
public sealed class MonthEndReviewPage(MonthEndReview review) : SlicePage
{
    [FromQuery] public string? Period { get; set; }
    [FromQuery] public string? After { get; set; }
    public MonthEndReview.View Shown { get; private set; } = null!;

    public IEnumerable<SelectListItem> Periods => Shown.Periods.Select(p => new SelectListItem(p.Name, FormPeriods.KeyOf(p), p == Shown.Period));

    protected override async Task Open(CancellationToken ct) => Shown = await review.Show(new(Period, After), ct);

    public void OnGet() { }
}

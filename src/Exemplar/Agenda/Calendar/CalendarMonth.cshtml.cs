using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Calendar;

[Needs(AgendaCapability.View)]
public sealed class CalendarMonthPage(CalendarMonth month) : SlicePage
{
    [FromQuery] public DateOnly? Month { get; set; }
    public CalendarMonth.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await month.Show(Month, ct);

    public void OnGet() { }
}

using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda;

[Needs(AgendaCapability.View)]
public sealed class EventListPage(EventList events) : SlicePage
{
    [FromQuery] public long? Before { get; set; }
    public EventList.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await events.Show(Before, ct);

    public void OnGet() { }
}

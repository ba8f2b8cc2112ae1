using Exemplar.Platform.Web;

namespace Exemplar.Campaigns.Supervision;

[Needs(CampaignsCapability.Supervise)]
public sealed class DeskUnitsPage(SupervisionDesk desk) : DeskPage
{
    public IReadOnlyList<SupervisionDesk.UnitRow> Units { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) => Units = await desk.Units(Query, ct);

    public void OnGet() { }
}

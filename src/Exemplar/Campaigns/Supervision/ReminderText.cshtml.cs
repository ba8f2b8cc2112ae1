using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns.Supervision;

[Needs(CampaignsCapability.Supervise)]
public sealed class ReminderTextPage(ReminderText text) : SlicePage
{
    [FromQuery(Name = "ids")] public List<Guid> Ids { get; set; } = [];
    public IReadOnlyList<ReminderText.Words> Shown { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) => Shown = await text.Show(Ids, ct);

    public void OnGet() { }
}
